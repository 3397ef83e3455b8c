import type { ReactNode } from 'react'
import { daysBetween } from '../../days.ts'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'
import { type Audit, type Milestone, nextAudit } from './today.ts'

interface AuditDaysProps {
  readonly audits: readonly Audit[]
  readonly milestones: readonly Milestone[]
  readonly day: string
}

/** How long until the next audit, and which come after it. */
export function AuditDays({ audits, milestones, day }: AuditDaysProps): ReactNode {
  const { words, longDay, day: written } = useSpeech()
  const next = nextAudit(audits, day)
  const later = [
    ...audits
      .filter((audit) => audit.date >= day && audit !== next)
      .map(({ stage, date }) => ({ date, name: words(`stage.${stage}`) })),
    ...milestones.map(({ kind, date }) => ({ date, name: words(`today.${kind}`) })),
  ].toSorted((a, b) => a.date.localeCompare(b.date))
  return (
    <section className="sect" aria-labelledby="days">
      <h2 id="days">{words('today.untilAudit')}</h2>
      <ul className="lines small">
        {next === null ? (
          <li>
            {words('today.noDate')} <Go to="registers/organisation">{words('today.plan')}</Go>
          </li>
        ) : (
          <li>
            <span className="num bigdays">{words('today.days', { n: daysBetween(day, next.date) })}</span>
            <br />
            {words('today.until', { stage: words(`stage.${next.stage}.named`), day: longDay(next.date) })}
          </li>
        )}
        {later.length > 0 ? (
          <li className="facts">
            {later.map((audit) => (
              <span key={`${audit.name}${audit.date}`} className="fact">
                <span className="quiet num">{words('today.days', { n: daysBetween(day, audit.date) })}</span>
                <span>{`${audit.name}, ${written(audit.date)}`}</span>
              </span>
            ))}
          </li>
        ) : null}
      </ul>
    </section>
  )
}
