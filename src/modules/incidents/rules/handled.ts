import { isInLookBack } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate, Instant } from '../../../kernel/register.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import { always, forAll, isFilled, together } from '../../../kernel/verdict.ts'
import { action } from '../../actions/register.ts'
import { isSettled } from '../../nonconformities/domain.ts'
import { nonconformity } from '../../nonconformities/register.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { requirement } from '../../parties/registers/requirement.ts'
import { risk } from '../../risks/registers/risk.ts'
import { riskScore } from '../../risks/registers/risk-score.ts'
import { awareOn, breachHours, type Days, hoursAfter, isSevere, localDays } from '../domain.ts'
import { type Incident, incident } from '../registers/incident.ts'
import { type SecurityEvent, securityEvent } from '../registers/security-event.ts'

const HANDLED = 'R-A.5.26-1'

/** Whether something that waits for an answer within hours got it later, or has waited for longer than that. */
function isOverdue(
  clock: { readonly from: Instant; readonly to: Instant | null; readonly hours: number },
  day: Days,
  moment: Moment,
): boolean {
  const deadline = hoursAfter(clock.from, clock.hours)
  if (clock.to === null) return moment.late(day(deadline))
  return clock.to > deadline && moment.reached(day(clock.to))
}

function classified(facts: Facts, day: Days): RuleResult {
  const { isms, parameters } = facts
  const events = isms.all(securityEvent).filter((one) => one.state !== 'withdrawn')
  const counts = ({ reportedAt, classifiedAt }: SecurityEvent, moment: Moment): boolean => {
    if (reportedAt === null) return false
    return isInLookBack(facts, moment, day(reportedAt)) || (classifiedAt === null && moment.reached(day(reportedAt)))
  }
  const isLate = ({ id, reportedAt: from, classifiedAt: to }: SecurityEvent, moment: Moment): boolean =>
    from !== null &&
    isOverdue({ from, to, hours: parameters.eventHours }, day, moment) &&
    !facts.isExcepted(id) &&
    !isSettled(isms, id, HANDLED, moment)
  const grade = always('MIN')
  return forAll(facts, { of: events, counts }, [
    {
      variant: 'unclassified',
      grade,
      basis: 'N/O',
      fails: (one, moment) => one.classifiedAt === null && isLate(one, moment),
      values: () => ({ hours: parameters.eventHours }),
    },
    {
      variant: 'classified_late',
      grade,
      basis: 'N/O',
      fails: (one, moment) => one.classifiedAt !== null && isLate(one, moment),
      values: () => ({ hours: parameters.eventHours }),
    },
  ])
}

/** A closed file: every step done, or left out with a reason, and a person who says so (1.10, 24). */
function stepsTaken(facts: Facts): RuleResult {
  const closed = facts.isms.all(incident).filter((one) => one.state === 'closed')
  const counts = (one: Incident, moment: Moment) => isInLookBack(facts, moment, one.closedAt ?? one.validFrom)
  return forAll(facts, { of: closed, counts }, [
    {
      variant: 'steps',
      grade: always('MIN'),
      basis: 'N/O',
      fails: (one, moment) => {
        if (isSettled(facts.isms, one.id, HANDLED, moment)) return false
        const isSkipped = one.steps.some((step) => step.doneAt === null && !isFilled(step.skippedReason))
        if (isSkipped || one.stepsDone === false) return true
        return one.stepsDone === null || one.stepsStatedBy === null ? 'unknown' : false
      },
      fields: ['steps', 'stepsDone'],
    },
  ])
}

/** What is known of a notification: when, why not, why late. */
function isAnswered({ notifiedAt, noNotifyReason, lateReason }: Incident): boolean {
  return notifiedAt !== null || isFilled(noNotifyReason) || isFilled(lateReason)
}

