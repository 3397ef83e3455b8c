import { addMonths } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { isFilled } from '../../../kernel/verdict.ts'
import { type AuditProgramme, auditProgramme } from '../registers/audit-programme.ts'
import { type ProgrammeLine, programmeLine } from '../registers/programme-line.ts'
import { keyOf } from './items.ts'

/** Within so many months everything has its turn (readiness 1.8, R-9.2.2-2). */
const CYCLE_MONTHS = 36

/** What 9.2.2 asks of a programme. */
const PARTS = ['frequency', 'methods', 'responsibilities', 'planningRequirements', 'reporting'] as const

/** The newest programme that is in force. */
export function programmeInForce(isms: Isms, moment: Moment): AuditProgramme | null {
  const inForce = isms
    .all(auditProgramme)
    .filter((one) => one.state === 'in_force' && (one.inForceFrom === null || moment.reached(one.inForceFrom)))
  return inForce.at(-1) ?? null
}

export function missingParts(one: AuditProgramme): readonly string[] {
  return PARTS.filter((part) => !isFilled(one[part]))
}

/** The lines that say what they are about: a clause or a control. */
export function linesOfProgramme(isms: Isms, one: AuditProgramme): readonly ProgrammeLine[] {
  return isms
    .pointing(programmeLine, 'programme', one.id)
    .filter((line) => line.state === 'active' && keyOf(line) !== null)
}

/** The days for which a line was ever planned, in order. */
export function plannedDays(line: Pick<ProgrammeLine, 'plannedDates'>): readonly CalendarDate[] {
  return line.plannedDates
    .map(({ on }) => on)
    .filter((on) => on !== null)
    .sort()
}

export interface Cycle {
  readonly from: CalendarDate
  /** The first day of the next one. */
  readonly to: CalendarDate
}

/** The three years in which the moment lies: a programme that is not renewed begins anew, with nothing planned yet. */
export function cycleOf(one: AuditProgramme, moment: Moment): Cycle | null {
  let from = one.cycleStart ?? one.inForceFrom ?? one.approvedAt
  if (from === null) return null
  let to = addMonths(from, CYCLE_MONTHS)
  while (moment.reached(to)) {
    from = to
    to = addMonths(from, CYCLE_MONTHS)
  }
  return { from, to }
}

export function isPlannedIn(line: Pick<ProgrammeLine, 'plannedDates'>, cycle: Cycle | null): boolean {
  return plannedDays(line).some((on) => cycle === null || (on >= cycle.from && on < cycle.to))
}
