import type { AnyRecord } from '../../../kernel/isms.ts'
import { idsAt } from '../../../kernel/isms.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate, Register } from '../../../kernel/register.ts'
import type { Words } from '../../../kernel/text.ts'
import type { Visit } from '../../../platform/http/bind.ts'
import { findDraft } from '../../../platform/store/drafts.ts'
import { entries, find, history, incoming, titles } from '../../../platform/store/read.ts'
import { presentState, sequenceAt, stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import type { RecordReply } from '../contract.ts'
import { mayDo, verbOf } from '../domain.ts'
import { dayBack, demandRead, isPast, readable } from './access.ts'
import { actorsOf } from './actors.ts'
import { idsIn, titlesThen } from './list.ts'

export interface Which {
  readonly register: string
  readonly id: string
}

type AsOf = { readonly at?: CalendarDate | undefined; readonly mode: 'known' | 'true' }

/** A record, now or on a past day, with its surroundings and what may be done with it. */
export async function readRecord(ctx: Context, visit: Visit, which: Which, asOf: AsOf): Promise<RecordReply> {
  const register = ctx.registry.get(which.register)
  const at = dayBack(ctx, asOf)
  if (at !== null) return await readThen(ctx, visit, { register, id: which.id, at, mode: asOf.mode })
  return await replyFor(ctx, visit, demandRead(ctx, register, await find(ctx, which.id)))
}

/** What is answered after every change as well. */
export async function replyFor(ctx: Context, visit: Visit, record: AnyRecord): Promise<RecordReply> {
  const register = ctx.registry.get(record.register)
  const names = readable(ctx).map(({ name }) => name)
  const pointing = (await incoming(ctx, record.id)).filter((link) => names.includes(link.register))
  const ids = [record.id, ...idsIn(ctx, [record]), ...pointing.map(({ id }) => id)]
  const key = { account: visit.account.id, register: register.name, record: record.id }
  const isEnded = register.states.ended.includes(record.state)
  return {
    record,
    titles: await titles(ctx, ids),
    incoming: pointing,
    can: {
      update: !isEnded && mayDo(ctx.actor, 'update', register, record).ok,
      retire: mayDo(ctx.actor, 'retire', register, record).ok,
      acts: await actsOn(ctx, register, record, visit.words),
    },
    draft: await findDraft(ctx, key),
    ...(await madeBy(ctx, visit, record)),
  }
}

async function readThen(
  ctx: Context,
  visit: Visit,
  { register, id, at, mode }: { register: Register; id: string; at: CalendarDate; mode: 'known' | 'true' },
): Promise<RecordReply> {
  const isms = await stateAt(ctx, at, mode)
  const record = demandRead(ctx, register, isms.any(id))
  const pointing = readable(ctx).flatMap((source) =>
    linkPaths(source).flatMap((field) =>
      isms
        .all(source)
        .flatMap((row) =>
          idsAt({ ...row }, field).includes(id) ? [{ register: source.name, id: row.id, field }] : [],
        ),
    ),
  )
  const ids = [id, ...idsIn(ctx, [record]), ...pointing.map((link) => link.id)]
  return {
    record,
    titles: titlesThen(ctx, isms, ids),
    incoming: pointing,
    can: { update: false, retire: false, acts: {} },
    draft: null,
    ...(await madeBy(ctx, visit, record)),
  }
}

/** Paths of all links of a register, through lists and groups. */
function linkPaths(register: Pick<Register, 'fields'>, prefix = ''): readonly string[] {
  return Object.entries(register.fields).flatMap(([name, field]) => {
    const path = `${prefix}${name}`
    if (field.kind === 'link' || field.kind === 'links') return [path]
    return field.options.fields === undefined ? [] : linkPaths({ fields: field.options.fields }, `${path}.`)
  })
}

/** Who made this version, and the leaf that fixes it. */
async function madeBy(ctx: Context, visit: Visit, record: AnyRecord): Promise<Pick<RecordReply, 'hash' | 'actor'>> {
  const [entry] = await entries(ctx, { before: record.sequence + 1, limit: 1 })
  if (entry?.record !== record.id) return { hash: null, actor: null }
  const actors = await actorsOf(visit, [entry])
  return { hash: entry.hash, actor: { name: actors(entry).name } }
}

/** The acts that this state allows and this actor may do; what a guard holds up is told with its reason. */
async function actsOn(
  ctx: Context,
  register: Register,
  record: AnyRecord,
  words: Words,
): Promise<RecordReply['can']['acts']> {
  const possible = Object.entries(register.states.transitions).filter(
    ([, step]) => step.from.includes(record.state) && mayDo(ctx.actor, verbOf(register, step), register, record).ok,
  )
  const guards = ctx.store.guards.filter(
    (guard) => guard.register === register.name && possible.some(([act]) => act === guard.act),
  )
  const facts = guards.length === 0 ? null : { isms: await presentState(ctx), person: ctx.actor.person }
  const decided = possible.map(([act]): [string, RecordReply['can']['acts'][string]] => {
    for (const guard of guards.filter((each) => each.act === act)) {
      const decision = facts === null ? { ok: true as const } : guard.decide(record, facts)
      if (!decision.ok) return [act, { ok: false, why: decision.why, message: words(`refusal.${decision.why}`) }]
    }
    return [act, { ok: true }]
  })
  return Object.fromEntries(decided)
}

/** Every version up to that day, newest first. */
export async function readHistory(ctx: Context, visit: Visit, which: Which, asOf: AsOf) {
  const register = ctx.registry.get(which.register)
  demandRead(ctx, register, await find(ctx, which.id))
  const last = isPast(ctx, asOf.at) ? await sequenceAt(ctx, asOf.at) : null
  const shown = (await history(ctx, which.id)).filter(({ sequence }) => last === null || sequence <= last)
  if (shown.length === 0) throw new Refusal('not_found', 'record.unknown')
  const actors = await actorsOf(visit, shown)
  const references = shown.flatMap(({ fields }) => ctx.registry.references(register, fields).map(({ to }) => to))
  return {
    entries: shown.map((entry) => ({
      sequence: entry.sequence,
      version: entry.version,
      act: entry.act,
      actor: actors(entry),
      recordedAt: entry.recordedAt,
      validFrom: entry.validFrom,
      reason: entry.reason,
      changed: entry.changed,
      record: { ...entry.fields, number: entry.number, state: entry.state },
      isErased: entry.isErased,
      hash: entry.hash,
    })),
    titles: isPast(ctx, asOf.at)
      ? titlesThen(ctx, await stateAt(ctx, asOf.at, asOf.mode), references)
      : await titles(ctx, references),
  }
}
