import type { Isms } from '../../../kernel/isms.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { action } from '../../actions/register.ts'
import { approval } from '../../approvals/registers/approval.ts'
import { exception } from '../../exceptions/register.ts'
import { actionsOf } from '../../nonconformities/domain.ts'
import { type Nonconformity, nonconformity } from '../../nonconformities/register.ts'
import type { ApprovedException, OwnRemedy } from './world.ts'

/** What the organisation has in hand by itself, and what it allowed itself for a time. */
export function ownRemedies(isms: Isms): readonly OwnRemedy[] {
  return [...remedyingActions(isms), ...remedyingNonconformities(isms)]
}

/** Actions that name the finding that they take up; an action that names none is about something else. */
function remedyingActions(isms: Isms): readonly OwnRemedy[] {
  return isms
    .all(action)
    .filter((one) => one.rule !== null && (one.state === 'open' || one.state === 'in_progress'))
    .map((one) => ({
      id: one.id,
      rule: one.rule,
      objects: one.subject === null ? one.objects : [one.subject, ...one.objects],
      raisedAt: one.validFrom,
      owner: one.owner,
      due: one.due,
      hasProgress: one.state === 'in_progress',
    }))
}

/** Past planning: the cause is known and something is being done (1.10, 9). */
const UNDERWAY: readonly Nonconformity['state'][] = [
  'in_progress',
  'implemented',
  'effectiveness_due',
  'effective',
  'not_effective',
]

function remedyingNonconformities(isms: Isms): readonly OwnRemedy[] {
  return isms
    .all(nonconformity)
    .filter(({ state }) => state !== 'closed' && state !== 'withdrawn')
    .map((one) => ({
      id: one.id,
      rule: one.rule,
      objects: one.objects,
      raisedAt: one.detectedAt ?? one.validFrom,
      owner: one.owner,
      due: one.due,
      hasProgress: UNDERWAY.includes(one.state) || actionsOf(isms, one).some(({ doneAt }) => doneAt !== null),
    }))
}

/** An exception without a last day allows nothing: it would be a rule of its own (1.7, 9). */
export function approvedExceptions(isms: Isms): readonly ApprovedException[] {
  const registered = isms
    .all(exception)
    .flatMap(({ state, subject, rule, approvedAt, until }) =>
      state === 'approved' ? timed(subject, rule, approvedAt, until) : [],
    )
  const signed = isms
    .all(approval)
    .flatMap(({ kind, state, decision, subject, at, until }) =>
      kind === 'exception' && state === 'given' && decision === 'approved' ? timed(subject, null, at, until) : [],
    )
  return [...registered, ...signed]
}

function timed(
  subject: RecordId,
  rule: string | null,
  approvedAt: CalendarDate | null,
  until: CalendarDate | null,
): readonly ApprovedException[] {
  return approvedAt === null || until === null ? [] : [{ subject, rule, approvedAt, until }]
}
