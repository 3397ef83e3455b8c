import { addDays, latest } from '../../../kernel/calendar.ts'
import { isInitial, isInLookBack } from '../../../kernel/interval.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import { forAll, gated, isFilled, lookedFor, together } from '../../../kernel/verdict.ts'
import { action } from '../../actions/register.ts'
import { type IsmsChange, ismsChange } from '../../changes/registers/isms-change.ts'
import { isSettled } from '../../nonconformities/domain.ts'
import { nonconformity } from '../../nonconformities/register.ts'
import { type Scope, scope } from '../../scopes/register.ts'
import { approvalOf } from '../../statements/domain/newest.ts'
import { type Statement, statement } from '../../statements/registers/statement.ts'
import { mayBeShown, standingCertificates } from '../domain/cycle.ts'
import { type Certificate, certificate } from '../registers/certificate.ts'
import { markUse } from '../registers/mark-use.ts'

const TOLD = 'R-CERT-6'

/** Changes since the audit to which the certificate goes back; there was nobody to tell of those before. */
function isAfterCertification(facts: Facts, { effectiveAt }: IsmsChange): boolean {
  const { stage2Held } = facts.plan
  return effectiveAt !== null && (stage2Held === null || effectiveAt > stage2Held)
}

function isUntold(facts: Facts, { id, effectiveAt, bodyNotifiedAt }: IsmsChange, moment: Moment): boolean {
  if (effectiveAt === null) return false
  const days = facts.parameters.notifyBodyDays
  if (bodyNotifiedAt === null || !moment.reached(bodyNotifiedAt)) return moment.late(effectiveAt, days)
  return bodyNotifiedAt > addDays(effectiveAt, days) && !isSettled(facts.isms, id, TOLD, moment)
}

/** Whether a change was significant is said by a person, never guessed (readiness 1.10, 24): unsaid is a question. */
function isWronglyUntold(facts: Facts, one: IsmsChange, moment: Moment): boolean | 'unknown' {
  if (one.significant === false || !isUntold(facts, one, moment)) return false
  return one.significant ?? 'unknown'
}

const bodyTold = rule(
  TOLD,
  {
    basis: 'CB',
    stage: 'SV',
    worst: 'MIN',
    looksBack: true,
    reads: [ismsChange, nonconformity, action],
    remedy: { owner: 'coordinator', register: 'isms_change', act: 'update' },
  },
  (facts) => {
    if (isInitial(facts, facts.moment)) return gated
    const changes = facts.isms
      .all(ismsChange)
      .filter((one) => one.state !== 'cancelled' && isAfterCertification(facts, one))
    return forAll(facts, { of: changes, counts: (one, moment) => isInLookBack(facts, moment, one.effectiveAt) }, [
      {
        fails: (one, moment) => isWronglyUntold(facts, one, moment),
        fields: ['significant', 'bodyNotifiedAt'],
        values: () => ({ days: facts.parameters.notifyBodyDays }),
        lookedFor: lookedFor('notice_to_body'),
      },
    ])
  },
)

function scopeInForce(isms: Isms, moment: Moment): Scope | null {
  const inForce = isms.all(scope).filter((one) => one.state === 'in_force' && !isAhead(one.inForceFrom, moment))
  return inForce.at(-1) ?? null
}

function isAhead(date: string | null, moment: Moment): boolean {
  return date !== null && !moment.reached(date)
}

/** The statement in force; of a confirmed one the day on paper. */
function statementInForce(isms: Isms, moment: Moment): Statement | null {
  return isms.all(statement).findLast((one) => approvalOf(one, moment) !== null) ?? null
}

function isToldSince({ noticeSentAt }: Certificate, since: CalendarDate | null, moment: Moment): boolean {
  return noticeSentAt !== null && moment.reached(noticeSentAt) && (since === null || noticeSentAt >= since)
}

/** The same words are the same; other words are what a person says they are, beside the scope that stands now. */
function isOtherScope(isms: Isms, one: Certificate, moment: Moment): boolean | 'unknown' {
  const current = scopeInForce(isms, moment)
  if (current === null) return false
  if (!isFilled(one.scopeText)) return true
  if (one.scopeText?.trim() === current.statement?.trim()) return false
  const since = current.inForceFrom ?? current.approvedAt
  const isStated = one.scopeAgrees !== null && (since === null || (one.scopeAgreesStatedAt ?? '') >= since)
  if (isStated) return !one.scopeAgrees
  return isToldSince(one, since, moment) ? false : 'unknown'
}

/** Another version than the one in force, and the body was not told since that one came. */
function isOtherStatement(isms: Isms, one: Certificate, moment: Moment): boolean {
  const current = statementInForce(isms, moment)
  if (current === null || one.statement === current.id) return false
  return !isToldSince(one, latest(current.inForceAt, approvalOf(current, moment)), moment)
}

function marks({ isms, ...facts }: Facts): RuleResult {
  const population = {
    of: isms.all(markUse).filter(({ state }) => state === 'active'),
    counts: (one: { readonly fromDate: string | null; readonly untilDate: string | null }, moment: Moment) =>
      moment.during(one.fromDate, one.untilDate),
  }
  return forAll({ isms, ...facts }, population, [
    {
      variant: 'outlived',
      fails: (one, moment) => {
        const of = isms.find(certificate, one.certificate)
        return of === null || !mayBeShown(of, moment)
      },
      fields: ['state'],
    },
    {
      variant: 'mark',
      // Whoever looked says so; nobody has looked is a question.
      fails: ({ withinRules }) => (withinRules === null ? 'unknown' : !withinRules),
      fields: ['withinRules'],
    },
  ])
}

const agreeing = rule(
  'R-CERT-7',
  {
    basis: 'CB/N',
    stage: 'SV',
    worst: 'MIN',
    document: 'D-01',
    reads: [certificate, markUse, scope, statement],
    remedy: { owner: 'coordinator', register: 'certificate', act: 'update' },
  },
  (facts) => {
    const { isms, moment } = facts
    const standing = standingCertificates(isms, moment).filter((one) => mayBeShown(one, moment))
    const texts = forAll(facts, standing, [
      { variant: 'scope', fails: (one, at) => isOtherScope(isms, one, at), fields: ['scopeText', 'scopeAgrees'] },
      {
        variant: 'statement',
        fails: (one, at) => isOtherStatement(isms, one, at),
        fields: ['statement', 'noticeSentAt'],
        lookedFor: lookedFor('notice_to_body'),
      },
    ])
    return together(texts, marks(facts))
  },
)

export const rules: readonly Rule[] = [bodyTold, agreeing]
