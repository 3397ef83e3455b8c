import { addDays, latest } from '../../../kernel/calendar.ts'
import type { AnyRecord, Isms } from '../../../kernel/isms.ts'
import type { CalendarDate, RecordId, Register } from '../../../kernel/register.ts'
import { occurrence } from '../registers/occurrence.ts'
import type { RecordedIn, RecurringTask } from '../registers/recurring-task.ts'
import { lengthInDays } from './open.ts'

type Values = Readonly<Record<string, string | null>>

/** Work of many days: the record that is made for it only begins it, and the day on which it is done comes later. */
const LONG: readonly RecordedIn[] = [
  'audit',
  'management_review',
  'risk_assessment',
  'awareness_round',
  'independent_review',
]

export function isLong(register: string): boolean {
  return LONG.some((one) => one === register)
}

interface Beginning {
  readonly of: RecurringTask
  readonly due: CalendarDate
  readonly today: CalendarDate
  readonly person: RecordId | null
  /** What a record with a name of its own is called. */
  readonly title: string
  /** Finds the declaration of another register. */
  readonly registerOf: (name: string) => Register | null
}

/** What the record of some work begins with: whose, about what, over which days; what is done at once has its day already. */
export function givenFor(isms: Isms, register: Register, beginning: Beginning): Values {
  const { due, today, person, title } = beginning
  const { fields } = register
  const has = (name: string | null): name is string => name !== null && fields[name]?.isSet === false
  const { title: named, owner, parent } = register
  return {
    ...(fields[named]?.kind === 'text' ? { [named]: title } : {}),
    ...(has(owner) ? { [owner]: person } : {}),
    ...(has(register.due) ? { [register.due]: due } : {}),
    ...(has(register.done) && !isLong(register.name) ? { [register.done]: today } : {}),
    ...(has(parent) ? { [parent]: longestWaiting(isms, register, beginning.registerOf) } : {}),
    ...periodOf(isms, register, beginning),
    ...OWN[register.name],
  }
}

const OWN: Readonly<Record<string, Values>> = {
  audit: { kind: 'internal' },
  risk_assessment: { reason: 'planned' },
}

/** Where a record tells of a stretch of days, it goes on where the one before ended. */
function periodOf(isms: Isms, register: Register, { today }: Beginning): Values {
  if (!('periodFrom' in register.fields) || !('periodTo' in register.fields)) return {}
  const last = latest(...isms.all(register).map((one) => dayIn(one, 'periodTo')))
  return { periodFrom: last === null ? null : addDays(last, 1), periodTo: today }
}

/** What was looked at longest ago, or never: the supplier of the quarter, the next system of the round. */
function longestWaiting(isms: Isms, register: Register, registerOf: Beginning['registerOf']): RecordId | null {
  const { parent } = register
  const target = registerOf(parent === null ? '' : (register.fields[parent]?.options.targets?.[0] ?? ''))
  if (target === null) return null
  const last = lastLooks(isms, register)
  const living = isms.all(target).filter((one) => !target.states.ended.includes(one.state) && one['inScope'] !== false)
  const [first] = living.toSorted((a, b) => (last.get(a.id) ?? '').localeCompare(last.get(b.id) ?? '', 'en'))
  return first?.id ?? null
}

/** When each thing that a register is about was last looked at. */
function lastLooks(isms: Isms, register: Register): ReadonlyMap<unknown, string> {
  const { parent, done } = register
  const last = new Map<unknown, string>()
  if (parent === null || done === null) return last
  for (const one of isms.all(register)) {
    const at = dayIn(one, done)
    const about = one[parent]
    if (at !== null && at > (last.get(about) ?? '')) last.set(about, at)
  }
  return last
}

function dayIn(record: AnyRecord, field: string | null): CalendarDate | null {
  const value = field === null ? null : record[field]
  return typeof value === 'string' ? value : null
}

export interface Candidate {
  readonly record: AnyRecord
  readonly doneAt: CalendarDate | null
  readonly due: CalendarDate | null
}

const MOST = 8

/** Records that may be what a day of the work left: done around it, or planned and still to be done, and told of no other day. */
export function candidatesFor(
  isms: Isms,
  register: Register,
  of: RecurringTask,
  due: CalendarDate,
): readonly Candidate[] {
  const taken = new Set(isms.all(occurrence).flatMap(({ records, state }) => (state === 'cancelled' ? [] : records)))
  const around = Math.max(7, Math.floor(lengthInDays(of) / 2))
  const [from, until] = [addDays(due, -around), addDays(due, around)]
  return isms
    .all(register)
    .filter(({ id, state }) => !taken.has(id) && !register.states.ended.includes(state))
    .map((record): Candidate => ({ record, doneAt: dayIn(record, register.done), due: dayIn(record, register.due) }))
    .filter(({ doneAt, due: planned }) => (doneAt === null ? planned !== null && planned <= until : doneAt >= from))
    .toSorted((a, b) => ((a.doneAt ?? a.due ?? '') < (b.doneAt ?? b.due ?? '') ? 1 : -1))
    .slice(0, MOST)
}
