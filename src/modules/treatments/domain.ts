import { sameJson } from '../../kernel/json.ts'
import type { CalendarDate, RecordId } from '../../kernel/register.ts'
import { type Treatment, treatment } from './registers/treatment.ts'

/** The controls that some living treatment counts on (6.1.3 b): what the statement of applicability must hold. */
export function necessaryControls(treatments: readonly Pick<Treatment, 'state' | 'controls'>[]): ReadonlySet<RecordId> {
  const living = treatments.filter(({ state }) => !treatment.states.ended.includes(state))
  return new Set(living.flatMap(({ controls }) => controls))
}

/** What the owner approved: a change of any of these overtakes his approval (R-6.1.3-f-3). */
const SUBSTANCE = ['option', 'justification', 'controls'] as const satisfies readonly (keyof Treatment)[]
type Substance = Pick<Treatment, (typeof SUBSTANCE)[number]>

/** The two dates that tell since when a treatment is as it is; empty where the change does not touch it. */
export function treatmentDates(
  before: Substance | null,
  after: Substance,
  on: CalendarDate,
): Partial<Pick<Treatment, 'changedAt' | 'controlsChangedAt'>> {
  const changed = SUBSTANCE.filter((name) => !sameJson(before?.[name], after[name]))
  if (changed.length === 0) return {}
  const hasOtherControls = !sameJson([...(before?.controls ?? [])].sort(), [...after.controls].sort())
  return { changedAt: on, ...(hasOtherControls && { controlsChangedAt: on }) }
}
