import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registryOf } from '../src/kernel/registry.ts'
import { termCheck } from '../src/modules/catalogue/domain/terms.ts'
import { systemClock } from '../src/platform/clock.ts'
import { connect, type Database } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { storeOf } from '../src/platform/store/open.ts'
import { createOrganisation } from '../src/platform/store/organisation.ts'
import { signerOf } from '../src/platform/store/signer.ts'
import { type Acting, type Context, inOrganisation, type Store } from '../src/platform/store/store.ts'
import { registers } from '../src/registers.gen.ts'
import { migrations } from '../src/server/migrations.ts'

/** A database of its own with the product's settings (fsync on), and one organisation in it. Gone when closed. */
export interface Place {
  readonly database: Database
  readonly store: Store
  readonly organisation: string
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export async function openPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const database = await connect({ url: null, folder, use: 'command' })
  await migrate(database.owner, migrations, { beforeMigrating: async () => {} })
  const registry = registryOf(
    registers,
    termCheck(() => true),
  )
  const signer = signerOf(generateKeyPairSync('ed25519').privateKey)
  const store = storeOf({ database, registry, guards: [], derivations: [], clock: systemClock, signer })
  const { id } = await createOrganisation(store, { name: 'Bench', slug: 'bench' })
  const actor: Acting = { id: randomUUID(), behalf: null, channel: 'cli', roles: ['coordinator'], person: null }
  return {
    database,
    store,
    organisation: id,
    run: (work) => inOrganisation(store, { organisation: id, actor }, work),
    close: async () => {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
