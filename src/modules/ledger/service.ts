import type { z } from 'zod'
import { datesIn, endOfDay, startOfDay } from '../../kernel/calendar.ts'
import { may } from '../../kernel/permission.ts'
import type { Visit } from '../../platform/http/bind.ts'
import { actorsIn, namesOfActors } from '../../platform/identity/grants.ts'
import { treeHead } from '../../platform/store/checkpoint.ts'
import type { Entry } from '../../platform/store/entry.ts'
import { type Title, titles } from '../../platform/store/read.ts'
import { sequenceAt, stateAt } from '../../platform/store/state.ts'
import type { Context } from '../../platform/store/store.ts'
import { verifyLedger } from '../../platform/store/verify.ts'
import { isPast, readable } from '../registers/service/access.ts'
import { actorsOf } from '../registers/service/actors.ts'
import { titlesThen } from '../registers/service/list.ts'
import type { LedgerAsked, readLedger, verify } from './contract.ts'
import { entriesOf } from './store.ts'

type Ledger = z.input<typeof readLedger.reply>
type Verified = z.input<typeof verify.reply>

/** A page of what happened, as known on that day. */
export async function ledger(ctx: Context, visit: Visit, asked: LedgerAsked): Promise<Ledger> {
  const registers = readable(ctx, asked.register).map(({ name }) => name)
  const head = await treeHead(ctx)
  const last = isPast(ctx, asked.at) ? await sequenceAt(ctx, asked.at) : null
  const found = await entriesOf(ctx, {
    registers,
    people: asked.person,
    record: asked.record ?? null,
    from: asked.from === undefined ? null : startOfDay(asked.from, ctx.timeZone),
    until: asked.until === undefined ? null : endOfDay(asked.until, ctx.timeZone),
    before: earlier(asked.before ?? null, last),
    limit: asked.limit + 1,
  })
  const shown = found.slice(0, asked.limit)
  return {
    entries: await entriesReply(ctx, visit, shown, await namesThen(ctx, shown, asked)),
    next: found.length > shown.length ? (shown.at(-1)?.sequence ?? null) : null,
    size: last ?? head.size,
    root: last === null ? Buffer.from(head.root).toString('hex') : null,
    statedUntil: ctx.statedUntil,
    people: await peopleOf(visit),
    can: { sign: may(ctx.actor, 'update', {}).ok },
  }
}

function earlier(before: number | null, last: number | null): number | null {
  if (last === null) return before
  return before === null ? last + 1 : Math.min(before, last + 1)
}

/** What the records of the entries were called on the day that is looked at. */
async function namesThen(
  ctx: Context,
  entries: readonly Entry[],
  { at, mode = 'known' }: Pick<LedgerAsked, 'at' | 'mode'>,
): Promise<Readonly<Record<string, Title>>> {
  const ids = entries.map(({ record }) => record)
  return isPast(ctx, at) ? titlesThen(ctx, await stateAt(ctx, at, mode), ids) : await titles(ctx, ids)
}

async function entriesReply(
  ctx: Context,
  visit: Visit,
  entries: readonly Entry[],
  named: Readonly<Record<string, Title>>,
): Promise<Ledger['entries']> {
  const actors = await actorsOf(visit, entries)
  const dateOf = datesIn(ctx.timeZone)
  return entries.map((entry) => ({
    sequence: entry.sequence,
    recordedAt: entry.recordedAt,
    recordedOn: dateOf(entry.recordedAt),
    validFrom: entry.validFrom,
    actor: actors(entry),
    batch: entry.batch,
    act: entry.act,
    register: entry.register,
    id: entry.record,
    number: entry.number,
    title: named[entry.record]?.title ?? '',
    version: entry.version,
    state: entry.state,
    changed: entry.changed,
    reason: entry.reason,
    isErased: entry.isErased,
    hash: entry.hash,
  }))
}

/** Who may stand in the ledger, by name; whoever has none any more cannot be asked for. */
async function peopleOf({ services: { identity }, grant }: Visit): Promise<Ledger['people']> {
  const { id: organisation } = grant.organisation
  const names = await namesOfActors(identity, organisation, await actorsIn(identity, organisation))
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name))
}

/** Reckons the whole ledger anew. Whoever may read it may check it: that is what it is for. */
export async function verified(ctx: Context, visit: Visit): Promise<Verified> {
  const begun = ctx.now().getTime()
  const keys = await visit.services.verifierKeys()
  const { flaws, ...found } = await verifyLedger(ctx, keys)
  return {
    ...found,
    flaws: flaws.map((flaw) => ({ ...flaw, message: visit.words(flaw.code) })),
    tookMs: Math.max(0, ctx.now().getTime() - begun),
  }
}
