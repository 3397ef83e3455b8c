import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { compareStatements, listStatementVersions } from '../../../modules/statements/contract.ts'
import { useAddress } from '../../address.ts'
import { useApi } from '../../api.ts'
import type { ReplyOf } from '../../client.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import { useText } from '../../text.ts'
import { DifferenceTable } from './DifferenceTable.tsx'
import type { Version } from './lines.ts'
import { VersionChoice } from './VersionChoice.tsx'

type VersionsReply = ReplyOf<typeof listStatementVersions>
type DifferenceReply = ReplyOf<typeof compareStatements>

/** Two versions side by side, row by row: old struck, new washed. */
export function StatementDifference(): ReactNode {
  const words = useText()
  const api = useApi()
  const address = useAddress()
  const versions = useQuery(api.read<VersionsReply>('statement/versions'))
  const frozen = frozenOf(versions.data)
  const from = address.get('from') ?? frozen[0]?.id ?? null
  const to = address.get('to') ?? 'now'
  const difference = useQuery({
    ...api.read<DifferenceReply>('statement/difference', { from: from ?? '', to }),
    enabled: from !== null,
  })
  if (versions.isError) return <ListError error={versions.error} onRetry={() => void versions.refetch()} />
  if (versions.isSuccess && from === null) return <p className="empty">{words('difference.none')}</p>
  return (
    <>
      <div className="bar">
        <VersionChoice name="from" value={from ?? ''} versions={frozen} />
        <VersionChoice name="to" value={to} versions={frozen} />
      </div>
      {difference.isError ? <ListError error={difference.error} onRetry={() => void difference.refetch()} /> : null}
      {difference.isSuccess ? <DifferenceTable reply={difference.data} /> : null}
    </>
  )
}

/** The versions that were approved: only those stay as they were. */
function frozenOf(reply: VersionsReply | undefined): readonly Version[] {
  const all = reply?.versions.map(({ statement }) => statement) ?? []
  return all.filter(({ frozenAt }) => frozenAt !== null)
}