function breachesNotified(facts: Facts, day: Days): RuleResult {
  const { isms } = facts
  const hours = breachHours(isms)
  const real = isms.all(incident).filter((one) => one.state !== 'false_alarm' && one.personalDataBreach !== false)
  const counts = (one: Incident, moment: Moment): boolean => {
    const aware = awareOn(day, one)
    return isInLookBack(facts, moment, aware) || (one.state !== 'closed' && moment.reached(aware))
  }
  const isOver = (one: Incident, to: Instant | null, moment: Moment): boolean =>
    isOverdue({ from: one.awareAt ?? `${one.validFrom}T12:00:00.000Z`, to, hours }, day, moment) &&
    !isSettled(isms, one.id, HANDLED, moment)
  /** A breach that nobody notified, and that nobody said a word about. */
  const isSilent = (one: Incident, moment: Moment): boolean =>
    one.personalDataBreach === true && !isAnswered(one) && isOver(one, null, moment)
  const law = { basis: 'law', values: () => ({ hours }) } as const
  return forAll(facts, { of: real, counts }, [
    {
      ...law,
      variant: 'unnotified',
      grade: always('MAJ'),
      fails: (one, moment) => one.reportable === true && isSilent(one, moment),
    },
    {
      ...law,
      variant: 'notified_late',
      grade: always('MAJ'),
      // What was told though it need not be is in nobody's term.
      fails: (one, moment) =>
        one.personalDataBreach === true &&
        one.reportable !== false &&
        one.notifiedAt !== null &&
        !isFilled(one.lateReason) &&
        !isFilled(one.noNotifyReason) &&
        isOver(one, one.notifiedAt, moment),
      fields: ['notifiedAt'],
    },
    {
      // A breach that need not be notified is recorded with the reasoning all the same (AVG, art. 33(5)).
      ...law,
      variant: 'unexplained',
      grade: always('MIN'),
      fails: (one, moment) => one.reportable === false && isSilent(one, moment),
      fields: ['noNotifyReason'],
    },
    {
      // Whether it must be notified is a person's judgement (1.10, 24).
      ...law,
      variant: 'unjudged',
      fails: (one, moment) => (one.reportable === null && isSilent(one, moment) ? 'unknown' : false),
      fields: ['reportable'],
    },
    {
      ...law,
      variant: 'is_breach',
      fails: (one, moment) => (one.personalDataBreach === null && isOver(one, null, moment) ? 'unknown' : false),
      fields: ['personalDataBreach'],
    },
  ])
}

const eventsHandled = rule(
  HANDLED,
  {
    basis: 'N/O + law',
    stage: 'S2',
    worst: 'MAJ',
    reads: [securityEvent, incident, organisation, requirement, nonconformity, action],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'incident', act: 'update' },
  },
  (facts) => {
    const day = localDays(facts.isms)
    return together(breachesNotified(facts, day), classified(facts, day), stepsTaken(facts))
  },
)

/** So long after closing, the lesson may take. */
const LESSON_DAYS = 30

const lessonsLearned = rule(
  'R-A.5.27-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    reads: [incident, risk, riskScore, organisation],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'incident', act: 'update' },
  },
  (facts) => {
    const day = localDays(facts.isms)
    const severe = facts.isms.all(incident).filter((one) => one.state === 'closed' && isSevere(one))
    const counts = (one: Incident, moment: Moment) => isInLookBack(facts, moment, closedOn(one))
    return forAll(facts, { of: severe, counts }, [
      {
        variant: 'lessons',
        fails: (one, moment) =>
          !isFilled(one.lessons) && one.noLessons !== true && moment.late(closedOn(one), LESSON_DAYS),
        fields: ['lessons', 'noLessons'],
      },
      {
        variant: 'unscored',
        fails: (one, moment) =>
          moment.late(closedOn(one), LESSON_DAYS) && hasOldScores(facts, { one, since: awareOn(day, one) }, moment),
        fields: ['risks'],
      },
    ])
  },
)

function closedOn(one: Incident): CalendarDate {
  return one.closedAt ?? one.validFrom
}

interface Known {
  readonly one: Incident
  readonly since: CalendarDate
}

/** A linked risk that nobody scored since the incident was known. Closed risks are past scoring. */
function hasOldScores({ isms }: Facts, { one, since }: Known, moment: Moment): boolean {
  return one.risks.some((id) => {
    const found = isms.find(risk, id)
    if (found === null || found.state === 'closed') return false
    return !isms
      .pointing(riskScore, 'risk', id)
      .some(({ scoredAt }) => scoredAt !== null && scoredAt >= since && moment.reached(scoredAt))
  })
}

export const rules: readonly Rule[] = [eventsHandled, lessonsLearned]
