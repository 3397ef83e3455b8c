import type { z } from 'zod'
import type { Isms } from '../../../kernel/isms.ts'
import { momentOf } from '../../../kernel/moment.ts'
import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { type ChangeInput, changeAll } from '../../../platform/store/change.ts'
import { presentState, stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { isPresent } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import { namesThen } from '../../registers/service/list.ts'
import { doerOf, lastDone, type OpenWork, openOf } from '../../tasks/domain/open.ts'
import { type RecurringTask, recurringTask } from '../../tasks/registers/recurring-task.ts'
import { declaredIn } from '../../tasks/service/reading.ts'
import type { changeRecurring, listRecurring } from '../contract.ts'
import { firstDays, type Proposal, proposals } from '../domain/proposing.ts'
import { namingOf, type Speaking, wordsOf } from '../service.ts'

type Overview = z.output<typeof listRecurring.reply>
type Line = Overview['works'][number]

/** All work that comes round, as it stands on a day, and what a rule asks for that nobody has. */
export async function overview(
  ctx: Context,
  speaking: Speaking,
  asked: z.output<typeof listRecurring.query>,
): Promise<Overview> {
  const day = asked.at ?? ctx.today()
  const isms = await stateAt(ctx, day, asked.mode)
  const named = namesThen(ctx, isms)
  const first = firstDays(isms, day)
  const living = isms.all(recurringTask).filter(({ state }) => state !== 'retired')
  const works = living.map((of, index) => lineOf(ctx, isms, of, { day, named, first: first(of, index) }))
  const canUpdate = day >= ctx.today() && may(ctx.actor, 'update', recurringTask.access).ok
  const open = canUpdate ? proposals(isms, day, namingOf(ctx, speaking)) : []
  return {
    at: day,
    works: works.toSorted(byNext),
    proposed: open.map((one) => proposalLine(one, speaking, named)),
    people: canUpdate ? present(isms, day) : [],
    can: { update: canUpdate },
  }
}

/** What waits first, then by the day that comes; what has no day yet stands at the end. */
function byNext(a: Line, b: Line): number {
  const key = (line: Line): string => line.waits?.due ?? line.next ?? '9999-12-31'
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}

interface Telling {
  readonly day: CalendarDate
  readonly named: (id: RecordId | null) => Line['owner']
  readonly first: CalendarDate
}

function lineOf(ctx: Context, isms: Isms, of: RecurringTask, { day, named, first }: Telling): Line {
  const lines = openOf(isms, of, { day, declared: declaredIn(ctx) })
  const waits = lines.filter(({ due }) => due <= day)
  const [next] = lines.filter(({ due }) => due > day)
  const done = lastDone(isms, of)
  const { id, version, number, title, state, every, unit, startsOn, recordedIn } = of
  return {
    id,
    version,
    number,
    title,
    state,
    every,
    unit,
    startsOn,
    recordedIn,
    isOwnRule: of.dedicatedRule === true,
    control: named(of.control),
    owner: named(of.owner),
    doer: named(doerOf(isms, of, day)),
    waits: waitsOf(waits, day, named),
    next: next?.due ?? null,
    lastDone: done === null ? null : { id: done.id, at: done.doneAt ?? done.due },
    suggested: startsOn === null ? first : null,
  }
}

function waitsOf(lines: readonly OpenWork[], day: CalendarDate, named: Telling['named']): Line['waits'] {
  const newest = lines.toSorted((a, b) => (a.due < b.due ? -1 : 1)).at(-1)
  if (newest === undefined) return null
  return { due: newest.due, isLate: day > newest.last, earlier: newest.earlier.length, who: named(newest.owner) }
}

function proposalLine(
  { beat, owner, first }: Proposal,
  { words }: Speaking,
  named: Telling['named'],
): Overview['proposed'][number] {
  const { key, every, unit, rule } = beat
  return { key, title: words(`rhythm.${key}`), rule, every, unit, first, owner: named(owner) }
}

function present(isms: Isms, day: CalendarDate): Overview['people'] {
  const moment = momentOf(day)
  return isms
    .all(person)
    .filter((one) => one.kind !== 'external' && isPresent(one, moment))
    .map(({ id, name }) => ({ id, title: name }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'nl'))
}

/** Gives names, rhythms and first days in one go, and takes up what was proposed: all of it or nothing. */
export async function arrange(
  ctx: Context,
  speaking: Speaking,
  { works, proposed, reason }: z.output<typeof changeRecurring.body>,
): Promise<{ readonly changed: number; readonly made: number }> {
  const open = new Map(
    proposals(await presentState(ctx), ctx.today(), namingOf(ctx, speaking)).map((one) => [one.beat.key, one]),
  )
  const changes = works.map(
    ({ id, version, ...set }): ChangeInput => ({
      register: 'recurring_task',
      act: 'update',
      id,
      version,
      set: Object.fromEntries(
        Object.entries(set).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
      ),
      reason: reason ?? null,
    }),
  )
  const made = proposed.map(({ key, owner, every, unit, startsOn }): ChangeInput => {
    const one = open.get(key)
    if (one === undefined) throw new Refusal('conflict', 'rhythm.unknown')
    const { beat, id, control } = one
    const set = {
      ...wordsOf(beat, speaking.words),
      control,
      owner,
      every: every ?? beat.every,
      unit: unit ?? beat.unit,
      startsOn,
    }
    return { register: 'recurring_task', act: 'create', id, set }
  })
  const all = [...changes, ...made]
  if (all.length > 0) await changeAll(ctx, all)
  return { changed: changes.length, made: made.length }
}
