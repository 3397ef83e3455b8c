import { earliest } from '../../kernel/calendar.ts'
import { isOverdue, newestReached } from '../../kernel/interval.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../kernel/rule.ts'
import { always, forAll, heldAgainst, lookedFor, orAll, together } from '../../kernel/verdict.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { type Service, service } from '../organisation/registers/service.ts'
import { coversAt, isAbout, isComplete, isCovered, isPlanBegun } from './domain.ts'
import { continuityPlan } from './registers/continuity-plan.ts'
import { continuityTest } from './registers/continuity-test.ts'

const TEST_MONTHS = 12

function isTestLate(facts: Facts, one: Service, moment: Moment): boolean | 'unknown' {
  if (facts.isExcepted(one.id)) return false
  const { isms } = facts
  const tests = isms.all(continuityTest).filter((test) => test.state !== 'cancelled' && isAbout(isms, test, one.id))
  return isOverdue(facts, moment, {
    last: newestReached(
      moment,
      tests.filter(isComplete).map(({ doneAt }) => doneAt),
    ),
    intervalMonths: TEST_MONTHS,
    planned: earliest(...tests.map(({ plannedAt }) => plannedAt)),
  })
}

const continuityReady = rule(
  'R-A.5.30-1',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MAJ',
    reads: [service, document, documentVersion, continuityPlan, continuityTest],
    remedy: { owner: 'object_owner', register: 'continuity_test', act: 'create' },
  },
  (facts) => {
    const services = facts.isms.all(service).filter((one) => one.state === 'active' && one.inScope === true)
    const result = together(
      forAll(
        facts,
        services.filter((one) => one.critical === true),
        [
          {
            // One plan that misses a service is incomplete, one that is being written does not hold yet; none is none (ABS of 1.3).
            variant: 'none',
            grade: isPlanBegun(facts.isms) ? always('MIN') : orAll(always('MIN')),
            fails: (one, moment) => !isCovered(coversAt(facts.isms, moment), one.id),
            lookedFor: lookedFor('in_force', { type: { keys: ['document.type.continuity_plan'] } }),
          },
          {
            variant: 'targets',
            grade: always('MIN'),
            fails: (one) => one.rtoHours === null || one.rpoHours === null,
            fields: ['rtoHours', 'rpoHours'],
          },
          {
            variant: 'untested',
            grade: always('MIN'),
            fails: (one, moment) => isTestLate(facts, one, moment),
            lookedFor: lookedFor('any', { register: { keys: ['continuity_test.plural'] } }),
          },
        ],
      ),
      forAll(
        facts,
        services.filter((one) => one.critical === null),
        [{ variant: 'critical', fails: () => 'unknown', fields: ['critical'] }],
      ),
    )
    return heldAgainst(result, [...facts.isms.all(continuityPlan), ...facts.isms.all(continuityTest)])
  },
)

export const rules: readonly Rule[] = [continuityReady]
