import type { z } from 'zod'
import type { Isms } from '../../../kernel/isms.ts'
import { type Moment, momentOf } from '../../../kernel/moment.ts'
import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { change } from '../../../platform/store/change.ts'
import { presentState, stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { approval } from '../../approvals/registers/approval.ts'
import { control } from '../../controls/register.ts'
import { type Consent, consentsByPerson, higherFor, keptAbove, type Word } from '../../duties/domain/consents.ts'
import { type Signature, signatures } from '../../duties/domain/signatures.ts'
import { shownMark, shownRecords } from '../../duties/service/shown.ts'
import { hasAuthority } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import { methodOf, presentScore, scoreOf } from '../../risks/domain/levels.ts'
import { type Risk, risk } from '../../risks/registers/risk.ts'
import { currentPlan, treatedRisks, treatmentsOf } from '../../treatments/domain/treated.ts'
import type { Treatment } from '../../treatments/registers/treatment.ts'
import type { TreatmentPlan } from '../../treatments/registers/treatment-plan.ts'
import type { giveConsent, readConsentGuide } from '../contract/consent.ts'
import { countingOf } from '../domain/treating.ts'
import { lockShown } from '../store.ts'
import { allowedToSign } from './demand.ts'
import type { AskedOn } from './treatment.ts'

type Reply = z.input<typeof readConsentGuide.reply>

/** What waits for the caller's word, and who has given his, as of a day. */
export async function consentGuide(ctx: Context, asked: AskedOn): Promise<Reply> {
  const day = asked.at ?? ctx.today()
  const isms = await stateAt(ctx, day, asked.mode)
  const moment = momentOf(day)
  const plan = currentPlan(isms, moment)
  const mayRead = may(ctx.actor, 'read', risk.access).ok
  const { words, ownerless } = signatures(isms, moment)
  const higher = mayRead ? higherOf(isms, moment) : []
  const people = [...words.map(({ owner }) => owner), ...higher.flatMap((one) => one.people)]
  return {
    mine: mineOf(ctx, isms, moment).map((one) => mineReply(isms, one, day)),
    plan: plan === null ? null : { id: plan.id, number: plan.number, versionLabel: plan.versionLabel },
    signatures: mayRead ? signed(isms, words) : null,
    higher,
    ownerless: mayRead ? ownerless.map(aboutOf) : [],
    powerless: mayRead
      ? [...new Set(words.map(({ owner }) => owner))].filter((id) => !hasAuthority(isms, id, moment))
      : [],
    names: Object.fromEntries(people.map((id) => [id, isms.find(person, id)?.name ?? ''])),
    can: { sign: allowedToSign(ctx, 'create', approval) },
  }
}

function mineOf(ctx: Context, isms: Isms, moment: Moment): readonly Consent[] {
  return ctx.actor.person === null ? [] : (consentsByPerson(isms, moment).get(ctx.actor.person) ?? [])
}

function aboutOf({ id, number, title }: Risk): {
  readonly id: RecordId
  readonly number: string
  readonly title: string
} {
  return { id, number, title }
}

function subjectOf(one: Consent): TreatmentPlan | Risk | Treatment {
  return one.kind === 'treatment_plan' ? one.plan : one.kind === 'residual_risk' ? one.risk : one.treatment
}

function mineReply(isms: Isms, one: Consent, day: CalendarDate): Reply['mine'][number] {
  const { kind, capacity } = one
  const moment = momentOf(day)
  const subject = subjectOf(one)
  const risks = kind === 'treatment_plan' ? one.risks : [one.risk]
  return {
    kind,
    subject: { id: subject.id, register: subject.register, number: subject.number, title: subject.title },
    risks: risks.map((of) => ({ ...aboutOf(of), ...treatedAs(isms, of, moment) })),
    versionLabel: kind === 'treatment_plan' ? one.plan.versionLabel : null,
    capacity,
    reason: kind === 'retain_exception' ? one.treatment.justification : null,
    seen: shownMark(isms, one, day),
  }
}

/** What an owner has to know before he signs: what is done, how large it is, and how large it will be. */
function treatedAs(
  isms: Isms,
  of: Risk,
  moment: Moment,
): Omit<Reply['mine'][number]['risks'][number], 'id' | 'number' | 'title'> {
  const decided = countingOf(treatmentsOf(isms, of))
  const levels = methodOf(isms, moment)?.levels ?? []
  const name = (key: string | null): string | null => levels.find((level) => level.key === key)?.name ?? key
  return {
    option: decided?.option ?? null,
    controls: (decided?.controls ?? []).flatMap((id) => {
      const found = isms.find(control, id)
      return found === null ? [] : [found.ref === null ? found.title : `${found.ref} ${found.title}`]
    }),
    now: name(presentScore(isms, of.id)?.level ?? null),
    after: name(scoreOf(isms, of.id, 'residual', 'target')?.level ?? null),
  }
}

/** By person, those first who have something to sign. */
function signed(isms: Isms, words: readonly Signature[]): NonNullable<Reply['signatures']> {
  const rows = [...Map.groupBy(words, ({ owner }) => owner)].map(([owner, own]) => ({
    person: owner,
    name: isms.find(person, owner)?.name ?? '',
    plan: together(own.map(({ plan }) => plan)),
    planRisks: own.length,
    residual: own.map(({ risk: of, residual }) => ({
      risk: of.id,
      number: of.number,
      title: of.title,
      word: residual,
    })),
  }))
  const open = (row: (typeof rows)[number]): number =>
    (row.plan === 'open' ? 1 : 0) + row.residual.filter(({ word }) => word === 'open').length
  return rows.toSorted((a, b) => open(b) - open(a) || a.name.localeCompare(b.name, 'nl'))
}

/** One word for the plan, given for some risks and not yet for others: what is open counts first. */
function together(words: readonly Word[]): Word {
  return words.find((one) => one === 'open') ?? words.find((one) => one !== 'given') ?? 'given'
}

function higherOf(isms: Isms, moment: Moment): Reply['higher'] {
  const levels = methodOf(isms, moment)?.levels ?? []
  const remains = treatedRisks(isms).flatMap((one) => {
    const people = higherFor(isms, one, moment).map(({ person: id }) => id)
    const key = scoreOf(isms, one.id, 'residual', 'target')?.level ?? null
    const level = levels.find((each) => each.key === key)?.name ?? key
    return people.length === 0 ? [] : [{ kind: 'residual_risk' as const, risk: aboutOf(one), level, people }]
  })
  const kept = keptAbove(isms, moment).map(({ risk: one, level, deciders, refused }) => ({
    kind: 'retain_exception' as const,
    risk: aboutOf(one),
    level,
    people: deciders.map(({ person: id }) => id).filter((id) => !refused.includes(id)),
  }))
  return [...remains, ...kept]
}

type Given = z.infer<typeof giveConsent.body>

/** The caller's own word on what is asked of him, as he saw it; on nothing else, and once. */
export async function give(ctx: Context, word: Given): Promise<z.input<typeof giveConsent.reply>> {
  const { kind, subject, decision, comment } = word
  if (ctx.actor.person === null) throw new Refusal('conflict', 'approval.no-person')
  const before = await presentState(ctx)
  const shown = shownRecords(before, askedAsSeen(ctx, before, word), ctx.today())
  await lockShown(
    ctx,
    shown.flatMap((one) => one?.id ?? []),
  )
  // Until here somebody else may have signed, or changed what was seen; from here nobody can.
  const asked = askedAsSeen(ctx, await presentState(ctx), word)
  if (decision === 'rejected' && comment === null) throw new Refusal('invalid', 'guide.no-needs-reason')
  const made = await change(ctx, {
    register: approval.name,
    act: 'create',
    set: {
      kind,
      subject,
      subjectVersion: asked.kind === 'treatment_plan' ? asked.plan.versionLabel : null,
      decision,
      by: ctx.actor.person,
      capacity: asked.capacity,
      roleAtTime: asked.role,
      at: ctx.today(),
      comment,
    },
  })
  return { id: made.id, number: made.number }
}

/** What is asked of the caller, as he saw it. Throws conflict where it is asked no longer, or has changed since. */
function askedAsSeen(ctx: Context, isms: Isms, { kind, subject, seen }: Given): Consent {
  const today = ctx.today()
  const asked = mineOf(ctx, isms, momentOf(today)).find((one) => one.kind === kind && subjectOf(one).id === subject)
  if (asked === undefined) throw new Refusal('conflict', 'guide.not-asked')
  if (shownMark(isms, asked, today) !== seen) throw new Refusal('conflict', 'guide.changed-since')
  return asked
}
