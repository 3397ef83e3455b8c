import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import {
  breach,
  forAll,
  isFilled,
  lookedFor,
  noPopulation,
  okay,
  orAll,
  ratio,
  together,
} from '../../../kernel/verdict.ts'
import { decision } from '../../approvals/registers/decision.ts'
import { type Asset, asset } from '../../assets/registers/asset.ts'
import { hasAuthority, ownersOf } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import { role } from '../../people/registers/role.ts'
import { roleAssignment } from '../../people/registers/role-assignment.ts'
import { isRiskAbove, methodOf, openRisks, presentScore } from '../domain/levels.ts'
import { type Risk, risk } from '../registers/risk.ts'
import { riskMethod } from '../registers/risk-method.ts'
import { riskScore } from '../registers/risk-score.ts'

const PROPERTIES = ['confidentiality', 'integrity', 'availability'] as const

const risksIdentified = rule(
  'R-6.1.2-c-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-10',
    reads: [risk, riskMethod, asset, decision],
    remedy: { owner: 'coordinator', register: 'risk', act: 'create' },
  },
  (facts) => {
    const risks = facts.aside(() => openRisks(facts.isms))
    if (risks.length === 0) {
      const register = { keys: ['risk.plural'] }
      return breach({ variant: 'none', severity: 'MAJ', lookedFor: [lookedFor('any', { register })] })
    }
    return together(
      propertiesCovered(risks),
      assetsCovered(facts),
      facts.aside(() => classesCovered(facts, risks)),
    )
  },
)

function propertiesCovered(risks: readonly Risk[]): RuleResult {
  const missing = PROPERTIES.filter((property) => risks.every((one) => !one.properties.includes(property)))
  if (missing.length === 0) return okay(risks)
  const properties = { keys: missing.map((property) => `risk.properties.${property}`) }
  return breach({
    variant: 'property',
    severity: 'MIN',
    values: { n: missing.length, properties },
    lookedAt: risks,
    lookedFor: [lookedFor('property', { properties })],
  })
}

/** Primary assets are what it is about: information and processes (ISO/IEC 27005:2022). */
function isPrimaryInScope(one: Asset): boolean {
  return one.state === 'active' && one.inScope === true && (one.kind === 'information' || one.kind === 'process')
}

function assetsCovered(facts: Facts): RuleResult {
  const { isms, moment } = facts
  const approach = methodOf(isms, moment)?.approach ?? null
  if (approach !== 'asset' && approach !== 'both') return noPopulation
  return forAll(facts, { of: () => isms.all(asset).filter(isPrimaryInScope) }, [
    {
      variant: 'asset',
      fails: (one) =>
        !isms.pointing(risk, 'assets', one.id).some(({ state }) => state !== 'closed') && !isSetAside(isms, one),
      fields: ['inScope', 'kind'],
    },
  ])
}

/** A decision that there is no risk worth naming here, with its reason. */
function isSetAside(isms: Isms, one: Asset): boolean {
  return isms
    .pointing(decision, 'subject', one.id)
    .some(({ state, kind, reason }) => state === 'active' && kind === 'not_relevant' && isFilled(reason))
}

function classesCovered(facts: Facts, risks: readonly Risk[]): RuleResult {
  const method = methodOf(facts.isms, facts.moment)
  if (method === null || (method.approach !== 'event' && method.approach !== 'both')) return noPopulation
  const covered = new Set(risks.map((one) => one.scenarioClass))
  const open = method.scenarioClasses.filter(
    ({ name, consideredNone }) => !covered.has(name) && !isFilled(consideredNone),
  )
  if (open.length === 0) return okay([method])
  return breach({
    variant: 'class',
    severity: 'MIN',
    values: { n: open.length, classes: open.map(({ name }) => name ?? '').join(', ') },
    lookedAt: [method],
    lookedFor: [lookedFor('scenario_class', { classes: open.map(({ name }) => name ?? '').join(', ') })],
  })
}

const risksOwned = rule(
  'R-6.1.2-c-2',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-10',
    reads: [risk, person, role, roleAssignment],
    remedy: { owner: 'coordinator', register: 'risk', act: 'update' },
  },
  (facts) =>
    forAll(facts, { of: () => openRisks(facts.isms), grade: orAll(ratio(0.25)) }, [
      {
        variant: 'unowned',
        fails: (one) => one.owner === null && one.ownerRole === null,
        fields: ['owner', 'ownerRole'],
      },
      {
        variant: 'powerless',
        fails: (one, moment) => !ownersOf(facts.isms, one, moment).some((id) => hasAuthority(facts.isms, id, moment)),
        fields: ['owner', 'ownerRole'],
      },
    ]),
)

const risksEvaluated = rule(
  'R-6.1.2-e-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-10',
    reads: [risk, riskScore, riskMethod],
    remedy: { owner: 'object_owner', register: 'risk', act: 'update' },
  },
  (facts) =>
    forAll(facts, { of: () => openRisks(facts.isms), grade: ratio(0.25) }, [
      { variant: 'undecided', fails: (one) => one.decision === null, fields: ['decision'] },
      {
        variant: 'above_line',
        fails: (one, moment) => one.decision !== 'treat' && isAbove(facts.isms, one, moment),
        fields: ['decision'],
      },
      { variant: 'unranked', fails: (one) => one.decision === 'treat' && one.priority === null, fields: ['priority'] },
    ]),
)

function isAbove(isms: Isms, one: Risk, moment: Moment): boolean {
  return isRiskAbove(methodOf(isms, moment), one, presentScore(isms, one.id))
}

export const rules: readonly Rule[] = [risksIdentified, risksOwned, risksEvaluated]
