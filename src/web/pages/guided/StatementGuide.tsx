import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { useTermTitles } from '../../kit/catalogue.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { useSpeech } from '../../text.ts'
import type { Line, StatementReply } from '../statement/lines.ts'
import { StartDialog } from '../statement/StartDialog.tsx'
import { Parts, usePart } from './Parts.tsx'
import { ApprovePart } from './statement/ApprovePart.tsx'
import { ChoosePart } from './statement/ChoosePart.tsx'
import { FollowPart } from './statement/FollowPart.tsx'
import { guideLines, leftIn, linesIn, PARTS, type StatementGuideReply } from './statement/guide-lines.ts'
import { OutPart } from './statement/OutPart.tsx'
import { StatePart } from './statement/StatePart.tsx'

/** The statement of applicability, made from the risks: what follows, what is chosen, what stays out, how far it is. */
export function StatementGuide(): ReactNode {
  const api = useApi()
  const statement = useQuery(api.read<StatementReply>('statement'))
  const guide = useQuery(api.read<StatementGuideReply>('guides/statement'))
  const failed = [statement, guide].find(({ isError }) => isError)
  if (failed?.error) return <ListError error={failed.error} onRetry={() => void failed.refetch()} />
  if (statement.data === undefined || guide.data === undefined) return <PageSkeleton />
  return <StatementForm statement={statement.data} guide={guide.data} />
}

interface StatementFormProps {
  readonly statement: StatementReply
  readonly guide: StatementGuideReply
}

function StatementForm({ statement, guide }: StatementFormProps): ReactNode {
  const { words } = useSpeech()
  const { tense } = useAsOf()
  const titles = useTermTitles('control_2022')
  const lines = guideLines(statement, guide)
  const part = usePart(PARTS, (one) => leftIn(one, lines))
  const shared = {
    lines: linesIn(part, lines),
    titles: { ...guide.titles, ...statement.titles },
    titleOf: (line: Line): string => titles.get(line.annexA ?? '') ?? line.title,
    canEdit: tense === 'present' && statement.can.edit,
  }
  return (
    <>
      <Version statement={statement} />
      {lines.length === 0 ? null : (
        <>
          <p role="status">{words('guide.statement.progress', { ...statement.counts })}</p>
          <Parts name="statement" parts={PARTS} shown={part} left={(one) => leftIn(one, lines)} />
          {part === 'follow' ? <FollowPart {...shared} /> : null}
          {part === 'choose' ? <ChoosePart {...shared} lines={lines} /> : null}
          {part === 'out' ? <OutPart {...shared} /> : null}
          {part === 'state' ? <StatePart {...shared} /> : null}
          {part === 'approve' ? <ApprovePart reply={statement} lines={lines} /> : null}
        </>
      )}
    </>
  )
}

/** The version that is being written; where there is none, the way to begin one. */
function Version({ statement: { statement, since, can, lines } }: { readonly statement: StatementReply }): ReactNode {
  const { words } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  if (statement?.state === 'draft') return null
  return (
    <>
      <div className="note plain">
        <p>
          {words(statement === null ? 'guide.statement.first' : 'guide.statement.next', {
            version: statement?.versionLabel ?? '',
            n: lines.length,
          })}
        </p>
        {can.start.ok ? (
          <p className="btns">
            <button type="button" className="btn" onClick={() => setOpen(true)}>
              {words('soa.start')}
            </button>
          </p>
        ) : null}
      </div>
      {isOpen ? <StartDialog since={since} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
