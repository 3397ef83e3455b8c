import { type Rule, type RuleResult, rule } from '../../kernel/rule.ts'
import { breach, forAll, lookedFor, okay, together } from '../../kernel/verdict.ts'
import { inForceAt } from '../documents/domain/in-force.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { keyOrCertificate } from './register.ts'

const keysLookedAfter = rule(
  'R-A.8.24-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    reads: [document, documentVersion, keyOrCertificate],
    remedy: { owner: 'object_owner', register: 'key_or_certificate', act: 'renew' },
  },
  (facts) => {
    const editions = inForceAt(facts.isms, 'cryptography_rules', facts.moment).map(({ version }) => version)
    const governed: RuleResult =
      editions.length > 0
        ? okay(editions)
        : breach({
            variant: 'none',
            severity: 'MIN',
            lookedFor: [lookedFor('in_force', { type: { keys: ['document.type.cryptography_rules'] } })],
          })
    const used = facts.isms.all(keyOrCertificate).filter(({ state }) => state === 'active')
    return together(
      governed,
      forAll(facts, used, [
        { variant: 'ownerless', fails: (one) => one.owner === null, fields: ['owner'] },
        {
          variant: 'expired',
          fails: (one, moment) => (one.expiresAt === null ? 'unknown' : moment.late(one.expiresAt)),
          fields: ['expiresAt'],
        },
      ]),
    )
  },
)

export const rules: readonly Rule[] = [keysLookedAfter]
