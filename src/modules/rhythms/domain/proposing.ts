import { addDays, addMonths } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import { momentOf } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { isWorkingDay } from '../../../kernel/workdays.ts'
import { control } from '../../controls/register.ts'
import { closedDays } from '../../organisation/domain.ts'
import { isPresent } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import { activeLines } from '../../statements/domain/overview.ts'
import { supplier } from '../../suppliers/register.ts'
import type { RecurringTask } from '../../tasks/registers/recurring-task.ts'
import { certificateOf, existingWork, type Naming, namedWork, owners } from './planning.ts'
import { type Beat, YEAR } from './year.ts'

/** Work that a rule asks for and that nobody has. */
export interface Proposal {
  readonly beat: Beat
  readonly id: RecordId
  readonly control: RecordId | null
  readonly owner: RecordId | null
  readonly first: CalendarDate
}

/** What a rule asks for and nobody has; what the statement leaves out, or there is nobody or nothing for, is not asked. */
export function proposals(isms: Isms, day: CalendarDate, naming: Naming): readonly Proposal[] {
  const named = namedWork(isms, naming)
  const ownerOf = owners(isms, day, null)
  const left = new Set(activeLines(isms).flatMap((line) => (line.included === false ? [line.control] : [])))
  const first = firstDays(isms, day)
  return YEAR.flatMap((beat, index): readonly Proposal[] => {
    const own = beat.control === undefined ? null : isms.all(control).find(({ annexA }) => annexA === beat.control)
    if (existingWork(isms, beat, named) !== null || !isNeeded(isms, beat, day)) return []
    if (own !== null && own !== undefined && left.has(own.id)) return []
    return [
      { beat, id: naming.idOf(beat.key), control: own?.id ?? null, owner: ownerOf(beat), first: first(beat, index) },
    ]
  })
}

function isNeeded(isms: Isms, { needs }: Beat, day: CalendarDate): boolean {
  switch (needs) {
    case 'certificate':
      return certificateOf(isms, day) !== null
    case 'suppliers':
      return isms.all(supplier).some(({ state }) => !supplier.states.ended.includes(state))
    case 'others':
      return isms.all(person).filter((one) => one.kind !== 'external' && isPresent(one, momentOf(day))).length > 1
    default:
      return true
  }
}

/**
 * A first day for work that has none: weekly work next week, other work on the first working day of a month of its own rhythm, so
 * that not everything falls on the same day.
 */
export function firstDays(
  isms: Isms,
  day: CalendarDate,
): (of: Pick<RecurringTask, 'every' | 'unit'>, index: number) => CalendarDate {
  const closed = closedDays(isms)
  const working = (from: CalendarDate): CalendarDate => {
    let on = from
    // Nobody is closed for a month on end.
    for (let tries = 0; tries < MOST_CLOSED && !isWorkingDay(on, closed); tries += 1) on = addDays(on, 1)
    return on
  }
  return ({ every, unit }, index) => {
    if (unit !== 'month' || every === null) return working(mondayAfter(day))
    return working(addMonths(`${day.slice(0, 7)}-01`, 1 + (index % Math.min(every, MONTHS))))
  }
}

const MOST_CLOSED = 31
const MONTHS = 12
const WEEK = 7

function mondayAfter(day: CalendarDate): CalendarDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, WEEK - ((weekday + WEEK - 1) % WEEK))
}
