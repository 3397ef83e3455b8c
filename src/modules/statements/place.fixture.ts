import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { sharedDatabase } from '../../../test/setup/shared.ts'
import type { AnyRecord } from '../../kernel/isms.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { registryOf } from '../../kernel/registry.ts'
import type { Language } from '../../kernel/text.ts'
import { modules } from '../../modules.gen.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { type ChangeInput, change } from '../../platform/store/change.ts'
import { storeOf } from '../../platform/store/open.ts'
import { signerOf } from '../../platform/store/signer.ts'
import { type Acting, type Context, inOrganisation, type Store } from '../../platform/store/store.ts'
import { registers } from '../../registers.gen.ts'
import { migrations } from '../../server/migrations.ts'
import { termCheck } from '../catalogue/domain/terms.ts'
import { foundOrganisation } from '../organisation/service.ts'

/** An organisation just founded, with the product's own registers and guards, and a clock that a save may set. */
export interface Place {
  readonly id: string
  readonly name: string
  readonly clock: { time: Date }
  readonly run: <T>(work: (ctx: Context) => Promise<T>, actor?: Partial<Acting>) => Promise<T>
  readonly save: (input: ChangeInput, at?: string) => Promise<AnyRecord>
}

export async function founded(language: Language = 'nl', at = '2026-02-02T09:00:00.000Z'): Promise<Place> {
  clock.time = new Date(at)
  const store = await openedOnce()
  const actor: Acting = { id: randomUUID(), behalf: null, channel: 'web', roles: ['coordinator'], person: null }
  const name = 'Kiekendief Software B.V.'
  const { id } = await foundOrganisation(store, { name, slug: `t-${randomUUID()}`, language, actor })
  const run: Place['run'] = (work, other = {}) =>
    inOrganisation(store, { organisation: id, actor: { ...actor, ...other } }, work)
  const save: Place['save'] = (input, time) => {
    if (time !== undefined) clock.time = new Date(time)
    return run((ctx) => change(ctx, input))
  }
  return { id, name, clock, run, save }
}

/** The clock of these tests; a save may set it. Each new place sets it back. */
const clock = { time: new Date(0), now: (): Date => clock.time }
const opened = new Map<'store', Promise<Store>>()

/** One store for a test file: each would take connections of its own. */
function openedOnce(): Promise<Store> {
  const store = opened.get('store') ?? openStore()
  opened.set('store', store)
  return store
}

async function openStore(): Promise<Store> {
  const database = await sharedDatabase()
  await migrate(database.owner, migrations, { beforeMigrating: async () => {} })
  const registry = registryOf(
    registers,
    termCheck(() => true),
  )
  const signer = signerOf(generateKeyPairSync('ed25519').privateKey)
  const guards = modules.flatMap((each) => each.guards)
  const derivations = modules.flatMap((each) => each.derivations)
  return storeOf({ database, registry, guards, derivations, clock, signer })
}

export async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const caught: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(caught instanceof Refusal)) throw new Error('cannot find the refusal', { cause: caught })
  return caught
}
