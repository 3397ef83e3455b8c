import { addDays, addMonths } from '../../../kernel/calendar.ts'
import { isInitial, isInLookBack, lateCore } from '../../../kernel/interval.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { always, breach, failing, forAll, isFilled, lookedFor, okay, orAll, together } from '../../../kernel/verdict.ts'
import { decision } from '../../approvals/registers/decision.ts'
import { changeRecord } from '../../changes/registers/change-record.ts'
import { ismsChange } from '../../changes/registers/isms-change.ts'
import { methodOf } from '../domain/levels.ts'
import { type RiskAssessment, riskAssessment } from '../registers/risk-assessment.ts'
import { riskMethod } from '../registers/risk-method.ts'

/** Assessments that were completed by the moment, oldest first. */
function completed(isms: Isms, moment: Moment): readonly RiskAssessment[] {
  return isms
    .all(riskAssessment)
    .filter((one) => one.state === 'completed' && moment.reached(one.completedAt))
    .sort((a, b) => (a.completedAt ?? '').localeCompare(b.completedAt ?? '', 'en'))
}

/** Only initial and planned ones restart the interval (1.10, 4). Where there is none, the first of all was the initial one. */
function lastWhole(all: readonly RiskAssessment[]): RiskAssessment | null {
  return all.findLast(({ reason }) => reason === 'initial' || reason === 'planned') ?? all[0] ?? null
}

/** What holds where the method names no interval (readiness 1.5). */
const INTERVAL_MONTHS = 12

const assessedInTime = rule(
  'R-8.2-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    pattern: 'late_core',
    document: 'D-10',
    reads: [riskAssessment, riskMethod],
    remedy: { owner: 'coordinator', register: 'risk_assessment', act: 'create' },
  },
  (facts) => {
    const { isms, moment } = facts
    const last = lastWhole(completed(isms, moment))
    if (last === null || last.completedAt === null) {
      const begun = isms.all(riskAssessment).filter(({ state }) => state !== 'completed')
      return breach({
        variant: 'never',
        severity: 'MAJ',
        failing: begun.map((one) => failing(one, ['state', 'completedAt'])),
        lookedAt: begun,
        lookedFor: [lookedFor('completed_assessment')],
      })
    }
    if (isInitial(facts, moment)) return okay([last])
    const interval = methodOf(isms, moment)?.intervalMonths ?? INTERVAL_MONTHS
    const due = addMonths(last.completedAt, interval)
    const severity = lateCore(moment, due, interval)
    if (severity === null) return okay([last])
    const late = { ...failing(last, ['completedAt']), since: { by: 'date', date: addDays(due, 1) } } as const
    return breach({ variant: 'late', severity, values: { due: { date: due } }, failing: [late], lookedAt: [last] })
  },
)

/** So long after a significant change its risks have been assessed, or somebody has said why not. */
const CHANGE_DAYS = 60

interface Change {
  readonly id: RecordId
  readonly effectiveAt: CalendarDate | null
  readonly significant: boolean | null
}

function changes({ isms }: Facts): readonly Change[] {
  const ofIsms = isms.all(ismsChange).filter(({ state }) => state !== 'cancelled')
  const ofSystems = isms.all(changeRecord).filter(({ state }) => state !== 'rejected' && state !== 'cancelled')
  return [...ofIsms, ...ofSystems.map((one) => ({ ...one, effectiveAt: one.implementedAt }))]
}

function isFollowedUp(isms: Isms, one: Change, moment: Moment): boolean {
  const isAssessed = isms
    .pointing(riskAssessment, 'changes', one.id)
    .some(
      ({ reason, state, completedAt }) => reason === 'change' && state === 'completed' && moment.reached(completedAt),
    )
  if (isAssessed) return true
  return isms
    .pointing(decision, 'subject', one.id)
    .some(({ kind, state, by, at }) => kind === 'no_effect' && state === 'active' && by !== null && moment.reached(at))
}

const assessedAfterChange = rule(
  'R-8.2-2',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-10',
    reads: [ismsChange, changeRecord, riskAssessment, decision],
    looksBack: true,
    remedy: { owner: 'coordinator', register: 'risk_assessment', act: 'create' },
  },
  (facts) => {
    const counts = ({ effectiveAt }: Change, moment: Moment): boolean =>
      isInLookBack(facts, moment, effectiveAt) &&
      effectiveAt !== null &&
      moment.reached(addDays(effectiveAt, CHANGE_DAYS))
    const all = changes(facts)
    const significant = all.filter((one) => one.significant === true)
    const unstated = all.filter((one) => one.significant === null)
    return together(
      forAll(facts, { of: significant, counts, grade: ({ fails }) => (fails >= 3 ? 'MAJ' : 'MIN') }, [
        { fails: (one, moment) => !isFollowedUp(facts.isms, one, moment), fields: ['significant'] },
      ]),
      forAll(facts, { of: unstated, counts }, [
        {
          fails: (one, moment) => (isFollowedUp(facts.isms, one, moment) ? false : 'unknown'),
          fields: ['significant'],
        },
      ]),
    )
  },
)

const resultsKept = rule(
  'R-8.2-3',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-10',
    reads: [riskAssessment],
    remedy: { owner: 'coordinator', register: 'risk_assessment', act: 'freeze' },
  },
  (facts) => {
    const all = completed(facts.isms, facts.moment)
    // An assessment is an event (1.10, 5); the last one counts however old it is, because work rests on it.
    const counted = all.filter((one) => one === all.at(-1) || isInLookBack(facts, facts.moment, one.completedAt))
    return forAll(facts, { of: counted, grade: orAll(always('MIN')) }, [
      { fails: ({ snapshotHash }) => !isFilled(snapshotHash), fields: ['snapshotHash'] },
    ])
  },
)

export const rules: readonly Rule[] = [assessedInTime, assessedAfterChange, resultsKept]
