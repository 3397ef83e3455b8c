import type { Isms } from '../../../kernel/isms.ts'
import { momentOf } from '../../../kernel/moment.ts'
import { type Actor, may } from '../../../kernel/permission.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { Context } from '../../../platform/store/store.ts'
import { approval } from '../../approvals/registers/approval.ts'
import { titlesThen } from '../../registers/service/list.ts'
import { type Consent, consentsByPerson } from '../domain/consents.ts'
import { isAskedOf, openDecisions } from '../domain/decisions.ts'

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
  } | null
  readonly since: CalendarDate
}

/** Answers for one actor after another what waits for his decision, the oldest first. */
export function decisionsOn(ctx: Context, isms: Isms, day: CalendarDate): (actor: Actor) => readonly Decision[] {
  const open = openDecisions(isms, ctx.registry.registers)
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
    const given = mine.map((consent) => consentLine(consent, title))
    return [...given, ...acts].toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
  }
}

function consentLine(consent: Consent, title: (id: RecordId) => string): Decision {
  const about = consent.kind === 'treatment_plan' ? consent.plan : consent.risk
  const risks = consent.kind === 'treatment_plan' ? consent.risks : []
  return {
    register: about.register,
    id: about.id,
    number: about.number,
    title: title(about.id),
    act: null,
    approval: {
      kind: consent.kind,
      subjectVersion: consent.kind === 'treatment_plan' ? consent.plan.versionLabel : null,
      risks: risks.map(({ id, number }) => ({ id, number, title: title(id) })),
      level: consent.kind === 'residual_risk' ? consent.level : null,
    },
    since: about.validFrom,
  }
}
