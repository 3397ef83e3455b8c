import type { z } from 'zod'
import type { AsOfMode, Isms } from '../../kernel/isms.ts'
import { momentOf } from '../../kernel/moment.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import type { Visit } from '../../platform/http/bind.ts'
import { titles } from '../../platform/store/read.ts'
import { stateAt } from '../../platform/store/state.ts'
import type { Context } from '../../platform/store/store.ts'
import { isPast, readable } from '../registers/service/access.ts'
import { actorsOf } from '../registers/service/actors.ts'
import { titlesThen } from '../registers/service/list.ts'
import type { readToday } from './contract.ts'
import { type DueRecord, dueRecords, milestones, plannedAudits } from './domain.ts'
import { newsSince, visited } from './store.ts'

type Today = z.input<typeof readToday.reply>

/** More lines than this nobody reads on a first page; the registers have the rest. */
const MOST_DUE = 200
const MOST_CHANGES = 20

/** What the first page tells beside the expected findings. */
export async function today(
  ctx: Context,
  visit: Visit,
  asked: { readonly at?: CalendarDate | undefined; readonly mode: AsOfMode },
): Promise<Today> {
  const day = asked.at ?? ctx.today()
  const isms = await stateAt(ctx, day, asked.mode)
  const due = dueRecords(isms, readable(ctx, []), day)
  const mine = due.filter(({ owner }) => owner !== null && owner === ctx.actor.person)
  const since = isPast(ctx, asked.at) ? null : await visited(ctx, visit.account.id)
  return {
    visit: since,
    ...(await changesSince(ctx, visit, { since, isPast: isPast(ctx, asked.at) })),
    due: dueLines(ctx, isms, due.slice(0, MOST_DUE)),
    mine: dueLines(ctx, isms, mine.slice(0, MOST_DUE)),
    audits: [...plannedAudits(isms, momentOf(day))],
    milestones: [...milestones(isms, momentOf(day))],
  }
}

/** As things were called on that day. */
function dueLines(ctx: Context, isms: Isms, due: readonly DueRecord[]): Today['due'] {
  const ids = due.flatMap(({ record, owner }) => (owner === null ? [record.id] : [record.id, owner]))
  const named = titlesThen(ctx, isms, ids)
  return due.map(({ record, owner, due: on }) => ({
    register: record.register,
    id: record.id,
    number: record.number,
    title: named[record.id]?.title ?? record.number,
    owner: owner === null ? null : { id: owner, title: named[owner]?.title ?? '' },
    due: on,
  }))
}

async function changesSince(
  ctx: Context,
  visit: Visit,
  asked: { readonly since: string | null; readonly isPast: boolean },
): Promise<Pick<Today, 'changes' | 'changesTotal'>> {
  if (asked.isPast) return { changes: [], changesTotal: 0 }
  // What somebody did himself is no news to him.
  const registers = readable(ctx, []).map(({ name }) => name)
  const { entries: shown, total } = await newsSince(ctx, { since: asked.since, registers, limit: MOST_CHANGES })
  const actor = await actorsOf(visit, shown)
  const named = await titles(
    ctx,
    shown.map(({ record }) => record),
  )
  const changes = shown.map((entry) => ({
    sequence: entry.sequence,
    at: entry.recordedAt,
    actor: actor(entry),
    act: entry.act,
    register: entry.register,
    id: entry.record,
    number: entry.number,
    title: named[entry.record]?.title ?? entry.number,
    changed: entry.changed,
    reason: entry.reason,
  }))
  return { changes, changesTotal: total }
}
