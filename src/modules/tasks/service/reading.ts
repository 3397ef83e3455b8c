import type { z } from 'zod'
import type { Isms } from '../../../kernel/isms.ts'
import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate, RecordId, Register } from '../../../kernel/register.ts'
import type { Language } from '../../../kernel/text.ts'
import { presentState } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { mayDo } from '../../registers/domain.ts'
import { titlesThen } from '../../registers/service/list.ts'
import type { readRecurring } from '../contract.ts'
import { candidatesFor, givenFor } from '../domain/begun.ts'
import { doerOf, lastDone, openDays, openOf } from '../domain/open.ts'
import { type Occurrence, occurrence } from '../registers/occurrence.ts'
import { type RecurringTask, recurringTask } from '../registers/recurring-task.ts'

/** Work with what is open of it, as the services of this module read it. */
export interface Work {
  readonly isms: Isms
  readonly of: RecurringTask
}

/** Throws not_found. */
export async function workOf(ctx: Context, id: RecordId): Promise<Work> {
  const isms = await presentState(ctx)
  const of = isms.find(recurringTask, id)
  if (of === null || !seesWork(ctx, isms, of)) throw new Refusal('not_found', 'record.unknown')
  return { isms, of }
}

/** The registers by name. */
export function declaredIn({ registry }: Pick<Context, 'registry'>): (name: string) => Register | null {
  const known = new Map(registry.registers.map((one) => [one.name, one]))
  return (name) => known.get(name) ?? null
}

/** Whose it is may always see it; others where they may read all recurring work. */
function seesWork(ctx: Context, isms: Isms, of: RecurringTask): boolean {
  return may(ctx.actor, 'read', recurringTask.access).ok || isDoer(ctx, isms, of)
}

/** Whether the work, or one of its days that wait, is the caller's. */
export function isDoer(ctx: Context, isms: Isms, of: RecurringTask): boolean {
  const { person } = ctx.actor
  if (person === null) return false
  if (isHolder(ctx, isms, of)) return true
  const { past, ahead } = openDays(isms, of, { day: ctx.today(), declared: declaredIn(ctx) })
  return [...past, ...ahead].some(({ owner }) => owner === person)
}

function isHolder(ctx: Context, isms: Isms, of: RecurringTask): boolean {
  const { person } = ctx.actor
  return person !== null && (of.owner === person || doerOf(isms, of, ctx.today()) === person)
}

/** Whose work it is acts on it, and whoever runs the ISMS. */
export function mayAct(ctx: Context, isms: Isms, of: RecurringTask): boolean {
  if (!may(ctx.actor, 'create', occurrence.access).ok) return false
  return may(ctx.actor, 'update', occurrence.access).ok || isDoer(ctx, isms, of)
}

/** Of one of its days: whoever was handed a day answers for that day alone, and not for those of others. */
export function mayAnswer(ctx: Context, isms: Isms, of: RecurringTask, kept: Occurrence | null): boolean {
  if (!mayAct(ctx, isms, of)) return false
  if (may(ctx.actor, 'update', occurrence.access).ok || isHolder(ctx, isms, of)) return true
  return kept !== null && kept.assignee === ctx.actor.person
}

type Reply = z.output<typeof readRecurring.reply>

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>
const DAYS_AHEAD = 1

export async function read(ctx: Context, id: RecordId, language: Language): Promise<Reply> {
  const { isms, of } = await workOf(ctx, id)
  const named = (one: RecordId | null): { readonly id: string; readonly title: string } | null => {
    const title = one === null ? undefined : titlesThen(ctx, isms, [one])[one]?.title
    return one === null || title === undefined ? null : { id: one, title }
  }
  const day = ctx.today()
  const asked = { day, declared: declaredIn(ctx) }
  const canAct = mayAct(ctx, isms, of)
  const open = openDays(isms, of, asked)
  const isShown = (one: (typeof open.past)[number]): boolean => !canAct || mayAnswer(ctx, isms, of, one.occurrence)
  const [past, ahead] = [open.past.filter(isShown), open.ahead.filter(isShown)]
  const days = [...past, ...ahead.slice(0, DAYS_AHEAD)]
  const due = past.at(-1)?.due ?? ahead[0]?.due ?? day
  const done = lastDone(isms, of)
  return {
    work: headOf(of),
    doer: named(doerOf(isms, of, day)),
    days: days.map((one) => ({
      due: one.due,
      assignee: named(one.owner),
      isLate: isPassed(isms, of, { due: one.due, asked }),
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

/** Whether a day is late: after the last on which it is in time, or because a newer one has come. */
function isPassed(
  isms: Isms,
  of: RecurringTask,
  { due, asked }: { readonly due: CalendarDate; readonly asked: Parameters<typeof openOf>[2] },
): boolean {
  const [line] = openOf(isms, of, asked)
  return line !== undefined && due <= asked.day && (due < line.due || asked.day > line.last)
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
