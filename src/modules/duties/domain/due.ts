import { addMonths } from '../../../kernel/calendar.ts'
import type { AnyRecord, Isms } from '../../../kernel/isms.ts'
import type { CalendarDate, RecordId, Register } from '../../../kernel/register.ts'
import { ownerOf } from '../../registers/domain.ts'
import { openWork } from '../../tasks/domain/open.ts'
import { occurrence } from '../../tasks/registers/occurrence.ts'
import { task } from '../../tasks/registers/task.ts'

/** How far one looks ahead unless told. */
const AHEAD_MONTHS = 12

export interface DueRecord {
  /** An occurrence of recurring work that nobody wrote down yet stands as the work itself. */
  readonly record: AnyRecord
  readonly owner: RecordId | null
  readonly due: CalendarDate
  readonly isLate: boolean
  /** From which day on it is time to think of it; null where that is for whoever tells of it to say. */
  readonly from: CalendarDate | null
  /** The recurring work of which it is a day, and how many of its days before were passed over. */
  readonly recurring: { readonly id: RecordId; readonly earlier: number } | null
}

/** What must happen within a year of the day, what is overdue first. What is done or ended no longer counts. */
export function dueRecords(isms: Isms, registers: readonly Register[], day: CalendarDate): readonly DueRecord[] {
  const until = addMonths(day, AHEAD_MONTHS)
  const found = registers.flatMap((register) => {
    if (register.name === occurrence.name) return recurringDues(isms, registers, day)
    const field = register.due
    if (field === null) return []
    return isms.all(register).flatMap((record): readonly DueRecord[] => {
      const due = record[field]
      if (typeof due !== 'string' || due > until || isDone(register, record)) return []
      return [{ record, due, owner: ownerOf(register, record), isLate: due < day, from: null, recurring: null }]
    })
  })
  return found.toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1))
}

/** By its state, or by the date on which it was done: a plan that was met is no duty any more. */
function isDone(register: Register, record: AnyRecord): boolean {
  if (register.states.ended.includes(record.state)) return true
  return register.done !== null && typeof record[register.done] === 'string'
}

/** The days of recurring work that wait, whether or not anybody wrote them down. */
function recurringDues(isms: Isms, registers: readonly Register[], day: CalendarDate): readonly DueRecord[] {
  const byName = new Map(registers.map((one) => [one.name, one]))
  return openWork(isms, day, (name) => byName.get(name) ?? null).flatMap((line): readonly DueRecord[] => {
    const record = isms.any(line.occurrence?.id ?? line.of.id)
    if (record === null) return []
    const { owner, due, from, last, of, earlier } = line
    return [{ record, owner, due, isLate: day > last, from, recurring: { id: of.id, earlier: earlier.length } }]
  })
}

/** One thing that somebody has to do; without a day where nobody set one. */
export type Duty = Omit<DueRecord, 'owner' | 'due'> & { readonly due: CalendarDate | null }

/** What each person has to do, by person: what is due, and tasks that somebody asked without saying by when. */
export function dutiesByPerson(isms: Isms, due: readonly DueRecord[]): ReadonlyMap<RecordId, readonly Duty[]> {
  const found = new Map<RecordId, Duty[]>()
  const add = (owner: RecordId | null, duty: Duty): void => {
    if (owner === null) return
    const mine = found.get(owner)
    if (mine === undefined) found.set(owner, [duty])
    else mine.push(duty)
  }
  for (const { owner, ...duty } of due) add(owner, duty)
  for (const one of isms.all(task)) {
    const isOpen = one.due === null && one.doneAt === null && !task.states.ended.includes(one.state)
    const record = isOpen ? isms.any(one.id) : null
    if (record !== null) add(one.assignee, { record, due: null, isLate: false, from: null, recurring: null })
  }
  return found
}

/** Whether it is time to tell of a duty: recurring work some days ahead of its day, the rest until so far ahead. */
export function isTimeFor({ due, from }: Pick<Duty, 'due' | 'from'>, day: CalendarDate, until: CalendarDate): boolean {
  return from === null ? due === null || due <= until : from <= day
}
