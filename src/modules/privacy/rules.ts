import type { Isms } from '../../kernel/isms.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../kernel/rule.ts'
import { breach, forAll, lookedFor, noPopulation, okay, together, undetermined } from '../../kernel/verdict.ts'
import { asset } from '../assets/registers/asset.ts'
import { informationSystem } from '../assets/registers/information-system.ts'
import { holdersOf } from '../people/domain/presence.ts'
import { person } from '../people/registers/person.ts'
import { role } from '../people/registers/role.ts'
import { roleAssignment } from '../people/registers/role-assignment.ts'
import { supplier } from '../suppliers/register.ts'
import { activeProcessings, processesPersonalData } from './domain.ts'
import { dpia } from './registers/dpia.ts'
import { type ProcessingRecord, processingRecord } from './registers/processing-record.ts'

/** One that was completed: a draft weighs nothing yet. */
function hasDpia(isms: Isms, one: ProcessingRecord, moment: Moment): boolean {
  return isms
    .pointing(dpia, 'processing', one.id)
    .some(({ state, completedAt }) => (state === 'completed' || state === 'approved') && moment.reached(completedAt))
}

function processingsInOrder(facts: Facts): RuleResult {
  const { isms } = facts
  const processings = activeProcessings(isms)
  if (processings.length === 0) {
    const register = { keys: ['processing_record.plural'] }
    return breach({ variant: 'none', severity: 'MAJ', lookedFor: [lookedFor('any', { register })] })
  }
  return forAll(facts, processings, [
    {
      variant: 'dpia',
      fails: (one, moment) => one.highRisk === true && !hasDpia(isms, one, moment),
      fields: ['highRisk'],
      lookedFor: lookedFor('any', { register: { keys: ['dpia.plural'] } }),
    },
    { variant: 'risk', fails: (one) => (one.highRisk === null ? 'unknown' : false), fields: ['highRisk'] },
  ])
}

function contactAssigned({ isms, moment }: Facts): RuleResult {
  const roles = isms.all(role).filter((one) => one.state === 'active' && one.duties.includes('privacy_contact'))
  const holders = roles.flatMap((one) => holdersOf(isms, one.id, moment))
  if (holders.length > 0) return okay(holders)
  const duties = { keys: ['role.duties.privacy_contact'] }
  return breach({ variant: 'contact', severity: 'MIN', lookedFor: [lookedFor('assignment', { duties })] })
}

const privacyBasics = rule(
  'R-A.5.34-1',
  {
    basis: 'N + law',
    stage: 'S2',
    worst: 'MAJ',
    reads: [asset, informationSystem, supplier, processingRecord, dpia, role, roleAssignment, person],
    remedy: { owner: 'coordinator', register: 'processing_record', act: 'create' },
  },
  (facts) => {
    const processes = processesPersonalData(facts.isms)
    if (processes === false) return noPopulation
    if (processes === 'unknown') return undetermined([{ variant: 'data', values: {}, objects: [] }])
    return together(processingsInOrder(facts), contactAssigned(facts))
  },
)

export const rules: readonly Rule[] = [privacyBasics]
