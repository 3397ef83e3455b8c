import { addDays, addMonths } from '../../kernel/calendar.ts'
import type { Isms } from '../../kernel/isms.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../kernel/rule.ts'
import { breach, failing, forAll, lookedFor, noPopulation, okay, together } from '../../kernel/verdict.ts'
import { type Action, action } from '../actions/register.ts'
import { isTopManagement } from '../people/domain/presence.ts'
import { person } from '../people/registers/person.ts'
import { isRiskAbove, methodOf, presentScore } from '../risks/domain/levels.ts'
import { type Risk, risk } from '../risks/registers/risk.ts'
import { riskMethod } from '../risks/registers/risk-method.ts'
import { riskScore } from '../risks/registers/risk-score.ts'
import { treatment } from '../treatments/registers/treatment.ts'
import { type ResourceDecision, resourceDecision } from './register.ts'

/** The ISMS year is the one that the decision says; without a last day it is twelve months. */
function covers(one: ResourceDecision, moment: Moment): boolean {
  const first = one.fromDate ?? one.decidedAt
  if (one.state !== 'decided' || first === null || !moment.reached(one.decidedAt ?? first)) return false
  return moment.during(first, one.untilDate ?? addDays(addMonths(first, 12), -1))
}

function decided({ isms, moment }: Facts): RuleResult {
  const current = isms.all(resourceDecision).filter((one) => covers(one, moment))
  if (current.some((one) => isTopManagement(isms, one.decidedBy))) return okay(current)
  return breach({
    variant: current.length === 0 ? 'none' : 'decider',
    severity: 'MIN',
    failing: current.map((one) => failing(one, ['decidedBy'])),
    lookedAt: isms.all(resourceDecision),
    lookedFor: [lookedFor('resource_decision')],
  })
}

/** How long an action may wait for resources before the risk shows that they are not provided. */
const MOST_BLOCKED_DAYS = 90

/** Open risks that the action works on: through its treatment, or named as its subject. */
function risksOf(isms: Isms, one: Action): readonly Risk[] {
  const treated = isms.find(treatment, one.treatment ?? one.subject)
  const found = [isms.find(risk, treated?.risk ?? null), isms.find(risk, one.subject)]
  return found.filter((each) => each !== null).filter(({ state }) => state !== 'closed')
}

function isWaiting(one: Action): boolean {
  return (one.state === 'open' || one.state === 'in_progress') && one.blockedSince !== null
}

function provided(facts: Facts): RuleResult {
  const { isms } = facts
  const waiting = isms.all(action).filter(isWaiting)
  if (waiting.length === 0) return noPopulation
  const isGrave = (one: Action, moment: Moment): boolean => {
    const method = methodOf(isms, moment)
    return risksOf(isms, one).some((found) => isRiskAbove(method, found, presentScore(isms, found.id)))
  }
  return forAll(facts, { of: waiting, counts: isGrave }, [
    {
      variant: 'blocked',
      fails: (one, moment) => {
        if (!moment.late(one.blockedSince, MOST_BLOCKED_DAYS)) return false
        // What holds it up is stated by a person, never guessed from the reason.
        return one.blockedKind === null ? 'unknown' : one.blockedKind === 'resources'
      },
      fields: ['blockedKind'],
    },
  ])
}

const resourced = rule(
  'R-7.1-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-14',
    reads: [resourceDecision, person, action, treatment, risk, riskScore, riskMethod],
    remedy: { owner: 'top_management', register: 'resource_decision', act: 'create' },
  },
  (facts) => together(decided(facts), provided(facts)),
)

export const rules: readonly Rule[] = [resourced]
