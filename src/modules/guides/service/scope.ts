import type { z } from 'zod'
import type { AsOfMode, Isms } from '../../../kernel/isms.ts'
import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type ChangeInput, change, changeAll } from '../../../platform/store/change.ts'
import { presentState, stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { scopeInForce } from '../../scopes/domain.ts'
import { type Scope, scope } from '../../scopes/register.ts'
import { titlesIn } from '../../statements/service/read.ts'
import type { adoptScope, readScopeGuide, writeScope } from '../contract/scope.ts'
import { nextLabel } from '../domain/labels.ts'
import type { Voice } from '../domain/policy.ts'
import {
  isAsked,
  isBehind,
  missingInterfaces,
  placedScope,
  proposedInterfaces,
  proposedWording,
  toPlace,
} from '../domain/scope.ts'
import { allowed, allowedToSign, demandUpdate } from './demand.ts'

type Reply = z.input<typeof readScopeGuide.reply>

function draftIn(isms: Isms): Scope | null {
  return isms.all(scope).findLast(({ state }) => state === 'draft' || state === 'approved') ?? null
}

export async function scopeGuide(
  ctx: Context,
  asked: { readonly at?: CalendarDate | undefined; readonly mode: AsOfMode },
  voice: Voice,
): Promise<Reply> {
  const isms = await stateAt(ctx, asked.at ?? ctx.today(), asked.mode)
  const [draft, inForce] = [draftIn(isms), scopeInForce(isms)]
  const base = draft ?? inForce
  const placed = placedScope(isms, base)
  const ids = [draft, inForce]
    .flatMap((one) => [one?.approvedBy ?? null, ...partiesOf(one)])
    .filter((id) => id !== null)
  const proposed = missingInterfaces(isms, base?.interfaces ?? [], proposedInterfaces(isms, voice.words))
  return {
    things: toPlace(isms).flatMap(thingOf),
    draft: draft === null ? null : editionOf(draft),
    inForce: inForce === null ? null : editionOf(inForce),
    interfaces: proposed,
    wording: proposedWording(isms, voice),
    considered: { issues: placed.consideredIssues.length, requirements: placed.consideredRequirements.length },
    isBehind: base === null || isBehind(base, placed),
    can: { write: may(ctx.actor, 'update', scope.access).ok, approve: decisionOn(ctx, draft) },
    titles: titlesIn(isms, ctx.registry, ids),
  }
}

function partiesOf(one: Scope | null): readonly (string | null)[] {
  return (one?.interfaces ?? []).map(({ party }) => party)
}

function thingOf(one: ReturnType<typeof toPlace>[number]): Reply['things'] {
  if (one.register === 'asset') return []
  const { id, register, version, number, title, inScope, outOfScopeReason, handlesServiceInformation } = one
  const placement = { inScope, outOfScopeReason, handlesServiceInformation }
  return [{ id, register, version, number, title, ...placement, isAsked: isAsked(one) }]
}

function editionOf(one: Scope): NonNullable<Reply['draft']> {
  const { id, version, number, versionLabel, state, statement, interfaces, noInterfacesReason } = one
  const { approvedBy, inForceFrom } = one
  return {
    id,
    version,
    number,
    versionLabel,
    state,
    statement,
    interfaces,
    noInterfacesReason,
    approvedBy,
    inForceFrom,
  }
}

function decisionOn(ctx: Context, draft: Scope | null): Reply['can']['approve'] {
  const decision = allowed(ctx, 'approve', scope)
  if (!decision.ok) return decision
  return draft === null ? { ok: false, why: 'guide.no-scope' } : allowedToSign(ctx, 'approve', scope)
}

/** The boundaries follow from the registers each time, so that the scope never says what they do not. */
export async function writeDraft(
  ctx: Context,
  { draft: seen, ...said }: z.infer<typeof writeScope.body>,
  { words }: Voice,
): Promise<z.input<typeof writeScope.reply>> {
  const isms = await presentState(ctx)
  const draft = draftIn(isms)
  if ((draft?.id ?? null) !== (seen?.id ?? null) || draft?.state === 'approved') {
    throw new Refusal('conflict', 'guide.scope-settled')
  }
  if (draft !== null) demandUpdate(ctx, scope, draft.owner)
  const set = { ...placedScope(isms, draft ?? scopeInForce(isms)), ...withoutUndefined(said) }
  const input: ChangeInput =
    seen === null
      ? { register: scope.name, act: 'create', set: { ...carriedOver(isms, words('guide.scope.recordTitle')), ...set } }
      : { register: scope.name, act: 'update', ...seen, set }
  const made = await change(ctx, input)
  return { id: made.id, version: made.version }
}

type Said = Omit<z.infer<typeof writeScope.body>, 'draft'>

function withoutUndefined({ statement, interfaces, noInterfacesReason }: Said): ChangeInput['set'] {
  return {
    ...(statement === undefined ? {} : { statement }),
    ...(interfaces === undefined ? {} : { interfaces }),
    ...(noInterfacesReason === undefined ? {} : { noInterfacesReason }),
  }
}

/** A next version goes on from the one in force; the first has a name and a number. */
function carriedOver(isms: Isms, title: string): ChangeInput['set'] {
  const inForce = scopeInForce(isms)
  const versionLabel = nextLabel(isms.all(scope))
  if (inForce === null) return { title, versionLabel }
  const { statement, interfaces, noInterfacesReason, owner, document } = inForce
  return { title: inForce.title, versionLabel, statement, interfaces, noInterfacesReason, owner, document }
}

export async function adoptDraft(
  ctx: Context,
  { id, version }: z.infer<typeof adoptScope.body>,
): Promise<z.input<typeof adoptScope.reply>> {
  const isms = await presentState(ctx)
  const [draft, inForce] = [draftIn(isms), scopeInForce(isms)]
  if (draft === null || draft.id !== id) throw new Refusal('not_found', 'record.unknown')
  const register = scope.name
  const approval: readonly ChangeInput[] = draft.state === 'approved' ? [] : [{ register, act: 'approve', id, version }]
  const before: readonly ChangeInput[] = inForce === null ? [] : [{ register, act: 'supersede', id: inForce.id }]
  await changeAll(ctx, [...approval, ...before])
  const made = await change(ctx, { register, act: 'putInForce', id })
  return { id, version: made.version }
}
