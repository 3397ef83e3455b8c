import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { unit } from '../../organisation/registers/unit.ts'
import { holdersOf } from '../../people/domain/presence.ts'
import type { Person } from '../../people/registers/person.ts'
import type { Document } from '../registers/document.ts'

/**
 * Who has to read a document, as a question to be put to each person; null where nobody said so. Who asks reads `person`,
 * `unit`, `role` and `role_assignment`.
 */
export function audienceOf(isms: Isms, { audience }: Document, moment: Moment): ((one: Person) => boolean) | null {
  if (audience.everyone === true) return () => true
  const { units, roles, people } = audience
  if (units.length + roles.length + people.length === 0) return null
  const named = new Set<RecordId>([
    ...people,
    ...roles.flatMap((id) => holdersOf(isms, id, moment).map((holder) => holder.id)),
  ])
  return (one) => named.has(one.id) || isIn(isms, one.unit, units)
}

/** No organisation is deeper than this; it ends a ring of units. */
const MOST_LEVELS = 20

/** Whether a unit is one of those, or lies below one. */
function isIn(isms: Isms, of: RecordId | null, units: readonly RecordId[]): boolean {
  if (units.length === 0) return false
  let id = of
  for (let level = 0; level < MOST_LEVELS && id !== null; level += 1) {
    if (units.includes(id)) return true
    id = isms.find(unit, id)?.partOf ?? null
  }
  return false
}
