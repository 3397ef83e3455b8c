/** The part of `readiness.ts` that runs in a process of its own: `node readiness-once.ts FOLDER ORGANISATION`. */
import { randomUUID } from 'node:crypto'
import { addMonths } from '../src/kernel/calendar.ts'
import type { Isms, IsmsState } from '../src/kernel/isms.ts'
import type { Register } from '../src/kernel/register.ts'
import { type Case, type Kept, ruleSetOf } from '../src/modules/readiness/domain/day.ts'
import { evaluateFrom } from '../src/modules/readiness/domain/evaluate.ts'
import { forecast } from '../src/modules/readiness/domain/forecast.ts'
import { RULE_SET_VERSION } from '../src/modules/readiness/domain/rule-set.ts'
import { worldOf } from '../src/modules/readiness/domain/world-of.ts'
import { trend } from '../src/modules/readiness/service/trend.ts'
import { RECORD_COLUMNS } from '../src/platform/store/row.ts'
import { presentState } from '../src/platform/store/state.ts'
import { type Acting, type Context, inOrganisation } from '../src/platform/store/store.ts'
import { registers } from '../src/registers.gen.ts'
import { rules } from '../src/rules.gen.ts'
import { DAY } from './isms.ts'
import { busy, timed } from './measure.ts'
import { openAt } from './place.ts'

const ROUNDS = 10
const CHANGES = 30
const CHANGED = ['evidence', 'asset', 'approval', 'person', 'risk', 'statement_line']
const TREND_ENDS = '2026-09-09'
const [folder = '', organisation = ''] = process.argv.slice(2)
const installation = await openAt(folder)
const actor: Acting = { id: randomUUID(), behalf: null, channel: 'cli', roles: ['coordinator'], person: null }
const run = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  inOrganisation(installation.store, { organisation, actor }, work)
const ruleSet = ruleSetOf(RULE_SET_VERSION, rules)

let records = 0

/** The driver parses the JSON of `data` while it reads. */
async function bareSelect(): Promise<void> {
  await run(async (ctx) => {
    const { rows } = await ctx.tx.query(`select ${RECORD_COLUMNS} from record where organisation = $1`, [organisation])
    records = rows.length
  })
}

async function load(): Promise<void> {
  installation.store.states.clear()
  await run((ctx) => presentState(ctx))
}

function caseOf(isms: Isms): Case {
  return { isms, world: worldOf(isms, registers), ruleSet, stage: 'SV' }
}

function judge(isms: Isms, kept: Kept | null): Kept {
  return evaluateFrom(isms, { ...caseOf(isms), at: DAY, mode: 'known' }, kept).kept
}

/** As a request does it: the state is loaded, its indexes are not made yet after a load. */
async function judgeLoaded(): Promise<number> {
  const isms = await run((ctx) => presentState(ctx))
  return busy(() => judge(isms, null))
}

/** The least that any answer about all registers could cost: each field of each record looked at once. */
function walk(isms: Isms): number {
  const records = registers.flatMap((register) => isms.all(register))
  return records.reduce((filled, record) => filled + filledIn(record), 0)
}

function filledIn(record: object): number {
  let filled = 0
  for (const value of Object.values(record)) if (value !== null) filled += 1
  return filled
}

async function walked(): Promise<number> {
  const isms = await run((ctx) => presentState(ctx))
  return busy(() => walk(isms))
}

/** One record after another of a register changes; each time the state is brought forward and asked again. */
async function changesOf(register: Register): Promise<readonly number[]> {
  let state: IsmsState = await run((ctx) => presentState(ctx))
  let kept = judge(state, null)
  const rows = state.all(register)
  const took: number[] = []
  for (let round = 0; round < CHANGES; round += 1) {
    const row = rows[(round * 7919) % rows.length]
    if (row === undefined) break
    const changed = { ...row, version: row.version + round + 1 }
    took.push(
      busy(() => {
        state = state.after([changed], state.sequence + 1)
        kept = judge(state, kept)
      }),
    )
  }
  return took.slice(CHANGES / 3)
}

async function times(count: number, work: () => Promise<number>): Promise<readonly number[]> {
  const took: number[] = []
  for (let round = 0; round < count; round += 1) took.push(await work())
  return took
}

const first = { load: await timed(load), evaluate: await judgeLoaded(), floor: await timed(bareSelect) }
const floors: number[] = []
const loads: number[] = []
const walks: number[] = []
const evaluations: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  floors.push(await timed(bareSelect))
  loads.push(await timed(load))
  walks.push(await walked())
  evaluations.push(await judgeLoaded())
}
const changes: Record<string, readonly number[]> = {}
for (const name of CHANGED) {
  const register = registers.find((one) => one.name === name)
  if (register !== undefined) changes[name] = await changesOf(register)
}
const present = await run((ctx) => presentState(ctx))
const forecasts = await times(3, async () => busy(() => forecast(caseOf(present), DAY, addMonths(DAY, 12))))
const trends = await times(1, () => timed(() => run((ctx) => trend(ctx, { stage: 'SV', to: TREND_ENDS }))))
console.log(JSON.stringify({ records, first, floors, loads, walks, evaluations, changes, forecasts, trends }))
await installation.close()
