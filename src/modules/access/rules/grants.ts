import { isInLookBack } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import { always, forAll, okay, ratio, together, undetermined } from '../../../kernel/verdict.ts'
import { addWorkingDays } from '../../../kernel/workdays.ts'
import { action } from '../../actions/register.ts'
import { isSettled } from '../../nonconformities/domain.ts'
import { nonconformity } from '../../nonconformities/register.ts'
import { closedDays } from '../../organisation/domain.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { unit } from '../../organisation/registers/unit.ts'
import { isPersonInScope } from '../../people/domain/presence.ts'
import { type Person, person } from '../../people/registers/person.ts'
import { isLive, wasGranted } from '../domain/grants.ts'
import { type AccessGrant, accessGrant } from '../register.ts'

const APPROVED = 'R-A.5.18-1'
const REVOKED = 'R-A.5.18-2'

/** What was given too early stays wrong until it was dealt with as a nonconformity (readiness 1.7, 10). */
function stands(facts: Facts, grant: AccessGrant, moment: Moment): boolean {
  return !isSettled(facts.isms, grant.id, APPROVED, moment)
}

const grantsApproved = rule(
  APPROVED,
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    looksBack: true,
    reads: [accessGrant, nonconformity, action],
    remedy: { owner: 'coordinator', register: 'nonconformity', act: 'create' },
  },
  (facts) => {
    const granted = {
      of: facts.isms.all(accessGrant).filter(wasGranted),
      counts: (one: AccessGrant, moment: Moment) => isInLookBack(facts, moment, one.grantedAt),
      grade: ratio(0.5),
    }
    return forAll(facts, granted, [
      { variant: 'unapproved', fails: (one, moment) => one.approvedBy === null && stands(facts, one, moment) },
      { variant: 'own', fails: (one, moment) => one.approvedBy === one.person && stands(facts, one, moment) },
      {
        variant: 'late',
        fails: (one, moment) =>
          one.grantedAt !== null &&
          (one.approvedAt === null || one.approvedAt > one.grantedAt) &&
          stands(facts, one, moment),
      },
    ])
  },
)

/** Somebody who left, with what he had access to and until when that might last. */
interface Leaver {
  readonly id: RecordId
  readonly endDate: CalendarDate
  readonly due: CalendarDate
  readonly grants: readonly AccessGrant[]
}

/**
 * People with an end date: those of the populations, and whoever else holds access. Working days are dear to count, so
 * they are counted only where access was given.
 */
function leavers(facts: Facts): readonly Leaver[] {
  const { isms, parameters } = facts
  const closed = closedDays(isms)
  return isms.all(person).flatMap((one): readonly Leaver[] => {
    if (one.endDate === null) return []
    const grants = isms.pointing(accessGrant, 'person', one.id).filter(wasGranted)
    if (grants.length === 0)
      return belongs(facts, one) ? [{ id: one.id, endDate: one.endDate, due: one.endDate, grants }] : []
    return [
      {
        id: one.id,
        endDate: one.endDate,
        due: addWorkingDays(one.endDate, parameters.leaverWorkingDays, closed),
        grants,
      },
    ]
  })
}

/** Who counts among the leavers without ever having had access; an outsider or a volunteer does not (1.7, 11). */
function belongs({ isms }: Facts, one: Person): boolean {
  return one.kind !== 'external' && one.kind !== 'volunteer' && isPersonInScope(isms, one)
}

/** Access that is still there after the last day that the organisation grants. */
function leftOpen(leaver: Leaver, moment: Moment): readonly AccessGrant[] {
  return leaver.grants.filter((grant) => isLive(grant, moment) && moment.late(leaver.due))
}

/**
 * Revoked after the due day, or not at all. An exception lifts the deadline (1.10, 8). What was late and is over can be
 * settled by a nonconformity on the person or on the right; what is still open cannot.
 */
function isLate(facts: Facts, leaver: Leaver, grant: AccessGrant, moment: Moment): boolean {
  if (!moment.late(leaver.due) || facts.isExcepted(leaver.id) || facts.isExcepted(grant.id)) return false
  if (isLive(grant, moment)) return true
  if (grant.revokedAt === null || grant.revokedAt <= leaver.due) return false
  return !isSettled(facts.isms, leaver.id, REVOKED, moment) && !isSettled(facts.isms, grant.id, REVOKED, moment)
}

/** A fact about one right of a leaver that is missing. */
interface Missing {
  readonly variant: 'privileged' | 'late'
  readonly field: 'privileged' | 'revokedAt'
  readonly isMissing: (leaver: Leaver, grant: AccessGrant) => boolean
}

/** Whether what is still open gives wide rights, and when what is closed was closed. */
function missingFacts({ moment }: Facts): readonly Missing[] {
  const isOpen = (leaver: Leaver, grant: AccessGrant) => isLive(grant, moment) && moment.late(leaver.due)
  return [
    {
      variant: 'privileged',
      field: 'privileged',
      isMissing: (one, grant) => isOpen(one, grant) && grant.privileged === null,
    },
    {
      variant: 'late',
      field: 'revokedAt',
      isMissing: (one, grant) => moment.late(one.due) && grant.state === 'revoked' && grant.revokedAt === null,
    },
  ]
}

function askFor(gone: readonly Leaver[], { variant, field, isMissing }: Missing): RuleResult {
  const open = gone.flatMap((one) => {
    const grant = one.grants.find((each) => isMissing(one, each))
    return grant === undefined ? [] : [{ id: one.id, watch: { id: grant.id, fields: [field] } }]
  })
  if (open.length === 0) return okay()
  const objects = open.map(({ id }) => id)
  return undetermined([{ variant, values: { n: open.length }, objects, watch: open.map(({ watch }) => watch) }], open)
}

const leaversRevoked = rule(
  REVOKED,
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MAJ',
    looksBack: true,
    reads: [person, unit, accessGrant, nonconformity, action, organisation],
    remedy: { owner: 'coordinator', register: 'access_grant', act: 'revoke' },
  },
  (facts) => {
    const gone = leavers(facts)
    // Who left longer ago counts as long as access is still open: that is no event of the past (1.10, 5).
    const counts = (one: Leaver, moment: Moment): boolean =>
      isInLookBack(facts, moment, one.endDate) || leftOpen(one, moment).length > 0
    const judged = forAll(facts, { of: gone, counts, grade: ratio(0.2) }, [
      {
        variant: 'privileged',
        grade: always('MAJ'),
        fails: (one, moment) => leftOpen(one, moment).some(({ privileged }) => privileged === true),
      },
      { variant: 'late', fails: (one, moment) => one.grants.some((grant) => isLate(facts, one, grant, moment)) },
    ])
    if (judged.state === 'not_applicable') return judged
    const counted = gone.filter((one) => counts(one, facts.moment))
    return together(judged, ...missingFacts(facts).map((missing) => askFor(counted, missing)))
  },
)

export const rules: readonly Rule[] = [grantsApproved, leaversRevoked]
