import { months } from '../../kernel/calendar.ts'
import { sinceOf } from '../../kernel/condition.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Parameters } from '../../kernel/parameters.ts'
import { type Facts, type Rule, rule } from '../../kernel/rule.ts'
import { breach, failing, noPopulation, notDue, okay } from '../../kernel/verdict.ts'
import { type Due, duesOf, isInTime, isLifted, nextDue } from './domain/schedule.ts'
import { occurrence } from './registers/occurrence.ts'
import { type RecurringTask, recurringTask } from './registers/recurring-task.ts'

/** D below 0.95 is minor, below 0.70 major; as what was missed, so that both compare with whole counts. */
const MINOR_MISSED = 0.05
const MAJOR_MISSED = 0.3

/** Work without a rule of its own (readiness 1.7, 5); an exception lifts what is only a rhythm (1.10, 8). */
function withoutRule(facts: Facts): readonly RecurringTask[] {
  return facts.isms.all(recurringTask).filter((one) => one.dedicatedRule !== true && !facts.isExcepted(one.id))
}

function toleranceOf(of: RecurringTask, { taskGraceDays }: Parameters): number {
  return of.toleranceDays ?? taskGraceDays
}

const tasksDone = rule(
  'R-8.1-1',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-09',
    reads: [recurringTask, occurrence],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'occurrence', act: 'finish' },
  },
  (facts) => {
    const { isms, moment, parameters, plan } = facts
    const tasks = withoutRule(facts)
    // Nobody asks for what was due before there was an ISMS.
    const dues = tasks
      .flatMap((one) => duesOf(isms, one, moment))
      .filter(({ due }) => plan.ismsStart === null || due >= plan.ismsStart)
      .filter((one) => !isLifted(one, toleranceOf(one.of, parameters)))
    const isMissed = (one: Due, at: Moment): boolean => {
      const tolerance = toleranceOf(one.of, parameters)
      return !isInTime(one, tolerance) && at.late(one.due, tolerance)
    }
    // What may still be done within its tolerance is neither done nor missed.
    const isJudged = (one: Due, at: Moment): boolean =>
      at.within(one.due, months(12)) && (isInTime(one, toleranceOf(one.of, parameters)) || isMissed(one, at))
    const judged = dues.filter((one) => isJudged(one, moment))
    if (judged.length === 0) {
      const next = nextDue(
        tasks.filter(({ state }) => state === 'active'),
        moment,
      )
      return next === null ? noPopulation : notDue(next)
    }
    const missed = judged.filter((one) => isMissed(one, moment))
    if (missed.length / judged.length <= MINOR_MISSED) return okay(judged)
    return breach({
      severity: judged.length >= 4 && missed.length / judged.length > MAJOR_MISSED ? 'MAJ' : 'MIN',
      values: { n: missed.length, total: judged.length },
      failing: [...new Set(missed.map((one) => one.of))].map((of) => {
        const its = dues.filter((one) => one.of === of)
        const holds = (at: Moment): boolean => its.some((one) => isMissed(one, at) && isJudged(one, at))
        return { ...failing(of), since: sinceOf(holds, moment) }
      }),
      lookedAt: judged,
    })
  },
)

export const rules: readonly Rule[] = [tasksDone]
