import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { holdersOf, isPresent, isTopManagement, ownersOf } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import { role } from '../../people/registers/role.ts'
import { methodOf } from '../../risks/domain/levels.ts'
import type { Risk } from '../../risks/registers/risk.ts'
import type { RiskMethod } from '../../risks/registers/risk-method.ts'

type Row = RiskMethod['authorityTable'][number]

/** Somebody who may accept a risk, and as what. */
export interface Decider {
  readonly person: RecordId
  readonly capacity: Row['capacities'][number] | null
  /** The role that lets him, where it is not a capacity. */
  readonly role: RecordId | null
}

/**
 * Who may accept a risk of this level by the method's table of authority, each person once. A method without a table leaves
 * it to the owner of the risk; a table that does not name the level lets nobody.
 */
export function decidersOn(isms: Isms, one: Risk, level: string | null, moment: Moment): readonly Decider[] {
  const method = methodOf(isms, moment)
  const rows = method?.authorityTable ?? []
  const table: readonly Pick<Row, 'capacities' | 'roles'>[] =
    rows.length === 0
      ? [{ capacities: ['risk_owner'], roles: [] }]
      : rows.filter((row) => level !== null && row.level === level)
  const found = table.flatMap(({ capacities, roles }): readonly Decider[] => [
    ...capacities.flatMap((capacity) =>
      inCapacity(isms, capacity, one, moment).map((id) => ({ person: id, capacity, role: null })),
    ),
    ...roles.flatMap((id) =>
      holdersOf(isms, id, moment).map((some) => ({ person: some.id, capacity: null, role: id })),
    ),
  ])
  return [...new Map(found.toReversed().map((each) => [each.person, each])).values()].toReversed()
}

function inCapacity(isms: Isms, capacity: Row['capacities'][number], one: Risk, moment: Moment): readonly RecordId[] {
  switch (capacity) {
    case 'risk_owner':
      return ownersOf(isms, one, moment)
    case 'top_management':
      return isms
        .all(person)
        .filter((some) => isTopManagement(isms, some.id) && isPresent(some, moment))
        .map(({ id }) => id)
    case 'coordinator':
      return isms
        .all(role)
        .filter(({ duties }) => duties.includes('isms_coordination'))
        .flatMap(({ id }) => holdersOf(isms, id, moment).map((some) => some.id))
  }
}
