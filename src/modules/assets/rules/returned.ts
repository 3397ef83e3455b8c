import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { forAll, ratio } from '../../../kernel/verdict.ts'
import { addWorkingDays } from '../../../kernel/workdays.ts'
import { closedDays } from '../../organisation/domain.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { person } from '../../people/registers/person.ts'
import { type Asset, asset } from '../registers/asset.ts'

/** Working days after which everything must be back (R-A.5.11-1). */
const RETURN_DAYS = 5

interface Leaver {
  readonly id: RecordId
  readonly due: CalendarDate
  readonly assigned: readonly Asset[]
}

/**
 * People with an end date who were given something. No look-back: what never came back is no event of the past. An asset
 * that was written off with a reason, or that somebody else has now, is not out any more; one that came back and was
 * written off later still shows that it came back.
 */
function leavers({ isms }: Facts): readonly Leaver[] {
  const closed = closedDays(isms)
  return isms.all(person).flatMap((one): readonly Leaver[] => {
    if (one.endDate === null) return []
    const assigned = isms
      .pointing(asset, 'assignedTo', one.id)
      .filter(({ state, returnedAt }) => state === 'active' || returnedAt !== null)
    if (assigned.length === 0) return []
    return [{ id: one.id, due: addWorkingDays(one.endDate, RETURN_DAYS, closed), assigned }]
  })
}

const assetsReturned = rule(
  'R-A.5.11-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    reads: [person, asset, organisation],
    remedy: { owner: 'coordinator', register: 'asset', act: 'update' },
  },
  (facts) => {
    const left = {
      of: leavers(facts),
      counts: (one: Leaver, moment: Moment) => moment.reached(one.due),
      grade: ratio(0.5),
    }
    return forAll(facts, left, [
      { fails: (one, moment) => one.assigned.some(({ returnedAt }) => !moment.reached(returnedAt)) },
    ])
  },
)

export const rules: readonly Rule[] = [assetsReturned]
