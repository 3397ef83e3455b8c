import type { AsOfMode, Isms } from '../../kernel/isms.ts'
import { momentOf } from '../../kernel/moment.ts'
import type { Role } from '../../kernel/permission.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import type { Visit } from '../../platform/http/bind.ts'
import { membersOf } from '../../platform/identity/grants.ts'
import { titles } from '../../platform/store/read.ts'
import { stateAt } from '../../platform/store/state.ts'
import type { Context } from '../../platform/store/store.ts'
import { type DueRecord, dueRecords } from '../duties/domain/due.ts'
import { decisionsOn } from '../duties/service/decisions.ts'
import { reachOf } from '../registers/domain.ts'
import { isPast, readable } from '../registers/service/access.ts'
import { actorsOf } from '../registers/service/actors.ts'
import { titlesThen } from '../registers/service/list.ts'
import { isRhythmWanted } from '../rhythms/service.ts'
import { FORESEEING, type Section, sectionsFor } from './domain/sections.ts'
import { topRisks } from './domain/top-risks.ts'
import { milestones, plannedAudits } from './domain.ts'
import { askedOf, callFirst } from './service/asked.ts'
import { mineOf } from './service/mine.ts'
import type { Today } from './service/today.ts'
import { waitingFor } from './service/waiting.ts'
import { newsSince, visited } from './store.ts'

/** More lines than this nobody reads on a first page; the registers have the rest. */
const MOST_DUE = 200
const MOST_CHANGES = 20

/** The gravest risks that somebody who has ten minutes looks at. */
const TOP_RISKS = 3

/** What the first page tells beside the expected findings: only what the caller's roles let him see, and ask of him. */
export async function today(
  ctx: Context,
  visit: Visit,
  asked: { readonly at?: CalendarDate | undefined; readonly mode: AsOfMode },
): Promise<Today> {
  const day = asked.at ?? ctx.today()
  const isms = await stateAt(ctx, day, asked.mode)
  const parts = await partsOf(ctx, visit, isms, day)
  const { words, services } = visit
  const wantsRhythm = await isRhythmWanted(ctx, { words, wordsIn: services.wordsIn })
  const sections = sectionsOf(ctx.actor.roles, parts, wantsRhythm)
  const has = (section: Section): boolean => sections.includes(section)
  const isBack = isPast(ctx, asked.at)
  const since = isBack ? null : await visited(ctx, visit.account.id)
  const moment = momentOf(day)
  return {
    visit: since,
    ...(has('since') ? await changesSince(ctx, visit, { since, isPast: isBack }) : { changes: [], changesTotal: 0 }),
    ...parts,
    due: has('year') ? parts.due : [],
    sections: [...sections],
    risks: has('risks') ? riskLines(ctx, isms, day) : [],
    callFirst: has('report') ? callFirst(isms, day) : null,
    audits: has('audits') ? [...plannedAudits(isms, moment)] : [],
    milestones: has('audits') ? [...milestones(isms, moment)] : [],
  }
}

type Parts = Pick<
  Today,
  'due' | 'decisions' | 'readings' | 'awarenessDue' | 'lessons' | 'done' | 'mine' | 'proofs' | 'holds' | 'waiting'
>

/** What waits for the caller and, where he prepares for others, for them. */
async function partsOf(ctx: Context, visit: Visit, isms: Isms, day: CalendarDate): Promise<Parts> {
  const registers = ctx.registry.registers.filter((register) => reachOf(ctx.actor, register) !== 'none')
  const whole = readable(ctx, []).map(({ name }) => name)
  const all = dueRecords(isms, registers, day)
  const due = all.filter(({ record }) => whole.includes(record.register))
  const decisions = await decisionsOn(ctx, isms, day)
  const isPreparing = ctx.actor.roles.includes('consultant')
  const members = isPreparing ? await membersOf(visit.services.identity, ctx.organisation) : []
  return {
    due: dueLines(ctx, isms, due.slice(0, MOST_DUE)),
    decisions: [...decisions(ctx.actor)],
    ...askedOf(ctx, isms, day, ctx.actor.person),
    ...mineOf(ctx, isms, day, all),
    waiting: isPreparing ? waitingFor(ctx, isms, { day, due, members, decisions }) : [],
  }
}

/** Who comes to conclude for himself is not shown what is expected (DESIGN, fourth idea). */
function sectionsOf(roles: readonly Role[], parts: Parts, wantsRhythm: boolean): readonly Section[] {
  const isOutside = roles.every((role) => role === 'external_auditor')
  const sizes: Partial<Record<Section, number>> = {
    waiting: parts.waiting.length,
    decisions: parts.decisions.length,
    asked: parts.readings.length + parts.lessons.length + (parts.awarenessDue === null ? 0 : 1),
    mine: parts.mine.length + parts.proofs.length + parts.holds.length,
    rhythm: wantsRhythm ? 1 : 0,
  }
  return sectionsFor(roles, (section) => sizes[section] === 0).filter(
    (section) => !isOutside || !FORESEEING.includes(section),
  )
}

function riskLines(ctx: Context, isms: Isms, day: CalendarDate): Today['risks'] {
  return topRisks(isms, momentOf(day), TOP_RISKS).map(({ risk, level, owners, isAbove }) => {
    const named = titlesThen(ctx, isms, [risk.id, ...owners])
    return {
      id: risk.id,
      number: risk.number,
      title: named[risk.id]?.title ?? risk.number,
      level,
      owners: owners.map((id) => ({ id, title: named[id]?.title ?? '' })),
      isAbove,
    }
  })
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
