import { addMonths, earliest, latest } from '../../../kernel/calendar.ts'
import { isFirstLate } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import {
  breach,
  excluded,
  failing,
  forAll,
  gated,
  heldAgainst,
  lookedFor,
  okay,
  together,
  undetermined,
} from '../../../kernel/verdict.ts'
import { completedAudits, performedOn } from '../../audits/domain/held.ts'
import { isAllOwn } from '../../audits/domain/independence.ts'
import { audit } from '../../audits/registers/audit.ts'
import { control } from '../../controls/register.ts'
import { isInForce } from '../../documents/domain/in-force.ts'
import { type Document, document } from '../../documents/registers/document.ts'
import { documentVersion } from '../../documents/registers/document-version.ts'
import { role } from '../../people/registers/role.ts'
import { roleAssignment } from '../../people/registers/role-assignment.ts'
import { ismsProcess } from '../../processes/registers/isms-process.ts'
import { lineOf } from '../../statements/domain/newest.ts'
import { statementLine } from '../../statements/registers/statement-line.ts'
import { independentReview } from '../registers/independent-review.ts'
import { policyComplianceCheck } from '../registers/policy-compliance-check.ts'

/** A review by somebody from outside, or an internal audit of which at least one item was not the auditor's own. */
function reviewedInTime(facts: Facts): RuleResult {
  const { isms, moment } = facts
  const audits = completedAudits(isms, moment)
  const reviews = isms.all(independentReview).filter(({ state, doneAt }) => state === 'done' && moment.reached(doneAt))
  const counting = audits.filter((one) => !isAllOwn(isms, one))
  const last = latest(...reviews.map(({ doneAt }) => doneAt), ...counting.map(performedOn))
  const intervalMonths = facts.parameters.independentReviewMonths
  const lookedAt = [...reviews, ...audits]
  const isInTime = last !== null && !moment.late(addMonths(last, intervalMonths))
  // That nobody audited ever is for R-9.2.1-1 to say.
  if (audits.length === 0 && !isInTime) return gated
  const isLate = last === null ? isFirstLate(facts, moment, { intervalMonths }) : !isInTime
  if (isLate === 'unknown') return undetermined([{ variant: 'review', values: {}, objects: [] }], lookedAt)
  if (!isLate) return okay(lookedAt)
  return breach({
    variant: 'review',
    severity: 'MIN',
    values: { months: intervalMonths },
    failing: lookedAt.slice(-1).map((one) => failing(one)),
    lookedAt,
    lookedFor: [lookedFor('any', { register: { keys: ['independent_review.plural'] } })],
  })
}

/** How often a manager looks at each policy (A.5.36). */
const CHECK_MONTHS = 12

function firstInForce({ isms }: Facts, one: Document, moment: Moment): CalendarDate | null {
  const days = isms
    .pointing(documentVersion, 'document', one.id)
    .map(({ effectiveFrom }) => effectiveFrom)
    .filter((day) => moment.reached(day))
  return earliest(...days)
}

function isPolicyInForce({ isms }: Facts, one: Document, moment: Moment): boolean {
  return isms.pointing(documentVersion, 'document', one.id).some((version) => isInForce(version, moment))
}

function isUnchecked(facts: Facts, one: Document, moment: Moment): boolean | 'unknown' {
  if (facts.isExcepted(one.id)) return false
  const checks = facts.isms.pointing(policyComplianceCheck, 'document', one.id)
  const done = checks.filter(({ state, checkedAt }) => state === 'done' && moment.reached(checkedAt))
  const last = latest(...done.map(({ checkedAt }) => checkedAt))
  if (last !== null) return moment.late(addMonths(last, CHECK_MONTHS))
  return isFirstLate(facts, moment, { intervalMonths: CHECK_MONTHS, start: firstInForce(facts, one, moment) })
}

/** What managers check is a control of its own, which counts where the statement takes it in (1.7, 1). */
function isCheckingIn({ isms }: Facts): boolean {
  const compliance = isms.all(control).find(({ annexA }) => annexA === '5.36')
  return compliance !== undefined && lineOf(isms, compliance.id)?.included === true
}

function policiesChecked(facts: Facts): RuleResult {
  const policies = facts.isms.all(document).filter(({ state, type, isExternal }) => {
    const isPolicy = type === 'infosec_policy' || type === 'topic_policy'
    return isPolicy && state === 'active' && isExternal !== true
  })
  const population = { of: policies, counts: (one: Document, moment: Moment) => isPolicyInForce(facts, one, moment) }
  const result = forAll(facts, population, [
    {
      variant: 'check',
      fails: (one, moment) => isUnchecked(facts, one, moment),
      lookedFor: lookedFor('any', { register: { keys: ['policy_compliance_check.plural'] } }),
    },
  ])
  const checks = policies.flatMap((one) => facts.isms.pointing(policyComplianceCheck, 'document', one.id))
  return heldAgainst(result, checks)
}

const independent = rule(
  'R-A.5.35-1',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MIN',
    reads: [
      independentReview,
      policyComplianceCheck,
      audit,
      ismsProcess,
      control,
      statementLine,
      document,
      documentVersion,
      role,
      roleAssignment,
    ],
    remedy: { owner: 'coordinator', register: 'independent_review', act: 'create' },
  },
  (facts) => together(reviewedInTime(facts), isCheckingIn(facts) ? policiesChecked(facts) : excluded),
)

export const rules: readonly Rule[] = [independent]
