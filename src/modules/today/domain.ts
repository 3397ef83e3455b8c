import { addMonths } from '../../kernel/calendar.ts'
import type { AnyRecord, Isms } from '../../kernel/isms.ts'
import type { CalendarDate, Register } from '../../kernel/register.ts'
import type { Stage } from '../../kernel/rule.ts'
import type { Organisation } from '../organisation/registers/organisation.ts'

/** How far the first page looks ahead. */
const AHEAD_MONTHS = 12

export interface DueRecord {
  readonly record: AnyRecord
  readonly owner: string | null
  readonly due: CalendarDate
}

/** What must happen within a year of the day, what is overdue first. What is done or ended no longer counts. */
export function dueRecords(isms: Isms, registers: readonly Register[], day: CalendarDate): readonly DueRecord[] {
  const until = addMonths(day, AHEAD_MONTHS)
  const found = registers.flatMap((register) => {
    const field = register.due
    if (field === null) return []
    return isms.all(register).flatMap((known): readonly DueRecord[] => {
      const record = isms.any(known.id)
      const due = record?.[field]
      if (record === null || typeof due !== 'string' || due > until || isDone(register, record)) return []
      const owner = register.owner === null ? null : record[register.owner]
      return [{ record, due, owner: typeof owner === 'string' ? owner : null }]
    })
  })
  return found.toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1))
}

/** By its state, or by a date on which it was done: a plan that was met is no duty any more. */
function isDone(register: Register, record: AnyRecord): boolean {
  if (register.states.ended.includes(record.state)) return true
  return DONE_DATES.some((name) => typeof record[name] === 'string')
}

const DONE_DATES = ['doneAt', 'heldAt', 'completedAt', 'collectedAt', 'effectiveAt', 'at'] as const

export interface PlannedAudit {
  readonly stage: Stage
  readonly date: CalendarDate
}

/** The audits of the certification body that the organisation has planned, in order. */
export function plannedAudits(organisation: Pick<Organisation, 'stagePlan'> | undefined): readonly PlannedAudit[] {
  if (organisation === undefined) return []
  const { stage1, stage2, surveillance, recertification } = organisation.stagePlan
  const planned: readonly { readonly stage: Stage; readonly date: CalendarDate | null }[] = [
    { stage: 'S1', date: stage1 },
    { stage: 'S2', date: stage2 },
    ...surveillance.map(({ firstDay }) => ({ stage: 'SV' as const, date: firstDay })),
    { stage: 'RC', date: recertification },
  ]
  return planned
    .flatMap(({ stage, date }) => (date === null ? [] : [{ stage, date }]))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
}
