import type { ReactNode } from 'react'
import { useNames } from '../../names.ts'
import type { ReadinessReply } from '../../readiness.ts'
import { useSpeech } from '../../text.ts'

interface YearlySectionProps {
  readonly yearly: ReadinessReply['yearly']
}

/** Questions that are put once a year, to be answered with a decision; those that were answered lately are counted. */
export function YearlySection({ yearly }: YearlySectionProps): ReactNode {
  const { words, day } = useSpeech()
  const open = yearly.filter(({ answer }) => answer === null)
  const names = useNames(open.map(({ answerer }) => answerer))
  if (yearly.length === 0) return null
  return (
    <section>
      <details>
        <summary className="under foldhead">
          {words('readinessPage.yearly', { n: open.length, total: yearly.length })}
        </summary>
        <ol className="lines small">
          {open.map(({ key, number, answerer, due }) => (
            <li key={number}>
              {words(key)}
              <br />
              <span className="quiet">
                {answerer === null ? words('strip.nobody') : (names[answerer]?.title ?? '')}
                {due === null ? '' : `, ${words('readinessPage.by', { day: day(due) })}`}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}
