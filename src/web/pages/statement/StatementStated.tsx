import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import type { StatementReply, Version } from './lines.ts'

interface StatementStatedProps {
  readonly version: Version
  readonly can: StatementReply['can']['confirm']
}

/** What the imported file said about approval: a question until somebody with the authority confirms it here. */
export function StatementStated({ version, can }: StatementStatedProps): ReactNode {
  const { words, day } = useSpeech()
  const api = useApi()
  const { tense } = useAsOf()
  const confirm = useMutation({
    mutationFn: () =>
      api.send('POST', 'stated-approvals/confirm', {
        body: { register: 'statement', id: version.id, version: version.version },
      }),
    onSuccess: () => api.refresh(),
  })
  const { stated } = version
  if (stated === null || stated.confirmedAt !== null) return null
  const values = { name: stated.by ?? '', day: stated.on === null ? '' : day(stated.on), status: stated.status ?? '' }
  return (
    <div className="note stated">
      <p>{words(stated.by === null && stated.on === null ? 'soa.stated.status' : 'soa.stated', values)}</p>
      {tense === 'present' && can.ok ? (
        <button type="button" className="ghost" disabled={confirm.isPending} onClick={() => confirm.mutate()}>
          {words('soa.stated.confirm')}
        </button>
      ) : null}
      <Problem error={confirm.error} />
    </div>
  )
}
