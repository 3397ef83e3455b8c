import type { z } from 'zod'
import type { AnyRecord, Isms } from '../../kernel/isms.ts'
import { momentOf } from '../../kernel/moment.ts'
import { may } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { CalendarDate, RecordId, Register } from '../../kernel/register.ts'
import { type ChangeInput, change, changeAll } from '../../platform/store/change.ts'
import { find } from '../../platform/store/read.ts'
import { presentState } from '../../platform/store/state.ts'
import type { Context } from '../../platform/store/store.ts'
import { isPresent } from '../people/domain/presence.ts'
import { person } from '../people/registers/person.ts'
import { mayDo, verbOf } from '../registers/domain.ts'
import { demandRead } from '../registers/service/access.ts'
import type { actOnRecurring, handOver } from './contract.ts'
import { isLong } from './domain/begun.ts'
import { openDays } from './domain/open.ts'
import { type Occurrence, occurrence } from './registers/occurrence.ts'
import { type RecurringTask, recurringTask } from './registers/recurring-task.ts'
import { declaredIn, mayAct, mayAnswer, type Work, workOf } from './service/reading.ts'
import { lockWork } from './store.ts'

type Acting = z.output<typeof actOnRecurring.body>

type Finishing = Extract<Acting, { readonly act: 'finish' }>

/** One day of some work, and what is recorded of it. */
interface Day {
  readonly of: RecurringTask
  readonly due: CalendarDate
  readonly kept: Occurrence | null
}

/** What somebody says of one day of recurring work; the occurrence is written down by it. Throws forbidden, not_found or conflict. */
export async function act(
  ctx: Context,
  id: RecordId,
  acting: Acting,
): Promise<{ readonly id: string; readonly number: string; readonly state: string }> {
  await lockWork(ctx, id)
  const work = await workOf(ctx, id)
  if (!mayAct(ctx, work)) throw new Refusal('forbidden', 'permission.role')
  const day = dayOf(work, acting.due)
  if (!mayAnswer(ctx, work)(day.kept)) throw new Refusal('forbidden', 'permission.role')
  const changed = await changeAll(ctx, await changesOf(ctx, work.isms, day, acting))
  const last = changed.at(-1)
  if (last === undefined) throw new Error('cannot lose a change')
  return { id: last.id, number: last.number, state: last.state }
}

/** The day that is meant, if it still waits. Throws conflict where somebody has said something of it meanwhile. */
function dayOf({ of, open }: Work, due: CalendarDate): Day {
  const found = [...open.past, ...open.ahead].find((one) => one.due === due)
  if (found === undefined) throw new Refusal('conflict', 'occurrence.not-open')
  return { of, due, kept: found.occurrence }
}

async function changesOf(ctx: Context, isms: Isms, day: Day, acting: Acting): Promise<readonly ChangeInput[]> {
  switch (acting.act) {
    case 'finish':
      return await finishing(ctx, day, acting)
    case 'hand_over':
      return [handing(ctx, isms, day, acting)]
    default: {
      const { id, begun } = opened(ctx, day)
      return [...begun, { register: 'occurrence', act: acting.act, id, set: {}, reason: acting.reason }]
    }
  }
}

/** The occurrence of a day: made by whoever says something first. */
function opened(
  ctx: Context,
  { of, due, kept }: Day,
): { readonly id: RecordId; readonly begun: readonly ChangeInput[] } {
  if (kept !== null) return { id: kept.id, begun: [] }
  const id = ctx.newId()
  const set = { recurringTask: of.id, due, assignee: ctx.actor.person ?? of.owner }
  return { id, begun: [{ register: 'occurrence', act: 'create', id, set }] }
}

/** Done; or begun, where the record that was made for it is of work that takes longer. */
async function finishing(ctx: Context, day: Day, acting: Finishing): Promise<readonly ChangeInput[]> {
  const doneAt = acting.doneAt ?? ctx.today()
  const states = []
  for (const id of acting.records) states.push(await finishRecord(ctx, id, doneAt))
  const isBegunOnly = states.length > 0 && states.every((isDone) => !isDone)
  const { id, begun } = opened(ctx, day)
  const { records, ...set } = proofOf(day, acting)
  if (isBegunOnly) return [...begun, { register: 'occurrence', act: 'update', id, set: { records } }]
  return [...begun, { register: 'occurrence', act: 'finish', id, set: { ...set, doneAt, records } }]
}

