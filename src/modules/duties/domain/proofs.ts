import { addDays, addMonths } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { Control } from '../../controls/register.ts'
import { activeLines, viewsOf } from '../../statements/domain/overview.ts'

/** A control that is stated to work and of which proof is missing or grows old; `due` is null where there is none at all. */
export interface ProofDue {
  readonly control: Control
  readonly owner: RecordId
  readonly due: CalendarDate | null
}

/** Proof that grows old within so many days is asked for. */
const AHEAD_DAYS = 30

/** What proof is due, what is missing altogether first. */
export function proofsDue(isms: Isms, day: CalendarDate): readonly ProofDue[] {
  const found = viewsOf(activeLines(isms), isms, day).flatMap(({ line, control, evidence }): readonly ProofDue[] => {
    const owner = line.owner ?? control?.owner ?? null
    if (control === null || owner === null || line.included !== true || line.implementationStatus !== 'implemented') {
      return []
    }
    const due = evidence === null ? null : addMonths(evidence.until, evidence.intervalMonths)
    return due !== null && due > addDays(day, AHEAD_DAYS) ? [] : [{ control, owner, due }]
  })
  return found.toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
}
