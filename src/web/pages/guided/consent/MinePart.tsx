import type { ReactNode } from 'react'
import { Go } from '../../../Go.tsx'
import { useSpeech } from '../../../text.ts'
import { AskedSection } from './AskedSection.tsx'
import { type ConsentReply, heapsOf } from './consent.ts'

interface MinePartProps {
  readonly reply: ConsentReply
  readonly canEdit: boolean
}

/** What waits for the reader's own word, with what he has to know before he gives it. */
export function MinePart({ reply, canEdit }: MinePartProps): ReactNode {
  const { words, has } = useSpeech()
  const { mine, plan, can } = reply
  const why = can.sign.ok ? null : `refusal.${can.sign.why}`
  return (
    <>
      {why !== null && has(why) ? <p className="note plain">{words(why)}</p> : null}
      {mine.length > 0 ? (
        <p className="text partwhy">{words('guide.consent.mine.why')}</p>
      ) : (
        <p className="empty">
          {words(plan === null ? 'guide.consent.mine.noPlan' : 'guide.consent.mine.none')}{' '}
          {plan === null ? (
            <Go to="guide-plan" isCurrent={false}>
              {words('guide.consent.toPlan')}
            </Go>
          ) : null}
        </p>
      )}
      {heapsOf(mine).map((heap) => {
        const [first] = heap
        return first === undefined ? null : (
          <AskedSection
            key={`${first.kind}${first.capacity}${first.kind === 'residual_risk' ? '' : first.subject.id}`}
            heap={heap}
            first={first}
            canSign={canEdit && can.sign.ok}
          />
        )
      })}
    </>
  )
}