/** What tells that it was done, with what was there already. */
function proofOf({ kept }: Day, acting: Finishing): Pick<Occurrence, 'records' | 'result' | 'file' | 'evidence'> {
  return {
    records: [...new Set([...(kept?.records ?? []), ...acting.records])],
    result: acting.result ?? kept?.result ?? null,
    file: acting.file ?? kept?.file ?? null,
    evidence: [...new Set([...(kept?.evidence ?? []), ...acting.evidence])],
  }
}

/** Takes a record on to where its work is done, if its maker may; tells whether it is. */
async function finishRecord(ctx: Context, id: RecordId, doneAt: CalendarDate): Promise<boolean> {
  const record = await find(ctx, id)
  if (record === null) throw new Refusal('not_found', 'record.unknown')
  const register = ctx.registry.get(record.register)
  demandRead(ctx, register, record)
  if (register.done === null) return true
  const name = finishOf(register, record)
  const step = name === null ? undefined : register.states.transitions[name]
  if (name === null || step === undefined || isLong(register.name)) return typeof record[register.done] === 'string'
  if (!mayDo(ctx.actor, verbOf(register, step), register, record).ok) return false
  const on = record[register.done]
  await change(ctx, {
    register: register.name,
    act: name,
    id,
    set: { [register.done]: typeof on === 'string' ? on : doneAt },
  })
  return true
}

/** The act by which a record of this register comes to be done. */
function finishOf(register: Register, record: AnyRecord): string | null {
  const found = Object.entries(register.states.transitions).find(
    ([, step]) => step.stamps.at === register.done && step.from.includes(record.state),
  )
  return found?.[0] ?? null
}

function handing(
  ctx: Context,
  isms: Isms,
  day: Day,
  { to, reason }: { readonly to: RecordId; readonly reason?: string | null | undefined },
): ChangeInput {
  demandPresent(ctx, isms, to)
  const why = reason ?? null
  if (day.kept !== null) {
    return { register: 'occurrence', act: 'update', id: day.kept.id, set: { assignee: to }, reason: why }
  }
  const set = { recurringTask: day.of.id, due: day.due, assignee: to }
  return { register: 'occurrence', act: 'create', id: ctx.newId(), set, reason: why }
}

/** Nobody hands his work to who is not there. */
function demandPresent(ctx: Context, isms: Isms, id: RecordId): void {
  const one = isms.find(person, id)
  if (one === null || !isPresent(one, momentOf(ctx.today()))) throw new Refusal('conflict', 'occurrence.not-present')
}

/** Every day of somebody's recurring work in a stretch goes to somebody else. Throws forbidden, invalid or conflict. */
export async function handOverStretch(
  ctx: Context,
  { person: whose, to, from, until, reason }: z.output<typeof handOver.body>,
): Promise<{ readonly count: number }> {
  const giver = whose ?? ctx.actor.person
  const isOwn = giver !== null && giver === ctx.actor.person
  const isAllowed = may(ctx.actor, isOwn ? 'create' : 'update', occurrence.access).ok
  if (!isAllowed) throw new Refusal('forbidden', 'permission.role')
  if (giver === null) throw new Refusal('conflict', 'task.no-person')
  if (giver === to) throw new Refusal('conflict', 'occurrence.same-person')
  if (until < from) throw new Refusal('conflict', 'occurrence.ends-before')
  await lockWork(ctx, null)
  const isms = await presentState(ctx)
  demandPresent(ctx, isms, to)
  const days = isms.all(recurringTask).flatMap((of) => {
    const { past, ahead } = openDays(isms, of, { day: ctx.today(), declared: declaredIn(ctx) })
    return [...past, ...ahead]
      .filter(({ owner, due }) => owner === giver && due >= from && due <= until)
      .map(({ due, occurrence: kept }): Day => ({ of, due, kept }))
  })
  const changes = days.map((day) => handing(ctx, isms, day, { to, reason }))
  if (changes.length > 0) await changeAll(ctx, changes)
  return { count: changes.length }
}
