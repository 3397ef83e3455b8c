import { addMonths } from '../../../kernel/calendar.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type Rule, rule, type SentenceValues } from '../../../kernel/rule.ts'
import { breach, failing, gated, lookedFor, okay } from '../../../kernel/verdict.ts'
import { completedAudits, isAhead, performedOn, plannedDay } from '../domain/held.ts'
import { linesOfProgramme, plannedDays, programmeInForce } from '../domain/programme.ts'
import { hasReport } from '../domain/report.ts'
import { coreGap } from '../domain/rhythm.ts'
import { audit } from '../registers/audit.ts'
import { auditProgramme } from '../registers/audit-programme.ts'
import { programmeLine } from '../registers/programme-line.ts'

function dayOf(day: CalendarDate | null | undefined): SentenceValues {
  return day === null || day === undefined ? {} : { date: { date: day } }
}

const auditHeld = rule(
  'R-9.2.1-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-13',
    pattern: 'late_core',
    reads: [audit, auditProgramme, programmeLine],
    remedy: { owner: 'coordinator', register: 'audit', act: 'create' },
  },
  (facts) => {
    const { isms, moment } = facts
    const completed = completedAudits(isms, moment)
    // Before the initial audit only one with a report counts; the rhythm after it runs from the days themselves.
    const reported = completed.filter((one) => hasReport(one, moment) || moment.late(facts.plan.stage2Held))
    const internal = isms.all(audit).filter((one) => one.kind === 'internal')
    const programme = programmeInForce(isms, moment)
    const lines = programme === null ? [] : linesOfProgramme(isms, programme)
    const planned = [
      ...internal.filter((one) => isAhead(one, moment)).map(plannedDay),
      ...lines.flatMap(plannedDays).filter((on) => !moment.late(on)),
    ].filter((on) => on !== null)
    const newest = reported.at(-1) ?? null
    const found = coreGap(facts, {
      last: newest === null ? null : performedOn(newest),
      planned,
      intervalMonths: facts.parameters.auditIntervalMonths,
    })
    if (found === null) return okay(reported)
    const about = newest === null ? internal.filter((one) => isAhead(one, moment)) : [newest]
    const [day] = planned.toSorted()
    return breach({
      variant: found.gap,
      severity: found.severity,
      values: dayOf(newest === null ? day : performedOn(newest)),
      failing: about.map((one) => failing(one, ['state', 'lastDay'])),
      lookedAt: internal,
      lookedFor: [lookedFor('held_audit')],
    })
  },
)

const REQUIRED = ['own_requirements', 'iso27001'] as const

const bothCriteria = rule(
  'R-9.2.1-2',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-13',
    reads: [audit],
    remedy: { owner: 'coordinator', register: 'audit', act: 'update' },
  },
  ({ isms, moment }) => {
    const completed = completedAudits(isms, moment)
    const newest = completed.at(-1)
    const last = newest === undefined ? null : performedOn(newest)
    if (last === null) return gated
    // The last programme year is the one that the newest audit closes: that it may be long ago is for R-9.2.1-1 to say.
    const year = completed.filter((one) => (performedOn(one) ?? '') > addMonths(last, -12))
    const criteria = new Set(year.flatMap((one) => one.criteria))
    const missing = REQUIRED.filter((name) => !criteria.has(name))
    if (missing.length === 0) return okay(year)
    return breach({
      severity: 'MIN',
      values: { missing: { keys: missing.map((name) => `audit.criteria.${name}`) } },
      failing: year.map((one) => failing(one, ['criteria'])),
      lookedAt: year,
    })
  },
)

export const rules: readonly Rule[] = [auditHeld, bothCriteria]
