import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '../../server/migrations.ts'
import { connect, type Database } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { changeAll } from '../store/change.ts'
import { makeCheckpoint } from '../store/checkpoint.ts'
import { storeOf } from '../store/open.ts'
import { createOrganisation } from '../store/organisation.ts'
import { signerOf } from '../store/signer.ts'
import { clock, refusal, registry } from '../store/store.fixture.ts'
import { type Acting, inOrganisation, type Store } from '../store/store.ts'
import { verifyLedger } from '../store/verify.ts'
import type { FileBytes } from '../store/workspace/format.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

const hooks = { beforeMigrating: async () => {} }
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
const actor: Acting = { id: randomUUID(), behalf: null, channel: 'cli', roles: ['coordinator'], person: null }
const bytes = Buffer.from('bewijs '.repeat(150_000))
const hash = createHash('sha256').update(bytes).digest('hex')

let folder: string
let here: Database
let there: Database
let path: string
let store: Store
let organisation: string
let root: string

const files: FileBytes = {
  async *open() {
    yield bytes
  },
  async save() {
    throw new Error('cannot save here')
  },
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'))
  path = join(folder, 'backup.waarborg')
  here = await connect({ url: null, folder: join(folder, 'here'), use: 'command', settings: FAST })
  there = await connect({ url: null, folder: join(folder, 'there'), use: 'command', settings: FAST })
  await migrate(here.owner, migrations, hooks)
  store = storeOf({
    database: here,
    registry,
    guards: [],
    derivations: [],
    clock,
    signer: signerOf(generateKeyPairSync('ed25519').privateKey),
  })
  organisation = (await createOrganisation(store, { name: 'Voorbeeld', slug: 'voorbeeld' })).id
  root = await inOrganisation(store, { organisation, actor }, async (ctx) => {
    await changeAll(ctx, [
      { register: 'person', act: 'create', set: { name: 'Ada "de eerste" \\ {van, Lovelace}' } },
      ...Array.from({ length: 1_500 }, (_, index) => ({
        register: 'risk',
        act: 'create',
        set: { title: `Risico\n${index}` },
      })),
    ])
    await ctx.tx.query(`insert into file values ($1, $2, 'bewijs.txt', 'text/plain', $3, now())`, [
      organisation,
      hash,
      bytes.length,
    ])
    return (await makeCheckpoint(ctx)).root
  })
  await here.owner.query(
    `insert into identity."user" ("name", "email", "emailVerified") values ('Ada', 'ada@example.org', true)`,
  )
  await backup(here.owner, path, { files, verifierKeys: [store.signer.verifierKey], now: clock.now() })
}, 60_000)

afterAll(async () => {
  await here.close()
  await there.close()
  await rm(folder, { recursive: true })
})

function receiving(): FileBytes & { readonly kept: Map<string, Buffer> } {
  const kept = new Map<string, Buffer>()
  return {
    kept,
    open: (name) => files.open(name),
    async save(name, parts) {
      const read: Uint8Array[] = []
      for await (const part of parts) read.push(part)
      kept.set(name, Buffer.concat(read))
    },
  }
}

describe('a backup', () => {
  it('is readable by its owner only', async () => {
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('that is cut off leaves an installation empty', async () => {
    const cut = join(folder, 'cut.waarborg')
    await writeFile(cut, (await readFile(path)).subarray(0, 20_000))
    expect((await refusal(restore(there.owner, cut, { migrations, files: receiving() }))).code).toBe('file.damaged')
    expect((await there.owner.query('select 1 from organisation')).rows).toEqual([])
  })

  it('that newer code made is refused', async () => {
    const refused = await refusal(
      restore(there.owner, path, { migrations: migrations.slice(0, 1), files: receiving() }),
    )
    expect(refused.code).toBe('database.newer')
  })

  it('fills an empty installation: same organisations, same root, same files', async () => {
    const kept = receiving()
    const restored = await restore(there.owner, path, { migrations, files: kept })
    expect(restored).toMatchObject({ files: 1, verifierKeys: [store.signer.verifierKey] })
    expect(kept.kept.get(hash)?.equals(bytes)).toBe(true)
    const elsewhere = storeOf({
      database: there,
      registry,
      guards: [],
      derivations: [],
      clock,
      signer: signerOf(generateKeyPairSync('ed25519').privateKey),
    })
    const verified = await inOrganisation(elsewhere, { organisation, actor }, (ctx) =>
      verifyLedger(ctx, restored.verifierKeys),
    )
    expect(verified).toMatchObject({ ok: true, root, size: 1_501, statedUntil: 1_501, checkpoints: 1 })
    expect((await there.owner.query('select email from identity."user"')).rows).toEqual([{ email: 'ada@example.org' }])
  })

  it('is refused by an installation that is not empty', async () => {
    expect((await refusal(restore(there.owner, path, { migrations, files: receiving() }))).code).toBe(
      'backup.not-empty',
    )
  })

  it('that cannot be written says so and leaves nothing', async () => {
    const no = await refusal(
      backup(here.owner, join(folder, 'missing', 'x'), { files, verifierKeys: [], now: clock.now() }),
    )
    expect(no.code).toBe('file.cannot-write')
  })
})
