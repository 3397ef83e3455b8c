import { isOverdue, newestReached } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { once } from '../../../kernel/once.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import { breach, failing, forAll, lookedFor, noPopulation, okay, together } from '../../../kernel/verdict.ts'
import { isLive } from '../../access/domain/grants.ts'
import { accessGrant } from '../../access/register.ts'
import { backupPolicy } from '../../backups/registers/backup-policy.ts'
import { inForceAt } from '../../documents/domain/in-force.ts'
import { document } from '../../documents/registers/document.ts'
import { documentVersion } from '../../documents/registers/document-version.ts'
import { type Asset, asset } from '../registers/asset.ts'
import { type InformationSystem, informationSystem } from '../registers/information-system.ts'

type Listed = Asset | InformationSystem

const VERIFY_MONTHS = 12

/** The inventory: assets and systems that are still there. */
const inventory = once([asset, informationSystem], (isms): readonly Listed[] =>
  [...isms.all(asset), ...isms.all(informationSystem)].filter((one) => one.state === 'active'),
)

/** What was never verified is late from its first due date on (readiness 1.7, 8); what came later starts on that day. */
function isVerifiedLate(facts: Facts, one: Listed, moment: Moment): boolean | 'unknown' {
  const last = newestReached(moment, [one.lastVerifiedAt])
  return isOverdue(facts, moment, { intervalMonths: VERIFY_MONTHS, start: one.inUseSince, last })
}

/**
 * Systems that others still work with while the inventory let go of them: somebody has access, or a backup policy names
 * them. An incident of the past may name a system that is gone.
 */
function stillNamed({ isms, moment }: Facts): ReadonlySet<RecordId> {
  const named = new Set<RecordId>()
  for (const grant of isms.all(accessGrant)) if (isLive(grant, moment)) named.add(grant.system)
  for (const policy of isms.all(backupPolicy)) {
    if (policy.state === 'in_force') for (const system of policy.systems) named.add(system)
  }
  return named
}

function nothingUnlisted(facts: Facts): RuleResult {
  const { isms } = facts
  const gone = [...isms.all(asset), ...isms.all(informationSystem)].filter((one) => one.state === 'retired')
  if (gone.length === 0) return okay()
  const named = stillNamed(facts)
  const unlisted = gone.filter((one) => named.has(one.id))
  if (unlisted.length === 0) return okay()
  return breach({
    variant: 'unlisted',
    severity: 'MIN',
    failing: unlisted.map((one) => failing(one, ['state'])),
    lookedAt: unlisted,
  })
}

const inventoryKept = rule(
  'R-A.5.9-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    reads: [asset, informationSystem, accessGrant, backupPolicy],
    remedy: { owner: 'object_owner', register: 'asset', act: 'verify' },
  },
  (facts) => {
    const isNone = facts.aside(() => inventory(facts.isms).length === 0)
    if (isNone) {
      const register = { keys: ['asset.plural', 'information_system.plural'] }
      return breach({ variant: 'none', severity: 'MAJ', lookedFor: [lookedFor('any', { register })] })
    }
    const inScope = forAll(facts, { of: () => inventory(facts.isms).filter((one) => one.inScope === true) }, [
      {
        variant: 'unowned',
        fails: (one) => one.owner === null && one.ownerRole === null,
        fields: ['owner', 'ownerRole'],
      },
      { variant: 'unverified', fails: (one, moment) => isVerifiedLate(facts, one, moment) },
    ])
    return together(
      inScope,
      facts.aside(() => nothingUnlisted(facts)),
    )
  },
)

const informationClassified = rule(
  'R-A.5.12-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    reads: [asset, document, documentVersion],
    remedy: { owner: 'object_owner', register: 'asset', act: 'update' },
  },
  (facts) => {
    const { isms, moment } = facts
    const schemes = inForceAt(isms, 'classification_scheme', moment).map(({ version }) => version)
    const scheme: RuleResult =
      schemes.length > 0
        ? okay(schemes)
        : breach({
            variant: 'scheme',
            severity: 'MIN',
            lookedFor: [lookedFor('in_force', { type: { keys: ['document.type.classification_scheme'] } })],
          })
    // What was placed outside the scope need not carry a class.
    const information = isms
      .all(asset)
      .filter((one) => one.state === 'active' && one.kind === 'information' && one.inScope !== false)
    return together(
      scheme,
      information.length === 0
        ? noPopulation
        : forAll(facts, information, [
            { variant: 'unclassified', fails: (one) => one.classification === null, fields: ['classification'] },
          ]),
    )
  },
)

export const rules: readonly Rule[] = [inventoryKept, informationClassified]
