import { isOverdue, newestReached } from '../../kernel/interval.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../kernel/rule.ts'
import { forAll, lookedFor, together } from '../../kernel/verdict.ts'
import { systemsInScope } from '../assets/domain.ts'
import { informationSystem } from '../assets/registers/information-system.ts'
import { type Baseline, baseline } from './register.ts'

const MONTHS = 12

function isInForce(one: Baseline, moment: Moment): boolean {
  return one.state === 'in_force' && (one.approvedAt === null || moment.reached(one.approvedAt))
}

/** A year, and the standard's own: no exception lifts it (1.7, 9). */
function isCheckLate(facts: Facts, one: Baseline, moment: Moment): boolean | 'unknown' {
  return isOverdue(facts, moment, {
    last: newestReached(moment, [one.checkedAt]),
    intervalMonths: MONTHS,
    start: one.approvedAt,
  })
}

/** Put right, or else taken up: as an action, or as something left so on purpose. */
function hasUnfollowed(one: Baseline, moment: Moment): boolean {
  return one.deviations.some(({ followUp, resolvedAt }) => followUp.length === 0 && !moment.reached(resolvedAt))
}

const configurationsChecked = rule(
  'R-A.8.9-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    reads: [informationSystem, baseline],
    remedy: { owner: 'coordinator', register: 'baseline', act: 'create' },
  },
  (facts) => {
    const systems = systemsInScope(facts.isms)
    const used = new Set(systems.map(({ systemClass }) => systemClass))
    const baselines = facts.isms.all(baseline).filter(({ systemClass }) => used.has(systemClass))
    const covered = new Set(baselines.filter((one) => isInForce(one, facts.moment)).map((one) => one.systemClass))
    return together(
      forAll(facts, systems, [
        {
          variant: 'none',
          fails: ({ systemClass }) => (systemClass === null ? 'unknown' : !covered.has(systemClass)),
          fields: ['systemClass'],
          lookedFor: lookedFor('active', {
            register: { keys: ['baseline.plural'] },
            of: { keys: ['information_system.plural'] },
          }),
        },
      ]),
      forAll(facts, { of: baselines.filter((one) => one.systemClass !== null), counts: isInForce }, [
        { variant: 'unchecked', fails: (one, moment) => isCheckLate(facts, one, moment) },
        { variant: 'unfollowed', fails: hasUnfollowed, fields: ['deviations'] },
      ]),
    )
  },
)

export const rules: readonly Rule[] = [configurationsChecked]
