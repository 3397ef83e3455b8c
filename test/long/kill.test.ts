import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMAND_LINE } from '../../src/cli/acting.ts'
import { allOrganisations } from '../../src/platform/store/organisation.ts'
import { inOrganisation } from '../../src/platform/store/store.ts'
import { verifyLedger } from '../../src/platform/store/verify.ts'
import { configOf } from '../../src/server/config.ts'
import { openInstallation } from '../../src/server/installation.ts'

const KILLS = 50
const SEED = 27_001
const LONGEST_MS = 700

/** The same times in every run: a failure can be looked at again. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'kill-'))
})
afterAll(() => rm(data, { recursive: true, force: true, maxRetries: 5 }))

interface Acknowledged {
  readonly saves: Map<string, number>
  readonly imports: Map<string, number>
}

function start(said: Acknowledged): { readonly child: ChildProcess; readonly ready: Promise<void> } {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), data], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let rest = ''
  const ready = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const [kind, id = '', count] of lines.map((line) => line.split(' '))) {
        if (kind === 'ready') resolve()
        if (kind === 'save') said.saves.set(id, Number(count))
        if (kind === 'import') said.imports.set(id, Number(count))
      }
    })
    child.once('exit', () => resolve())
  })
  return { child, ready }
}

/** The database as a whole: its first process and all that it started. */
function killDatabase(): void {
  const postmaster = Number.parseInt(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8'), 10)
  process.kill(postmaster, 'SIGKILL')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Opens what was left behind and looks: everything acknowledged is there, no import is half there, the ledger is whole. */
async function inspect(said: Acknowledged): Promise<void> {
  const installation = await openInstallation(configOf({ WAARBORG_DATA: data }), { use: 'command' })
  try {
    const { store } = installation
    const [organisation] = await allOrganisations(store)
    if (organisation === undefined) return
    const keys = await installation.verifierKeys()
    await inOrganisation(store, { organisation: organisation.id, actor: COMMAND_LINE }, async (ctx) => {
      const verified = await verifyLedger(ctx, keys)
      expect(verified.flaws).toEqual([])
      const versions = await ctx.tx.query<{ id: string; version: number }>(
        `select id, version from record where register = 'risk'`,
      )
      const kept = new Map(versions.rows.map(({ id, version }) => [id, version]))
      const lost = [...said.saves].filter(([id, version]) => (kept.get(id) ?? 0) < version)
      expect(lost).toEqual([])
      const batches = await ctx.tx.query<{ batch: string; count: number }>(
        'select batch, count(*) as count from ledger_entry where batch is not null group by batch',
      )
      const counts = new Map(batches.rows.map(({ batch, count }) => [batch, count]))
      expect([...counts.values()].filter((count) => count !== 150)).toEqual([])
      expect([...said.imports.keys()].filter((batch) => !counts.has(batch))).toEqual([])
    })
  } finally {
    await installation.close()
  }
}

describe('an installation that is killed', () => {
  it(`has everything that it acknowledged, after each of ${KILLS} kills of Node or of the database`, {
    timeout: 600_000,
  }, async () => {
    const random = seeded(SEED)
    const said: Acknowledged = { saves: new Map(), imports: new Map() }
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { child, ready } = start(said)
      await ready
      await pause(random() * LONGEST_MS)
      if (random() < 0.5) killDatabase()
      await end(child)
      await inspect(said)
    }
    expect(said.saves.size).toBeGreaterThan(KILLS)
    expect(said.imports.size).toBeGreaterThan(KILLS / 2)
  })
})
