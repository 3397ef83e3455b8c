import { isOverdue, newestReached } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { forAll, isFilled, together } from '../../../kernel/verdict.ts'
import { informationSystem } from '../../assets/registers/information-system.ts'
import { isLive } from '../domain/grants.ts'
import { type AccessGrant, accessGrant } from '../register.ts'

const REVIEWED = 'R-A.5.18-3'

/** An exception lifts the rhythm and nothing else (1.10, 8). */
function isReviewLate(facts: Facts, grant: AccessGrant, moment: Moment): boolean | 'unknown' {
  if (facts.isExcepted(grant.id)) return false
  return isOverdue(facts, moment, {
    last: newestReached(moment, [grant.privilegedReviewedAt]),
    intervalMonths: facts.parameters.privilegedReviewMonths,
    start: grant.grantedAt,
  })
}

const privilegesLimited = rule(
  'R-A.8.2-1',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MIN',
    reads: [accessGrant, informationSystem],
    after: [REVIEWED],
    remedy: { owner: 'coordinator', register: 'access_grant', act: 'review' },
  },
  (facts) => {
    const { isms } = facts
    const unreviewed = facts.fails(REVIEWED)
    const grants = isms
      .all(accessGrant)
      .filter((one) => isms.find(informationSystem, one.system)?.inScope !== false && !unreviewed.has(one.system))
    return together(
      forAll(facts, { of: grants.filter((one) => one.privileged === true), counts: isLive }, [
        {
          variant: 'shared',
          fails: (one) => (one.separateAccount === null ? 'unknown' : !one.separateAccount),
          fields: ['separateAccount'],
        },
        { variant: 'reasonless', fails: (one) => !isFilled(one.reason), fields: ['reason'] },
        {
          variant: 'unreviewed',
          fails: (one, moment) => isReviewLate(facts, one, moment),
          fields: ['privilegedReviewedAt'],
        },
      ]),
      forAll(facts, { of: grants.filter((one) => one.privileged === null), counts: isLive }, [
        { variant: 'privileged', fails: () => 'unknown', fields: ['privileged'] },
      ]),
    )
  },
)

export const rules: readonly Rule[] = [privilegesLimited]
