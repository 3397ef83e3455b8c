import { type ReactNode, useState } from 'react'
import { Go } from '../../../Go.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import { useSpeech } from '../../../text.ts'
import { ApproveDialog } from '../../statement/ApproveDialog.tsx'
import type { StatementReply } from '../../statement/lines.ts'
import { type GuideLine, leftIn, PARTS } from './guide-lines.ts'

interface ApprovePartProps {
  readonly reply: StatementReply
  readonly lines: readonly GuideLine[]
}

/** What is left before it can be approved, and the approval itself: by the organisation's own people only. */
export function ApprovePart({ reply, lines }: ApprovePartProps): ReactNode {
  const { words, has } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  const { statement, can } = reply
  const left = PARTS.map((part) => ({ part, n: leftIn(part, lines) ?? 0 })).filter(({ n }) => n > 0)
  const why = can.approve.ok ? null : `refusal.${can.approve.why}`
  return (
    <>
      <p className="text partwhy">{words('guide.statement.approve.why', { ...reply.counts })}</p>
      {left.length === 0 ? null : (
        <ul className="lines hang">
          {left.map(({ part, n }) => (
            <li key={part}>
              <Mark severity="question" isNamed={false} />{' '}
              <Go to="guide-statement" search={{ part }} isCurrent={false}>
                {words(`guide.statement.left.${part}`, { n })}
              </Go>
            </li>
          ))}
        </ul>
      )}
      <p className="btns">
        <button type="button" className="btn" disabled={!can.approve.ok} onClick={() => setOpen(true)}>
          {words('soa.approve')}
        </button>
        <Go to="statement" className="ghost">
          {words('guide.statement.whole')}
        </Go>
      </p>
      {why !== null && has(why) ? <p className="small soft">{words(why)}</p> : null}
      {isOpen && statement !== null ? (
        <ApproveDialog reply={reply} statement={statement} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}
