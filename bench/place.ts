import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundOrganisation } from '../src/modules/organisation/service.ts'
import { type Clock, systemClock } from '../src/platform/clock.ts'
import { type ChangeInput, changeAll } from '../src/platform/store/change.ts'
import { type Acting, type Context, inOrganisation, type Store } from '../src/platform/store/store.ts'
import { configOf } from '../src/server/config.ts'
import { type Installation, openInstallation } from '../src/server/installation.ts'

/** An installation of its own with the product's settings (fsync on), and one organisation in it. Gone when closed. */
export interface Place {
  readonly folder: string
  readonly installation: Installation
  readonly store: Store
  readonly organisation: { readonly id: string; readonly slug: string }
  readonly actor: Acting
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>
  /** Makes records in batches, as several imports would; in the name of that person, where one signs. */
  create(inputs: readonly ChangeInput[], person?: string): Promise<void>
  close(): Promise<void>
}

/** Records in one transaction while a bench is being prepared: memory stays small. */
const BATCH = 20_000

export async function openPlace(clock: Clock = systemClock): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const installation = await openAt(folder, clock)
  const { store } = installation
  const actor: Acting = { id: randomUUID(), behalf: null, channel: 'cli', roles: ['coordinator'], person: null }
  const organisation = await foundOrganisation(store, { name: 'Bench', slug: 'bench', language: 'nl', actor })
  const run: Place['run'] = (work) => inOrganisation(store, { organisation: organisation.id, actor }, work)
  return {
    folder,
    installation,
    store,
    organisation,
    actor,
    run,
    create: async (inputs, person) => {
      const who = { organisation: organisation.id, actor: { ...actor, person: person ?? null } }
      for (let start = 0; start < inputs.length; start += BATCH) {
        await inOrganisation(store, who, (ctx) => changeAll(ctx, inputs.slice(start, start + BATCH)))
      }
      // What the server's own housekeeping does within a minute of a large import.
      await store.owner.query('analyze')
    },
    close: async () => {
      await installation.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The installation in a data folder, beside whoever has it open. */
export async function openAt(folder: string, clock: Clock = systemClock): Promise<Installation> {
  const config = { ...configOf({ WAARBORG_DATA: folder, WAARBORG_BIND: '127.0.0.1:0' }), logLevel: 'silent' as const }
  return await openInstallation(config, { use: 'command', clock })
}
