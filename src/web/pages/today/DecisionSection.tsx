import { type ReactNode, useState } from 'react'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { ConsentDialog } from './ConsentDialog.tsx'
import { LoadedAct } from './LoadedAct.tsx'
import type { Decision } from './today.ts'

interface DecisionSectionProps {
  readonly decisions: readonly Decision[]
}

const SHOWN = 5

/** What only this person, or somebody like him, can decide: each with the way to what it is about, and the decision itself. */
export function DecisionSection({ decisions }: DecisionSectionProps): ReactNode {
  const { words, day, list } = useSpeech()
  const { tense } = useAsOf()
  const [open, setOpen] = useState<Decision | null>(null)
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? decisions : decisions.slice(0, SHOWN)
  return (
    <section className="sect" aria-labelledby="decisions">
      <h2 id="decisions">{words('today.decisions', { n: decisions.length })}</h2>
      {decisions.length === 0 ? <p className="empty">{words('today.noDecisions')}</p> : null}
      <ol className="steps">
        {shown.map((decision) => (
          <li key={`${decision.id}${decision.approval?.kind ?? decision.act}`}>
            <div>
              <h3>
                <Go to={`registers/${decision.register}/${decision.id}`}>
                  {decision.title === decision.number ? decision.number : `${decision.number} ${decision.title}`}
                </Go>
              </h3>
              <p>
                {decision.approval === null
                  ? words('today.decision.act', {
                      register: capital(words(decision.register)),
                      act: words(`${decision.register}.act.${decision.act}`).toLocaleLowerCase(),
                    })
                  : words(`today.decision.${decision.approval.kind}`, {
                      n: decision.approval.risks.length,
                      risks: list(decision.approval.risks.map(({ number }) => number)),
                      level: decision.approval.level ?? 'none',
                    })}{' '}
                <span className="quiet">{words('today.decision.since', { day: day(decision.since) })}</span>
              </p>
            </div>
            {tense === 'present' ? (
              <button type="button" className="ghost do" onClick={() => setOpen(decision)}>
                {words('today.decide')}
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      {shown.length < decisions.length ? (
        <p className="after">
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {words('today.allDecisions', { n: decisions.length })}
          </button>
        </p>
      ) : null}
      {open === null ? null : open.act === null ? (
        <ConsentDialog decision={open} onClose={() => setOpen(null)} />
      ) : (
        <LoadedAct register={open.register} id={open.id} act={open.act} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}
