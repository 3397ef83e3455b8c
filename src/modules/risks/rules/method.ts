import type { Isms } from '../../../kernel/isms.ts'
import { type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import { breach, failing, forAll, gated, lookedFor, okay, together } from '../../../kernel/verdict.ts'
import { inForceAt, versionsOf } from '../../documents/domain/in-force.ts'
import { document } from '../../documents/registers/document.ts'
import { documentVersion } from '../../documents/registers/document-version.ts'
import { isTopManagement } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import { isApproved, methodOf } from '../domain/levels.ts'
import { type RiskMethod, riskMethod } from '../registers/risk-method.ts'

const processDocumented = rule(
  'R-6.1.2-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-03',
    reads: [document, documentVersion, riskMethod],
    remedy: { owner: 'top_management', register: 'risk_method', act: 'approve' },
  },
  ({ isms, moment }) => {
    const versions = versionsOf(isms, 'risk_assessment_process').map(({ version }) => version)
    const inForce = inForceAt(isms, 'risk_assessment_process', moment).map(({ version }) => version)
    const methods = isms.all(riskMethod).filter((method) => method.state !== 'retired')
    return together(
      inForce.length > 0 ? okay(inForce) : notInForce('process', versions, 'document.type.risk_assessment_process'),
      methods.some((method) => isApproved(method, moment))
        ? okay(methods)
        : notInForce('method', methods, 'risk_method'),
    )
  },
)

/** Absent, or there as a draft only. */
function notInForce(what: 'process' | 'method', drafts: readonly { readonly id: string }[], key: string): RuleResult {
  return breach({
    variant: drafts.length === 0 ? `no_${what}` : `draft_${what}`,
    severity: drafts.length === 0 ? 'MAJ' : 'MIN',
    failing: drafts.slice(-1).map((draft) => failing(draft, ['state', 'approvedAt'])),
    lookedAt: drafts,
    lookedFor: [lookedFor('in_force', { type: { keys: [key] } })],
  })
}

/** Categories that have no line of their own, where there is no common line either. */
function categoriesWithoutLine(method: RiskMethod): readonly string[] {
  if (method.acceptanceThreshold !== null) return []
  return method.consequenceCategories
    .filter(({ threshold }) => threshold === null)
    .map(({ category }) => `risk_method.consequenceCategories.category.${category ?? 'other'}`)
}

function hasLine(method: RiskMethod): boolean {
  return method.acceptanceThreshold !== null || method.consequenceCategories.some(({ threshold }) => threshold !== null)
}

function criteriaGaps(isms: Isms, method: RiskMethod): readonly string[] {
  return [
    ...(hasLine(method) ? categoriesWithoutLine(method) : ['risk_method.acceptanceThreshold']),
    ...(method.authorityTable.length === 0 ? ['risk_method.authorityTable'] : []),
    ...(isTopManagement(isms, method.approvedBy) ? [] : ['looked.top_management_approval']),
  ]
}

const acceptanceCriteria = rule(
  'R-6.1.2-a-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-03',
    reads: [riskMethod, person],
    remedy: { owner: 'top_management', register: 'risk_method', act: 'update' },
  },
  (facts) => {
    const method = methodOf(facts.isms, facts.moment)
    const missing = [lookedFor('criteria')]
    if (method === null) return breach({ variant: 'none', severity: 'MAJ', lookedFor: missing })
    const hasNone = !hasLine(method) && method.authorityTable.length === 0
    return forAll(facts, { of: [method], grade: () => (hasNone ? 'MAJ' : 'MIN') }, [
      {
        variant: hasNone ? 'empty' : 'incomplete',
        fails: () => criteriaGaps(facts.isms, method).length > 0,
        fields: ['acceptanceThreshold', 'consequenceCategories', 'authorityTable', 'approvedBy'],
        values: () => ({ gaps: { keys: criteriaGaps(facts.isms, method) } }),
        lookedFor: lookedFor('criteria'),
      },
    ])
  },
)

const assessmentCriteria = rule(
  'R-6.1.2-a-2',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MIN',
    document: 'D-03',
    reads: [riskMethod],
    remedy: { owner: 'coordinator', register: 'risk_method', act: 'update' },
  },
  (facts) => {
    const method = methodOf(facts.isms, facts.moment)
    if (method === null) return gated
    const gaps = [
      ...(method.intervalMonths === null ? ['risk_method.intervalMonths'] : []),
      ...(method.triggers.length === 0 ? ['risk_method.triggers'] : []),
    ]
    return forAll(
      facts,
      [method],
      [
        {
          fails: () => gaps.length > 0,
          fields: ['intervalMonths', 'triggers'],
          values: () => ({ gaps: { keys: gaps } }),
        },
      ],
    )
  },
)

export const rules: readonly Rule[] = [processDocumented, acceptanceCriteria, assessmentCriteria]
