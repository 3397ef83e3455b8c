/** The part of `readiness.ts` that runs in a process of its own: `node readiness-once.ts FOLDER ORGANISATION`. */
import { randomUUID } from 'node:crypto'
import { ruleSetOf } from '../src/modules/readiness/domain/day.ts'
import { evaluate } from '../src/modules/readiness/domain/evaluate.ts'
import { RULE_SET_VERSION } from '../src/modules/readiness/domain/rule-set.ts'
import { worldOf } from '../src/modules/readiness/domain/world-of.ts'
import { RECORD_COLUMNS } from '../src/platform/store/row.ts'
import { presentState } from '../src/platform/store/state.ts'
import { type Acting, type Context, inOrganisation } from '../src/platform/store/store.ts'
import { rules } from '../src/rules.gen.ts'
import { timed } from './measure.ts'
import { openAt } from './place.ts'

const ROUNDS = 10
const [folder = '', organisation = ''] = process.argv.slice(2)
const installation = await openAt(folder)
const actor: Acting = { id: randomUUID(), behalf: null, channel: 'cli', roles: ['coordinator'], person: null }
const run = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  inOrganisation(installation.store, { organisation, actor }, work)

let records = 0

/** The driver parses the JSON of `data` while it reads. */
async function bareSelect(): Promise<void> {
  await run(async (ctx) => {
    const text = `select ${RECORD_COLUMNS} from record where organisation = $1`
    const { rows } = await ctx.tx.query(text, [organisation])
    records = rows.length
  })
}

async function load(): Promise<void> {
  installation.store.states.clear()
  await run((ctx) => presentState(ctx))
}

/** As a request does it: the state is loaded, its indexes are not made yet after a load. */
async function judge(): Promise<number> {
  return await run(async (ctx) => {
    const isms = await presentState(ctx)
    const begun = performance.now()
    const world = worldOf(isms, ctx.registry.registers)
    evaluate(isms, {
      at: '2026-06-01',
      stage: 'S2',
      mode: 'known',
      ruleSet: ruleSetOf(RULE_SET_VERSION, rules),
      world,
    })
    return performance.now() - begun
  })
}

const first = { load: await timed(load), evaluate: await judge(), floor: await timed(bareSelect) }
const floors: number[] = []
const loads: number[] = []
const evaluations: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  floors.push(await timed(bareSelect))
  loads.push(await timed(load))
  evaluations.push(await judge())
}
console.log(JSON.stringify({ records, first, floors, loads, evaluations }))
await installation.close()
