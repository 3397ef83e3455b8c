import type { Isms } from '../../../kernel/isms.ts'
import { momentOf } from '../../../kernel/moment.ts'
import { type Actor, may } from '../../../kernel/permission.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { Context } from '../../../platform/store/store.ts'
import { approval } from '../../approvals/registers/approval.ts'
import { standingCertificates } from '../../certificates/domain/cycle.ts'
import { standingsAt } from '../../path/service.ts'
import { titlesThen } from '../../registers/service/list.ts'
import type { Risk } from '../../risks/registers/risk.ts'
import { isIdFrom } from '../../samples/domain/identity.ts'
import type { Treatment } from '../../treatments/registers/treatment.ts'
import type { TreatmentPlan } from '../../treatments/registers/treatment-plan.ts'
import { type Consent, consentsByPerson } from '../domain/consents.ts'
import { isAskedOf, type OpenDecision, openDecisions } from '../domain/decisions.ts'
import { shownMark } from './shown.ts'

/** A decision that waits, as it is told: an act of a record, or an approval to be given about it. */
export interface Decision {
  readonly register: string
  readonly id: RecordId
  readonly number: string
  readonly title: string
  readonly act: string | null
  readonly approval: {
    readonly kind: Consent['kind']
    readonly subjectVersion: string | null
    readonly risks: readonly { readonly id: RecordId; readonly number: string; readonly title: string }[]
    readonly level: string | null
    /** As what the person is asked, and the reason that was given for what he is asked to accept. */
    readonly capacity: Consent['capacity']
    readonly role: RecordId | null
    readonly reason: string | null
    /** Of what there is to see before the word is given, which sends it back. */
    readonly seen: string
  } | null
  readonly since: CalendarDate
}

/** Answers for one actor after another what waits for his decision, the oldest first. */
export async function decisionsOn(
  ctx: Context,
  isms: Isms,
  day: CalendarDate,
): Promise<(actor: Actor) => readonly Decision[]> {
  const open = await ripe(ctx, isms, day, openDecisions(isms, ctx.registry.registers))
  const consents = consentsByPerson(isms, momentOf(day))
  const facts = { isms, guards: ctx.store.guards }
  const title = (id: RecordId): string => titlesThen(ctx, isms, [id])[id]?.title ?? ''
  return (actor) => {
    const acts = open
      .filter((one) => isAskedOf(one, actor, facts))
      .map(({ register, record, act }) => {
        const { id, number, validFrom: since } = record
        return { register: register.name, id, number, title: title(id), act, approval: null, since }
      })
    const mine = may(actor, 'create', approval.access).ok ? (consents.get(actor.person ?? '') ?? []) : []
    const given = mine.map((consent) => consentLine(consent, title, shownMark(isms, consent, day)))
    return [...given, ...acts].toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
  }
}

/**
 * Without what the path says is not to be decided yet: a draft of the start interview that nobody has looked at, in a register
 * whose step waits for others. Whoever has a certificate decides as things come.
 */
async function ripe(
  ctx: Context,
  isms: Isms,
  day: CalendarDate,
  open: readonly OpenDecision[],
): Promise<readonly OpenDecision[]> {
  // Of the auditor nothing is asked; the mail of a day is written by nobody, and asks what the first page does.
  const isWorking = ctx.actor.channel === 'system' || ctx.actor.roles.some((role) => role !== 'external_auditor')
  const isAsked = day === ctx.today() && isWorking
  if (!isAsked || !open.some(isUntouched) || standingCertificates(isms, momentOf(day)).length > 0) return open
  const steps = await standingsAt(ctx, isms, { at: day, mode: 'known' })
  const places = (isWaiting: boolean): ReadonlySet<string> =>
    new Set(steps.filter(({ state }) => (state === 'waits') === isWaiting).flatMap(({ step }) => step.places))
  const [waiting, reached] = [places(true), places(false)]
  return open.filter((one) => !isUntouched(one) || !waiting.has(one.register.name) || reached.has(one.register.name))
}

/** As a draft came into being, and nobody changed a word. */
function isUntouched({ record }: OpenDecision): boolean {
  return record.version === 1 && isIdFrom(record.id)
}

function consentLine(consent: Consent, title: (id: RecordId) => string, seen: string): Decision {
  const { kind, capacity, role } = consent
  const about = aboutOf(consent)
  return {
    register: about.register,
    id: about.id,
    number: about.number,
    title: title(about.id),
    act: null,
    approval: {
      kind,
      subjectVersion: kind === 'treatment_plan' ? consent.plan.versionLabel : null,
      risks: risksOf(consent).map(({ id, number }) => ({ id, number, title: title(id) })),
      level: kind === 'treatment_plan' ? null : consent.level,
      capacity,
      role,
      reason: kind === 'retain_exception' ? consent.treatment.justification : null,
      seen,
    },
    since: about.validFrom,
  }
}

function aboutOf(consent: Consent): TreatmentPlan | Treatment | Risk {
  switch (consent.kind) {
    case 'treatment_plan':
      return consent.plan
    case 'residual_risk':
      return consent.risk
    case 'retain_exception':
      return consent.treatment
  }
}

function risksOf(consent: Consent): readonly Risk[] {
  switch (consent.kind) {
    case 'treatment_plan':
      return consent.risks
    case 'residual_risk':
      return []
    case 'retain_exception':
      return [consent.risk]
  }
}
