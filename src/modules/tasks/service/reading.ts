import type { z } from 'zod'
import type { Isms } from '../../../kernel/isms.ts'
import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate, RecordId, Register } from '../../../kernel/register.ts'
import { type Language, LOCALES } from '../../../kernel/text.ts'
import { presentState } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { mayDo } from '../../registers/domain.ts'
import { namesThen, titlesThen } from '../../registers/service/list.ts'
import type { readRecurring } from '../contract.ts'
import { candidatesFor, givenFor } from '../domain/begun.ts'
import { doerOf, lastDone, type OpenDays, type OpenWork, openDays, openLines } from '../domain/open.ts'
import { type Occurrence, occurrence } from '../registers/occurrence.ts'
import { type RecurringTask, recurringTask } from '../registers/recurring-task.ts'

/** Work with what is open of it, as the services of this module read it. */
export interface Work {
  readonly isms: Isms
  readonly of: RecurringTask
  readonly open: OpenDays
}

/** Throws not_found. */
export async function workOf(ctx: Context, id: RecordId): Promise<Work> {
  const isms = await presentState(ctx)
  const of = isms.find(recurringTask, id)
  if (of === null) throw new Refusal('not_found', 'record.unknown')
  const work = { isms, of, open: openDays(isms, of, { day: ctx.today(), declared: declaredIn(ctx) }) }
  if (!seesWork(ctx, work)) throw new Refusal('not_found', 'record.unknown')
  return work
}

/** The registers by name. */
export function declaredIn({ registry }: Pick<Context, 'registry'>): (name: string) => Register | null {
  return (name) => (registry.has(name) ? registry.get(name) : null)
}

/** Whose it is may always see it; others where they may read all recurring work. */
function seesWork(ctx: Context, work: Work): boolean {
  return may(ctx.actor, 'read', recurringTask.access).ok || isDoer(ctx, work)
}

/** Whether the work, or one of its days that wait, is the caller's. */
function isDoer(ctx: Context, work: Work): boolean {
  const { person } = ctx.actor
  const { past, ahead } = work.open
  return isHolder(ctx, work) || (person !== null && [...past, ...ahead].some(({ owner }) => owner === person))
}

function isHolder(ctx: Context, { isms, of }: Work): boolean {
  const { person } = ctx.actor
  return person !== null && (of.owner === person || doerOf(isms, of, ctx.today()) === person)
}

/** Whose work it is acts on it, and whoever runs the ISMS. */
export function mayAct(ctx: Context, work: Work): boolean {
  if (!may(ctx.actor, 'create', occurrence.access).ok) return false
  return may(ctx.actor, 'update', occurrence.access).ok || isDoer(ctx, work)
}

/** Of which of its days, by what is kept of them: whoever was handed a day answers for that day alone, and not for those of others. */
export function mayAnswer(ctx: Context, work: Work): (kept: Occurrence | null) => boolean {
  if (!mayAct(ctx, work)) return () => false
  if (may(ctx.actor, 'update', occurrence.access).ok || isHolder(ctx, work)) return () => true
  return (kept) => kept !== null && kept.assignee === ctx.actor.person
}

type Reply = z.output<typeof readRecurring.reply>

const DAYS_AHEAD = 1

export async function read(ctx: Context, id: RecordId, language: Language): Promise<Reply> {
  const work = await workOf(ctx, id)
  const { isms, of, open } = work
  const named = namesThen(ctx, isms)
  const day = ctx.today()
  const canAct = mayAct(ctx, work)
  const answers = mayAnswer(ctx, work)
  const shown = (days: OpenDays['past']): OpenDays['past'] =>
    canAct ? days.filter((one) => answers(one.occurrence)) : days
  const [past, ahead] = [shown(open.past), shown(open.ahead)]
  const lines = openLines(isms, of, open)
  const days = [...past, ...ahead.slice(0, DAYS_AHEAD)]
  const due = past.at(-1)?.due ?? ahead[0]?.due ?? day
  const done = lastDone(isms, of)
  return {
    work: headOf(of),
    doer: named(doerOf(isms, of, day)),
    days: days.map((one) => ({
      due: one.due,
      assignee: named(one.owner),
      isLate: one.due <= day && isPassed(lines, one, day),
      isAhead: one.due > day,
    })),
    lastDone: done === null ? null : { at: done.doneAt, by: named(done.by) },
    can: { act: canAct },
    record: canAct ? recordFor(ctx, isms, { of, due, language }) : null,
  }
}

interface OneDay {
  readonly of: RecurringTask
  readonly due: CalendarDate
  readonly language: Language
}

/** Where the work leaves a record: what a new one begins with, if the caller may make it, and which there are. */
function recordFor(ctx: Context, isms: Isms, { of, due, language }: OneDay): Reply['record'] {
  if (of.recordedIn === null) return null
  const register = ctx.registry.get(of.recordedIn)
  const isMade = may(ctx.actor, 'create', register.access).ok
  return {
    register: register.name,
    given: isMade ? givenFor(isms, register, beginning(ctx, { of, due, language })) : null,
    known: recordLines(ctx, isms, { register, of, due }),
  }
}

function headOf({ id, number, title, description, evidenceWanted, recordedIn }: RecurringTask): Reply['work'] {
  return { id, number, title, description, evidenceWanted, recordedIn }
}

/** Whether a day that came is late to whose it is: after the last on which it is in time, or because a newer one has come. */
function isPassed(lines: readonly OpenWork[], { due, owner }: OpenDays['past'][number], day: CalendarDate): boolean {
  const line = lines.find((one) => one.owner === owner)
  return line !== undefined && (due < line.due || day > line.last)
}

function beginning(ctx: Context, { of, due, language }: OneDay): Parameters<typeof givenFor>[2] {
  const month = new Intl.DateTimeFormat(LOCALES[language], { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return {
    of,
    due,
    today: ctx.today(),
    person: ctx.actor.person,
    title: `${of.title}, ${month.format(new Date(`${due}T12:00:00Z`))}`,
    registerOf: declaredIn(ctx),
  }
}

function recordLines(
  ctx: Context,
  isms: Isms,
  { register, of, due }: { readonly register: Register; readonly of: RecurringTask; readonly due: CalendarDate },
): NonNullable<Reply['record']>['known'] {
  const known = candidatesFor(isms, register, of, due).filter(
    ({ record }) => mayDo(ctx.actor, 'read', register, record).ok,
  )
  return known.map(({ record, doneAt, due: planned }) => ({
    register: record.register,
    id: record.id,
    number: record.number,
    title: titlesThen(ctx, isms, [record.id])[record.id]?.title ?? record.number,
    doneAt,
    due: planned,
  }))
}
