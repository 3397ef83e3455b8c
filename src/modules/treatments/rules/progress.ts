import { addDays, latest } from '../../../kernel/calendar.ts'
import { isInLookBack, lateBy } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type Facts, type Rule, rule, type Severity } from '../../../kernel/rule.ts'
import { always, forAll, type Grade, gated } from '../../../kernel/verdict.ts'
import { type Action, action } from '../../actions/register.ts'
import { approval } from '../../approvals/registers/approval.ts'
import { control } from '../../controls/register.ts'
import { isThere } from '../../evidence/domain.ts'
import { evidence } from '../../evidence/register.ts'
import { isTopManagement, ownersOf } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import { role } from '../../people/registers/role.ts'
import { roleAssignment } from '../../people/registers/role-assignment.ts'
import { methodOf, openRisks, presentScore } from '../../risks/domain/levels.ts'
import { isHighest } from '../../risks/domain/method.ts'
import { type Risk, risk } from '../../risks/registers/risk.ts'
import { riskMethod } from '../../risks/registers/risk-method.ts'
import { riskScore } from '../../risks/registers/risk-score.ts'
import { linesOf, newestStatement } from '../../statements/domain/newest.ts'
import { statement } from '../../statements/registers/statement.ts'
import { statementLine } from '../../statements/registers/statement-line.ts'
import { standing } from '../domain/consent.ts'
import { agreedDue } from '../domain/deadline.ts'
import { actionsFor, isDone, riskFor, treatmentActions } from '../domain/steps.ts'
import { treatment } from '../registers/treatment.ts'

/** A move counts where the owner of the risk, or top management, agreed to it: in the line itself, or by an approval. */
function deadlineOf({ isms }: Facts, one: Action, moment: Moment): CalendarDate | null {
  if (one.replans.length === 0) return one.due
  const owned = riskFor(isms, one)
  const owners = owned === null ? [] : ownersOf(isms, owned, moment)
  const mayAgree = (who: string | null): boolean =>
    who !== null && (owners.length === 0 || owners.includes(who) || isTopManagement(isms, who))
  const given = standing(isms, 'replan', [one.id], moment).filter(({ by }) => mayAgree(by))
  return agreedDue(
    one,
    (move) => mayAgree(move.approvedBy) || given.some(({ at }) => at === null || move.at === null || at >= move.at),
  )
}

/** Without a word to whoever decides, so long a delay on the highest level is a breakdown. */
const ESCALATE_DAYS = 90

function isForgotten(facts: Facts, one: Action, moment: Moment): boolean {
  const { isms } = facts
  if (moment.reached(one.escalatedAt) || !moment.late(deadlineOf(facts, one, moment), ESCALATE_DAYS)) return false
  const owned = riskFor(isms, one)
  const method = methodOf(isms, moment)
  if (owned === null || method === null) return false
  return isHighest(method, presentScore(isms, owned.id)?.level ?? null)
}

/** More than half of all actions late is a breakdown, however little each of them is. */
function unlessMost(facts: Facts, all: readonly Action[]): (severity: Severity) => Grade {
  const late = all.filter((one) => lateness(facts, one, facts.moment) !== null)
  const isMost = all.length >= 4 && late.length / all.length > 0.5
  return (severity) => always(isMost ? 'MAJ' : severity)
}

function lateness(facts: Facts, one: Action, moment: Moment): Severity | null {
  return isDone(one) ? null : lateBy(moment, deadlineOf(facts, one, moment))
}

const DATES = ['due', 'replans', 'state'] as const

const planCarriedOut = rule(
  'R-8.3-1',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MAJ',
    pattern: 'late',
    document: 'D-11',
    reads: [action, treatment, risk, riskScore, riskMethod, approval, person, role, roleAssignment],
    remedy: { owner: 'object_owner', register: 'action', act: 'finish' },
  },
  (facts) => {
    const all = treatmentActions(facts.isms).filter(({ id }) => !facts.isExcepted(id))
    const gradeOf = unlessMost(facts, all)
    return forAll(facts, all, [
      {
        variant: 'forgotten',
        grade: always('MAJ'),
        fails: (one, moment) => !isDone(one) && isForgotten(facts, one, moment),
        fields: DATES,
      },
      {
        variant: 'late',
        grade: gradeOf('MIN'),
        fails: (one, moment) => lateness(facts, one, moment) === 'MIN',
        fields: DATES,
      },
      {
        variant: 'recent',
        grade: gradeOf('OFI'),
        fails: (one, moment) => lateness(facts, one, moment) === 'OFI',
        fields: DATES,
      },
    ])
  },
)

/** So long after the last action of a risk it is scored again. */
const SCORE_DAYS = 60

/** The day on which the last action of a risk was done; null while one of them is open. */
function lastDone({ isms }: Facts, owned: Risk): CalendarDate | null {
  const all = actionsFor(isms, owned)
  return all.every(isDone) ? latest(...all.map(({ doneAt }) => doneAt)) : null
}

/** Once all is done, what is left of the risk is how it stands, so a current score says it as well as a residual one. */
function isScoredLate(facts: Facts, owned: Risk, moment: Moment): boolean {
  const done = lastDone(facts, owned)
  if (done === null || !moment.late(done, SCORE_DAYS)) return false
  const last = addDays(done, SCORE_DAYS)
  return !facts.isms
    .pointing(riskScore, 'risk', owned.id)
    .some(
      ({ kind, state, scoredAt }) =>
        state === 'active' &&
        (kind === 'residual' || kind === 'current') &&
        scoredAt !== null &&
        scoredAt >= done &&
        scoredAt <= last,
    )
}

const resultsKept = rule(
  'R-8.3-2',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-11',
    reads: [action, treatment, risk, riskScore, evidence],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'action', act: 'update' },
  },
  (facts) => {
    // An action that was done, or a risk of which all actions were: both are judged, each by its own.
    const results = () => [...treatmentActions(facts.isms).filter(isDone), ...openRisks(facts.isms)]
    const doneAt = (one: Action | Risk): CalendarDate | null => ('doneAt' in one ? one.doneAt : lastDone(facts, one))
    return forAll(facts, { of: results, counts: (one, moment) => isInLookBack(facts, moment, doneAt(one)) }, [
      { variant: 'unproven', fails: (one) => 'doneAt' in one && !isProven(facts, one), fields: ['evidence'] },
      { variant: 'unscored', fails: (one, moment) => !('doneAt' in one) && isScoredLate(facts, one, moment) },
    ])
  },
)

/** Evidence linked from the action, or pointing at it, that nobody has turned down. */
function isProven({ isms }: Facts, one: Action): boolean {
  const linked = one.evidence.map((id) => isms.find(evidence, id))
  return [...linked, ...isms.pointing(evidence, 'proves', one.id)].some((found) => found !== null && isThere(found))
}

const sameStory = rule(
  'R-8.3-3',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-05',
    reads: [statement, statementLine, control, action],
    remedy: { owner: 'object_owner', register: 'statement_line', act: 'update' },
  },
  (facts) => {
    const { isms } = facts
    if (newestStatement(isms) === null) return gated
    const implemented = linesOf(isms).filter(
      ({ line }) => line.included === true && line.implementationStatus === 'implemented',
    )
    return forAll(facts, implemented, [
      {
        fails: ({ control: of }) =>
          isms
            .pointing(action, 'deliverableControl', of.id)
            .some(({ state }) => state === 'open' || state === 'in_progress'),
        object: ({ control: of }) => of.id,
        fields: ['implementationStatus'],
      },
    ])
  },
)

export const rules: readonly Rule[] = [planCarriedOut, resultsKept, sameStory]
