import type { Moment } from '../../../kernel/moment.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import { always, forAll, type Grade, ratio, together } from '../../../kernel/verdict.ts'
import { isActive } from '../domain.ts'
import { type Supplier, supplier } from '../register.ts'

/** Suppliers that get at information. Who processes personal data has access, whatever is filled in. */
function withAccess({ isms }: Facts): readonly Supplier[] {
  return isms.all(supplier).filter((one) => isActive(one) && mayHaveAccess(one) === true)
}

function mayHaveAccess(one: Supplier): boolean | null {
  return one.processesPersonalData === true ? true : one.accessToInformation
}

/** Those of which nobody said whether they do; who has no access yet is not asked about. */
function accessKnown(facts: Facts): RuleResult {
  const unknown = facts.isms.all(supplier).filter((one) => isActive(one) && mayHaveAccess(one) === null)
  return forAll(facts, { of: unknown, counts: hasAccessBy }, [
    { variant: 'access', fails: () => 'unknown', fields: ['accessToInformation'] },
  ])
}

/** Access that is still to come needs no assessment yet. */
function hasAccessBy(one: Supplier, moment: Moment): boolean {
  return one.accessStart === null || moment.reached(one.accessStart)
}

/**
 * Assessed before it got access. Access from before the ISMS cannot have waited for an assessment that nobody asked then:
 * there the assessment only has to be made.
 */
function isTooLate({ plan }: Facts, one: Supplier): boolean | 'unknown' {
  if (one.assessedAt === null) return false
  if (one.accessStart === null) return 'unknown'
  if (plan.ismsStart !== null && one.accessStart < plan.ismsStart) return false
  return one.assessedAt > one.accessStart
}

const suppliersAssessed = rule(
  'R-A.5.19-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    reads: [supplier],
    remedy: { owner: 'object_owner', register: 'supplier', act: 'update' },
  },
  (facts) => {
    const isAssessed = (one: Supplier, moment: Moment) => moment.reached(one.assessedAt)
    const members = withAccess(facts).filter((one) => hasAccessBy(one, facts.moment))
    const isNone = !members.some((one) => isAssessed(one, facts.moment))
    const population = { of: withAccess(facts), counts: hasAccessBy, grade: isNone ? always('MAJ') : ratio(0.5) }
    const assessed = forAll(facts, population, [
      { variant: 'unassessed', fails: (one, moment) => !isAssessed(one, moment), fields: ['assessedAt'] },
      { variant: 'late', fails: (one) => isTooLate(facts, one), fields: ['assessedAt', 'accessStart'] },
      { variant: 'risks', fails: (one) => one.risks.length === 0, fields: ['risks'] },
    ])
    return together(accessKnown(facts), assessed)
  },
)

/** Three processors without an agreement are a pattern, of however many. */
const byProcessors: Grade = ({ fails }) => (fails >= 3 ? 'MAJ' : 'MIN')

const securityAgreed = rule(
  'R-A.5.20-1',
  {
    basis: 'N + law',
    stage: 'S2',
    worst: 'MAJ',
    reads: [supplier],
    remedy: { owner: 'object_owner', register: 'supplier', act: 'update' },
  },
  (facts) => {
    const agreed = forAll(facts, withAccess(facts), [
      {
        variant: 'processor',
        grade: byProcessors,
        fails: (one, moment) =>
          one.processesPersonalData === true && !moment.reached(one.contract.processorAgreementSignedAt),
        fields: ['contract', 'processesPersonalData'],
      },
      {
        variant: 'clauses',
        grade: always('MIN'),
        fails: (one) => one.contract.securityClauses !== true,
        fields: ['contract', 'accessToInformation'],
      },
      {
        variant: 'data',
        fails: (one) => (one.processesPersonalData === null ? 'unknown' : false),
        fields: ['processesPersonalData'],
      },
    ])
    return together(accessKnown(facts), agreed)
  },
)

export const rules: readonly Rule[] = [suppliersAssessed, securityAgreed]
