import { datesIn } from '../../../kernel/calendar.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Stage } from '../../../kernel/rule.ts'
import { ENTRY_COLUMNS, type Entry, type EntryRow, toEntry } from '../../../platform/store/entry.ts'
import { stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { stageNext } from '../../audits/domain/held.ts'
import { readable } from '../../registers/service/access.ts'
import type { ActorShown } from '../../registers/service/actors.ts'
import type { DifferenceReply } from '../contract.ts'
import type { Case } from '../domain/day.ts'
import { type Differing, differenceOf } from '../domain/difference.ts'
import { refOf } from '../domain/finding.ts'
import { caseOf, demandKnown, demandStretch, mayForesee } from './asking.ts'

export interface DifferenceAsked {
  /** That of the audit that comes next after the last day, unless told. */
  readonly stage?: Stage | undefined
  readonly from: CalendarDate
  readonly to?: CalendarDate | undefined
  readonly ruleSet?: string | undefined
}

/** Names who acted; the browser and the command line find names in their own ways. */
export type NameActors = (
  acted: readonly Pick<Entry, 'actor' | 'channel'>[],
) => Promise<(of: Pick<Entry, 'actor' | 'channel'>) => ActorShown>

/** So many deeds of one finding are told; the others are counted. */
const MOST_DEEDS = 20
/** Entries between the days that are looked through, newest first: an import in between would fill memory. */
const MOST_LOOKED_THROUGH = 50_000

type Shown = DifferenceReply['appeared'][number]

/** What an auditor would find on one day and not on another, and what was done in between to the records that it is about. */
export async function difference(
  ctx: Context,
  asked: DifferenceAsked,
  nameActors: NameActors,
): Promise<DifferenceReply> {
  mayForesee(ctx)
  const { from } = asked
  const to = asked.to ?? ctx.today()
  demandStretch(from, to)
  await demandKnown(ctx, from, 'known')
  const then = await stateAt(ctx, to, 'known')
  const stage = asked.stage ?? stageNext(then, to)
  const after = caseOf(ctx, then, stage, asked.ruleSet)
  const before = caseOf(ctx, await stateAt(ctx, from, 'known'), stage, asked.ruleSet)
  const { differing, ...expected } = differenceOf(before, from, after, to)
  const touched = await entriesBetween(ctx, differing, before.isms.sequence, after.isms.sequence)
  const shown = await shownOf(ctx, after, { differing, touched, nameActors })
  const split = (is: (one: Shown) => boolean) => shown.filter(is)
  return {
    stage,
    from,
    to,
    ruleSet: after.ruleSet.version,
    ...expected,
    appeared: split((one) => one.before === null),
    cleared: split((one) => one.after === null),
    changed: split((one) => one.before !== null && one.after !== null),
  }
}

interface Touch {
  readonly sequence: number
  readonly record: string
  readonly register: string
}

async function entriesBetween(
  ctx: Context,
  differing: readonly Differing[],
  from: number,
  to: number,
): Promise<readonly Touch[]> {
  const readableNames = new Set(readable(ctx).map(({ name }) => name))
  const registers = new Set(differing.flatMap(({ reads }) => [...reads]).filter((name) => readableNames.has(name)))
  const { rows } = await ctx.tx.query<Touch>(
    `select sequence, record, register from ledger_entry
     where organisation = $1 and sequence > $2 and sequence <= $3 and register = any($4) order by sequence desc limit $5`,
    [ctx.organisation, from, to, [...registers], MOST_LOOKED_THROUGH],
  )
  return rows
}

/** What the finding looked at goes before what it might have: the rest of the registers that its rule reads. */
function touching({ by, records, reads }: Differing, touched: readonly Touch[]): readonly number[] {
  if (by === 'time') return []
  const near = touched.filter(({ record }) => records.has(record))
  const all = near.length > 0 ? near : touched.filter(({ register }) => reads.has(register))
  return all.map(({ sequence }) => sequence)
}

async function shownOf(
  ctx: Context,
  after: Case,
  given: {
    readonly differing: readonly Differing[]
    readonly touched: readonly Touch[]
    readonly nameActors: NameActors
  },
): Promise<readonly Shown[]> {
  const deeds = given.differing.map((one) => touching(one, given.touched))
  const entries = await entriesAt(ctx, new Set(deeds.flatMap((all) => all.slice(0, MOST_DEEDS))))
  const actorOf = await given.nameActors([...entries.values()])
  const dateOf = datesIn(ctx.timeZone)
  return given.differing.map(({ rule, clause, before, after: now, outline, by }, index) => {
    const all = deeds[index] ?? []
    const told = all.slice(0, MOST_DEEDS).flatMap((sequence) => entries.get(sequence) ?? [])
    return {
      rule,
      clause,
      item: outline.item,
      before,
      after: now,
      raisedBy: outline.raisedBy,
      parts: outline.parts,
      objects: outline.objects,
      objectCount: outline.objectCount,
      by,
      deeds: told.map((entry) => deedOf(after, entry, actorOf(entry), dateOf(entry.recordedAt))),
      deedCount: all.length,
    }
  })
}

async function entriesAt(ctx: Context, sequences: ReadonlySet<number>): Promise<ReadonlyMap<number, Entry>> {
  if (sequences.size === 0) return new Map()
  const { rows } = await ctx.tx.query<EntryRow>(
    `select ${ENTRY_COLUMNS} from ledger_entry where organisation = $1 and sequence = any($2)`,
    [ctx.organisation, [...sequences]],
  )
  return new Map(rows.map((row) => [row.sequence, toEntry(row)]))
}

function deedOf(after: Case, entry: Entry, actor: ActorShown, recordedOn: CalendarDate): Shown['deeds'][number] {
  return {
    sequence: entry.sequence,
    recordedAt: entry.recordedAt,
    recordedOn,
    validFrom: entry.validFrom,
    actor,
    act: entry.act,
    register: entry.register,
    id: entry.record,
    number: entry.number,
    title: refOf(after, entry.record).title,
    version: entry.version,
    changed: entry.changed,
    reason: entry.reason,
  }
}
