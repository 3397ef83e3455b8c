/** The part of `past.ts` that runs in a process of its own: `node past-once.ts FOLDER ORGANISATION`. */
import { randomUUID } from 'node:crypto'
import type { AsOfMode } from '../src/kernel/isms.ts'
import type { CalendarDate } from '../src/kernel/register.ts'
import { SNAPSHOT_COLUMNS } from '../src/platform/store/entry.ts'
import { presentState, stateAt } from '../src/platform/store/state.ts'
import { type Acting, type Context, inOrganisation } from '../src/platform/store/store.ts'
import { AFTER } from './history.ts'
import { timed } from './measure.ts'
import { openAt } from './place.ts'

const ROUNDS = 5
const [folder = '', organisation = ''] = process.argv.slice(2)
const installation = await openAt(folder, { now: () => new Date(AFTER) })
const { states } = installation.store
const actor: Acting = { id: randomUUID(), behalf: null, channel: 'cli', roles: ['coordinator'], person: null }
const run = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  inOrganisation(installation.store, { organisation, actor }, work)

/** The day on which that share of the ledger had been entered. */
async function dayAt(share: number): Promise<CalendarDate> {
  return run(async (ctx) => {
    const { sequence } = await presentState(ctx)
    const { rows } = await ctx.tx.query<{ recorded_at: string }>(
      'select recorded_at from ledger_entry where organisation = $1 and sequence = $2',
      [organisation, Math.floor(sequence * share)],
    )
    return rows[0]?.recorded_at.slice(0, 10) ?? ''
  })
}

/** The newest entry of each record up to that day, with its JSON parsed. In mode `true` that is not the answer yet, but part of it. */
async function bare(day: CalendarDate, mode: AsOfMode): Promise<void> {
  await run(async (ctx) => {
    const { rows } = await ctx.tx.query<{ ordinary: string; personal: string | null }>(
      `select entry.* from record cross join lateral (
         select ${SNAPSHOT_COLUMNS} from ledger_entry where organisation = $1 and record = record.id
           and ${mode === 'known' ? 'recorded_at::date' : 'valid_from'} <= $2 order by sequence desc limit 1) entry
       where record.organisation = $1`,
      [organisation, day],
    )
    for (const { ordinary, personal } of rows) for (const body of [ordinary, personal]) JSON.parse(body ?? 'null')
  })
}

/** With the present at hand, as in a server that answers; nothing kept of the moment itself. */
async function told(day: CalendarDate, mode: AsOfMode): Promise<number> {
  const present = await run(presentState)
  states.set(organisation, { present, pasts: [] })
  return timed(() => run((ctx) => stateAt(ctx, day, mode)))
}

async function turns(share: number, mode: AsOfMode) {
  const day = await dayAt(share)
  const loads: number[] = []
  const floors: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    floors.push(await timed(() => bare(day, mode)))
    loads.push(await told(day, mode))
  }
  const again = await timed(() => run((ctx) => stateAt(ctx, day, mode)))
  states.clear()
  const cold = await timed(() => run((ctx) => stateAt(ctx, day, mode)))
  return { day, mode, loads, floors, again, cold }
}

const { sequence } = await run(presentState)
const days = [
  await turns(0.95, 'known'),
  await turns(0.5, 'known'),
  await turns(0.95, 'true'),
  await turns(0.5, 'true'),
]
console.log(JSON.stringify({ entries: sequence, days }))
await installation.close()
