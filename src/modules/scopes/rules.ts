import type { Isms } from '../../kernel/isms.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../kernel/rule.ts'
import {
  always,
  breach,
  failing,
  forAll,
  gated,
  isFilled,
  lookedFor,
  okay,
  together,
  undetermined,
} from '../../kernel/verdict.ts'
import { asset } from '../assets/registers/asset.ts'
import { informationSystem } from '../assets/registers/information-system.ts'
import { inForceAt, versionsOf } from '../documents/domain/in-force.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { location } from '../organisation/registers/location.ts'
import { service } from '../organisation/registers/service.ts'
import { unit } from '../organisation/registers/unit.ts'
import { isTopManagement } from '../people/domain/presence.ts'
import { person } from '../people/registers/person.ts'
import { isActive } from '../suppliers/domain.ts'
import { supplier } from '../suppliers/register.ts'
import { dependenciesOutside, isInterface, placeable } from './domain/border.ts'
import { type Scope, scope } from './register.ts'

function isScopeInForce(one: Scope, moment: Moment): boolean {
  return one.state === 'in_force' && (one.inForceFrom === null || moment.reached(one.inForceFrom))
}

/** The version that the other rules read: the one in force, else the newest that is being written. */
function scopeToRead(isms: Isms, moment: Moment): Scope | null {
  const kept = isms.all(scope).filter((one) => one.state !== 'superseded')
  return kept.findLast((one) => isScopeInForce(one, moment)) ?? kept.at(-1) ?? null
}

const scopeApproved = rule(
  'R-4.3-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-01',
    reads: [scope, document, documentVersion, person],
    remedy: { owner: 'top_management', register: 'scope', act: 'approve' },
  },
  ({ isms, moment }) => {
    const scopes = isms.all(scope).filter((one) => one.state !== 'superseded')
    const papers = versionsOf(isms, 'scope').map(({ version }) => version)
    const lookedAt = [...scopes, ...papers]
    const inForce = [
      ...scopes.filter((one) => isScopeInForce(one, moment)),
      ...inForceAt(isms, 'scope', moment).map(({ version }) => version),
    ]
    if (inForce.some((one) => isTopManagement(isms, one.approvedBy))) return okay(inForce)
    const missing = [lookedFor('in_force', { type: { keys: ['document.type.scope'] } })]
    if (lookedAt.length === 0) return breach({ variant: 'none', severity: 'MAJ', lookedFor: missing })
    const objects = inForce.length === 0 ? lookedAt : inForce
    return breach({
      variant: inForce.length === 0 ? 'draft' : 'approver',
      severity: 'MIN',
      failing: objects.map((one) => failing(one, ['state', 'approvedBy'])),
      lookedAt,
      lookedFor: missing,
    })
  },
)

const BOUNDARIES = ['units', 'locations', 'services', 'systems'] as const

/** What the scope leaves open, as text keys. */
function gapsOf(one: Scope): readonly string[] {
  const open = BOUNDARIES.filter((name) => one.boundaries[name].length === 0 && one.boundaries[`${name}None`] !== true)
  const gaps = open.map((name) => `boundaries.${name}`)
  if (one.interfaces.length === 0 && !isFilled(one.noInterfacesReason)) gaps.push('interfaces')
  if (one.consideredIssues.length === 0) gaps.push('consideredIssues')
  if (one.consideredRequirements.length === 0) gaps.push('consideredRequirements')
  return gaps.map((name) => `scope.${name}`)
}

const scopeComplete = rule(
  'R-4.3-2',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MIN',
    document: 'D-01',
    reads: [scope, document, documentVersion],
    remedy: { owner: 'coordinator', register: 'scope', act: 'update' },
  },
  (facts) => {
    const one = scopeToRead(facts.isms, facts.moment)
    if (one !== null) {
      return forAll(
        facts,
        [one],
        [
          {
            fails: (version) => gapsOf(version).length > 0,
            fields: ['boundaries', 'interfaces', 'noInterfacesReason', 'consideredIssues', 'consideredRequirements'],
            values: () => ({ gaps: { keys: gapsOf(one) } }),
          },
        ],
      )
    }
    const papers = versionsOf(facts.isms, 'scope').map(({ version }) => version)
    if (papers.length === 0) return gated
    return undetermined([{ variant: null, values: {}, objects: papers.map(({ id }) => id) }], papers)
  },
)

const everythingPlaced = rule(
  'R-4.3-3',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-01',
    reads: [unit, location, service, informationSystem, asset, supplier, scope],
    remedy: { owner: 'coordinator', register: 'scope', act: 'update' },
  },
  (facts) => together(placed(facts), dependenciesListed(facts)),
)

function placed(facts: Facts): RuleResult {
  const suppliers = facts.isms.all(supplier).filter((one) => isActive(one) && one.criticality === 'high')
  return forAll(
    facts,
    [...placeable(facts.isms), ...suppliers],
    [
      {
        variant: 'handles',
        grade: always('MAJ'),
        fails: (thing) => {
          if (thing.inScope !== false || (thing.register !== 'unit' && thing.register !== 'information_system'))
            return false
          return thing.handlesServiceInformation ?? 'unknown'
        },
        fields: ['inScope', 'handlesServiceInformation'],
      },
      { variant: 'unplaced', grade: always('MIN'), fails: (thing) => thing.inScope === null, fields: ['inScope'] },
      {
        variant: 'no_reason',
        grade: always('MIN'),
        fails: (thing) => thing.inScope === false && !isFilled(thing.outOfScopeReason),
        fields: ['inScope', 'outOfScopeReason'],
      },
    ],
  )
}

/** Without any scope there is no list of interfaces to look at: R-4.3-1 speaks. */
function dependenciesListed(facts: Facts): RuleResult {
  const one = scopeToRead(facts.isms, facts.moment)
  if (one === null) return gated
  return forAll(facts, { of: () => dependenciesOutside(facts.isms) }, [
    {
      variant: 'interface',
      grade: always('MIN'),
      fails: (thing) => !isInterface(one, thing),
      fields: ['inScope'],
      lookedFor: lookedFor('interface'),
    },
  ])
}

export const rules: readonly Rule[] = [scopeApproved, scopeComplete, everythingPlaced]
