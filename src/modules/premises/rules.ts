import { earliest } from '../../kernel/calendar.ts'
import { isOverdue, newestReached } from '../../kernel/interval.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../kernel/rule.ts'
import { forAll, heldAgainst } from '../../kernel/verdict.ts'
import { type Location, location } from '../organisation/registers/location.ts'
import { type EntryRightsReview, entryRightsReview } from './registers/entry-rights-review.ts'
import { visitorLog } from './registers/visitor-log.ts'

const MONTHS = 12
/** A data centre is run by somebody else, a home by nobody: the rule names the other three. */
const ENTERED: readonly Location['kind'][] = ['office', 'care_site', 'server_room']

function reviewsOf({ isms }: Facts, place: Location): readonly EntryRightsReview[] {
  return isms.pointing(entryRightsReview, 'location', place.id).filter(({ state }) => state === 'active')
}

function isReviewLate(facts: Facts, place: Location, moment: Moment): boolean | 'unknown' {
  if (facts.isExcepted(place.id)) return false
  const reviews = reviewsOf(facts, place)
  return isOverdue(facts, moment, {
    last: newestReached(
      moment,
      reviews.map(({ doneAt }) => doneAt),
    ),
    intervalMonths: MONTHS,
    planned: earliest(...reviews.map(({ plannedAt }) => plannedAt)),
  })
}

/** Where nobody comes there is nothing to log; where somebody does, a year without a line is no log. */
function areVisitorsUnlogged(facts: Facts, place: Location, moment: Moment): boolean | 'unknown' {
  if (place.receivesVisitors !== true) return place.receivesVisitors === null ? 'unknown' : false
  const visits = facts.isms.pointing(visitorLog, 'location', place.id).filter(({ state }) => state === 'active')
  const last = newestReached(
    moment,
    visits.map(({ visitedAt }) => visitedAt),
  )
  return isOverdue(facts, moment, { last, intervalMonths: MONTHS })
}

/** What the newest review says; access that leavers still have is R-A.5.18-2, what else they took R-A.5.11-1. */
function areBadgesOut(facts: Facts, place: Location, moment: Moment): boolean | 'unknown' {
  const newest = reviewsOf(facts, place)
    .filter(({ doneAt }) => moment.reached(doneAt))
    .reduce<EntryRightsReview | null>(
      (best, one) => (best === null || (one.doneAt ?? '') >= (best.doneAt ?? '') ? one : best),
      null,
    )
  if (newest === null || moment.reached(newest.followedUpAt)) return false
  return newest.badgesReturned === null ? 'unknown' : !newest.badgesReturned
}

const entryControlled = rule(
  'R-A.7.2-1',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MIN',
    reads: [location, entryRightsReview, visitorLog],
    remedy: { owner: 'object_owner', register: 'entry_rights_review', act: 'create' },
  },
  (facts) => {
    const places = facts.isms
      .all(location)
      .filter((one) => one.state === 'active' && one.inScope === true && ENTERED.includes(one.kind))
    const result = forAll(facts, places, [
      { variant: 'unreviewed', fails: (one, moment) => isReviewLate(facts, one, moment) },
      {
        variant: 'unlogged',
        fails: (one, moment) => areVisitorsUnlogged(facts, one, moment),
        fields: ['receivesVisitors'],
      },
      { variant: 'badges', fails: (one, moment) => areBadgesOut(facts, one, moment) },
    ])
    return heldAgainst(
      result,
      places.flatMap((one) => reviewsOf(facts, one)),
    )
  },
)

export const rules: readonly Rule[] = [entryControlled]
