import { addMonths } from '../../../kernel/calendar.ts'
import type { AnyRecord, Isms } from '../../../kernel/isms.ts'
import type { CalendarDate, RecordId, Register } from '../../../kernel/register.ts'
import { recurringTask } from '../../tasks/registers/recurring-task.ts'
import { task } from '../../tasks/registers/task.ts'

/** How far one looks ahead unless told. */
const AHEAD_MONTHS = 12

export interface DueRecord {
  readonly record: AnyRecord
  readonly owner: RecordId | null
  readonly due: CalendarDate
}

/** What must happen within a year of the day, what is overdue first. What is done or ended no longer counts. */
export function dueRecords(isms: Isms, registers: readonly Register[], day: CalendarDate): readonly DueRecord[] {
  const until = addMonths(day, AHEAD_MONTHS)
  const found = registers.flatMap((register) => {
    const field = register.due
    if (field === null) return []
    return isms.all(register).flatMap((record): readonly DueRecord[] => {
      const due = record[field]
      if (typeof due !== 'string' || due > until || isDone(register, record)) return []
      return [{ record, due, owner: ownerIn(isms, register, record) }]
    })
  })
  return found.toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1))
}

/** By its state, or by the date on which it was done: a plan that was met is no duty any more. */
function isDone(register: Register, record: AnyRecord): boolean {
  if (register.states.ended.includes(record.state)) return true
  return register.done !== null && typeof record[register.done] === 'string'
}

/** An occurrence that names nobody is the work of whoever owns what recurs. */
function ownerIn(isms: Isms, register: Register, record: AnyRecord): RecordId | null {
  const owner = register.owner === null ? null : record[register.owner]
  if (typeof owner === 'string') return owner
  const of = record['recurringTask']
  return typeof of === 'string' ? (isms.find(recurringTask, of)?.owner ?? null) : null
}

/** One thing that somebody has to do; without a day where nobody set one. */
export interface Duty {
  readonly record: AnyRecord
  readonly due: CalendarDate | null
}

/** What each person has to do, by person: what is due, and tasks that somebody asked without saying by when. */
export function dutiesByPerson(isms: Isms, due: readonly DueRecord[]): ReadonlyMap<RecordId, readonly Duty[]> {
  const found = new Map<RecordId, Duty[]>()
  const add = (owner: RecordId | null, duty: Duty): void => {
    if (owner === null) return
    const mine = found.get(owner)
    if (mine === undefined) found.set(owner, [duty])
    else mine.push(duty)
  }
  for (const { owner, record, due: on } of due) add(owner, { record, due: on })
  for (const one of isms.all(task)) {
    const isOpen = one.due === null && one.doneAt === null && !task.states.ended.includes(one.state)
    const record = isOpen ? isms.any(one.id) : null
    if (record !== null) add(one.assignee, { record, due: null })
  }
  return found
}
