import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { sharedDatabase } from '../../../test/setup/shared.ts'
import type { AnyRecord } from '../../kernel/isms.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { date, from, link, links, list, machine, number, register, text } from '../../kernel/register.ts'
import { registryOf } from '../../kernel/registry.ts'
import { migrations } from '../../server/migrations.ts'
import { migrate } from '../database/migrate.ts'
import { type ChangeInput, change } from './change.ts'
import { storeOf } from './open.ts'
import { createOrganisation } from './organisation.ts'
import { signerOf } from './signer.ts'
import { type Acting, type Context, inOrganisation, type Store } from './store.ts'
import { type Verification, verifyLedger } from './verify.ts'

/** Two small registers and a place to write them: the store is tested without the product's own. */
export const person = register('person', {
  code: 'P',
  group: 'ground',
  fields: { name: text().required().personal(), unit: text() },
  states: machine('active', { leave: from('active').to('gone').reason() }, ['gone']),
  list: ['number', 'name'],
  title: 'name',
})
export const risk = register('risk', {
  code: 'R',
  group: 'risks',
  fields: {
    title: text().required(),
    owner: link('person'),
    likelihood: number({ least: 1, most: 5 }),
    consequence: number({ least: 1, most: 5 }),
    others: links('risk'),
    reasons: list({ about: link(), text: text() }),
    acceptedBy: link('person').set(),
    acceptedAt: date().set(),
    reviewAt: date(),
  },
  states: machine(
    'draft',
    {
      accept: from('draft').to('accepted').approval().stamp({ by: 'acceptedBy', at: 'acceptedAt' }),
      close: from('draft', 'accepted').to('closed').reason(),
    },
    ['closed'],
  ),
  list: ['number', 'title', 'owner'],
  owner: 'owner',
  due: 'reviewAt',
})

export const registry = registryOf([person, risk], () => true)
/** The clock of these tests; a save may set it. */
export const clock = { time: new Date('2026-03-02T09:00:00.000Z'), now: (): Date => clock.time }

export async function openTestStore(): Promise<Store> {
  const database = await sharedDatabase()
  await migrate(database.owner, migrations, { beforeMigrating: async () => {} })
  const signer = signerOf(generateKeyPairSync('ed25519').privateKey)
  return storeOf({ database, registry, guards: [], derivations: [], clock, signer })
}

export interface Place {
  readonly id: string
  readonly run: <T>(work: (ctx: Context) => Promise<T>, actor?: Partial<Acting>) => Promise<T>
  readonly save: (input: ChangeInput, at?: string) => Promise<AnyRecord>
}

export async function placeIn(store: Store): Promise<Place> {
  const { id } = await createOrganisation(store, { name: 'Voorbeeld', slug: `t-${randomUUID()}` })
  const actor: Acting = { id: randomUUID(), behalf: null, channel: 'web', roles: ['coordinator'], person: null }
  const run: Place['run'] = (work, other = {}) =>
    inOrganisation(store, { organisation: id, actor: { ...actor, ...other } }, work)
  const save: Place['save'] = (input, at) => {
    if (at !== undefined) clock.time = new Date(at)
    return run((ctx) => change(ctx, input))
  }
  return { id, run, save }
}

export async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const caught: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(caught instanceof Refusal)) throw new Error('cannot find the refusal', { cause: caught })
  return caught
}

export const verifiedIn = (store: Store, at: Place): Promise<Verification> =>
  at.run((ctx) => verifyLedger(ctx, [store.signer.verifierKey]))
