import { isInLookBack } from '../../kernel/interval.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import { type Facts, type Rule, rule } from '../../kernel/rule.ts'
import { forAll, isFilled, ratio, together } from '../../kernel/verdict.ts'
import { addWorkingDays } from '../../kernel/workdays.ts'
import { closedDays } from '../organisation/domain.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { type ChangeRecord, changeRecord } from './registers/change-record.ts'
import { type IsmsChange, ismsChange } from './registers/isms-change.ts'

const THOUGHT_THROUGH = ['purpose', 'consequences', 'resources', 'responsibilities'] as const

function missing(change: IsmsChange): readonly string[] {
  return THOUGHT_THROUGH.filter((name) => !isFilled(change[name])).map((name) => `isms_change.${name}`)
}

const changesPlanned = rule(
  'R-6.3-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-08',
    reads: [ismsChange],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'isms_change', act: 'update' },
  },
  (facts) => {
    const changes = facts.isms.all(ismsChange).filter((change) => change.state !== 'cancelled')
    return forAll(facts, { of: changes, counts: (change, moment) => isInLookBack(facts, moment, change.effectiveAt) }, [
      {
        variant: 'thoughtless',
        fails: (change) => missing(change).length > 0,
        fields: THOUGHT_THROUGH,
        values: (them) => ({ gaps: { keys: [...new Set(them.flatMap(missing))] } }),
      },
      {
        variant: 'unapproved',
        fails: ({ approvedAt, effectiveAt }) => approvedAt === null || effectiveAt === null || approvedAt > effectiveAt,
        fields: ['approvedAt', 'effectiveAt'],
      },
    ])
  },
)

/** Changes that went into use; what was turned down or dropped never happened. */
function madeChanges({ isms }: Facts): readonly ChangeRecord[] {
  return isms.all(changeRecord).filter(({ state }) => state !== 'rejected' && state !== 'cancelled')
}

function isRecent(facts: Facts): (one: ChangeRecord, moment: Moment) => boolean {
  return (one, moment) => isInLookBack(facts, moment, one.implementedAt)
}

/** Nobody can approve beforehand what nobody had agreed to: there the review takes the place of the approval. */
function isUnintended({ unauthorised }: ChangeRecord): boolean {
  return unauthorised === true
}

const changesControlled = rule(
  'R-8.1-2',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-09',
    reads: [changeRecord],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'change_record', act: 'update' },
  },
  (facts) => {
    const made = madeChanges(facts)
    const counts = isRecent(facts)
    const judged = made.filter((one) => isUnintended(one) || one.significant === true)
    const unstated = made.filter((one) => !isUnintended(one) && one.significant === null)
    return together(
      forAll(facts, { of: judged, counts, grade: ratio(0.5) }, [
        {
          variant: 'unreviewed',
          fails: (one, moment) => isUnintended(one) && !moment.reached(one.reviewedAt),
          fields: ['unauthorised', 'reviewedAt'],
        },
        {
          variant: 'unweighed',
          fails: (one) => !isUnintended(one) && one.riskChecked !== true,
          fields: ['significant', 'riskChecked'],
        },
        {
          variant: 'unapproved',
          fails: (one) => !isUnintended(one) && !isApprovedBefore(one),
          fields: ['significant', 'approvedAt', 'implementedAt'],
        },
      ]),
      forAll(facts, { of: unstated, counts }, [
        { variant: 'unstated', fails: () => 'unknown', fields: ['significant'] },
      ]),
    )
  },
)

function isApprovedBefore({ approvedAt, implementedAt }: ChangeRecord): boolean {
  return approvedAt !== null && implementedAt !== null && approvedAt <= implementedAt
}

/** So many working days after an emergency somebody has looked back (A.8.32). */
const EMERGENCY_WORKING_DAYS = 5

const changesTested = rule(
  'R-A.8.32-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    reads: [changeRecord, organisation],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'change_record', act: 'update' },
  },
  (facts) => {
    const closed = closedDays(facts.isms)
    return forAll(facts, { of: madeChanges(facts), counts: isRecent(facts), grade: ratio(0.5) }, [
      { variant: 'unapproved', fails: (one, moment) => !moment.reached(one.approvedAt), fields: ['approvedAt'] },
      { variant: 'untested', fails: (one, moment) => !moment.reached(one.testedAt), fields: ['testedAt'] },
      {
        variant: 'emergency',
        fails: (one, moment) => isReviewedLate(one, closed, moment),
        fields: ['emergency', 'reviewedAt'],
      },
    ])
  },
)

function isReviewedLate(
  { emergency, implementedAt, reviewedAt }: ChangeRecord,
  closed: ReadonlySet<CalendarDate>,
  moment: Moment,
): boolean {
  if (emergency !== true || implementedAt === null) return false
  const due = addWorkingDays(implementedAt, EMERGENCY_WORKING_DAYS, closed)
  return (reviewedAt === null || reviewedAt > due) && moment.late(due)
}

export const rules: readonly Rule[] = [changesPlanned, changesControlled, changesTested]
