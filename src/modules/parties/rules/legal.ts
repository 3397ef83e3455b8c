import { isOverdue, newestReached } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import { breach, forAll, lookedFor, together, undetermined } from '../../../kernel/verdict.ts'
import { asset } from '../../assets/registers/asset.ts'
import { informationSystem } from '../../assets/registers/information-system.ts'
import { processesPersonalData } from '../../privacy/domain.ts'
import { processingRecord } from '../../privacy/registers/processing-record.ts'
import { supplier } from '../../suppliers/register.ts'
import { type Requirement, requirement } from '../registers/requirement.ts'

const VERIFY_MONTHS = 12

/** Never verified is late from the first due date on, as every rhythm (readiness 1.7, 8). */
function isVerifiedLate(facts: Facts, one: Requirement, moment: Moment): boolean | 'unknown' {
  const last = newestReached(moment, [one.verifiedAt])
  return isOverdue(facts, moment, { intervalMonths: VERIFY_MONTHS, start: one.appliesFrom, last })
}

/** No law and no contract at all: who processes personal data has the AVG at least. */
function nothingRegistered({ isms }: Facts): RuleResult {
  const processes = processesPersonalData(isms)
  const none = breach({
    variant: 'none',
    severity: processes === true ? 'MAJ' : 'MIN',
    lookedFor: [lookedFor('any', { register: { keys: ['requirement.plural'] } })],
  })
  return processes === 'unknown' ? together(none, undetermined([{ variant: 'data', values: {}, objects: [] }])) : none
}

const legalRegister = rule(
  'R-A.5.31-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-20',
    reads: [requirement, asset, informationSystem, supplier, processingRecord],
    remedy: { owner: 'object_owner', register: 'requirement', act: 'verify' },
  },
  (facts) => {
    const registered = facts.isms
      .all(requirement)
      .filter((one) => one.state === 'active' && (one.sourceType === 'law' || one.sourceType === 'contract'))
    if (registered.length === 0) return nothingRegistered(facts)
    return forAll(facts, registered, [
      { variant: 'unowned', fails: (one) => one.owner === null, fields: ['owner'] },
      { variant: 'unverified', fails: (one, moment) => isVerifiedLate(facts, one, moment) },
    ])
  },
)

export const rules: readonly Rule[] = [legalRegister]
