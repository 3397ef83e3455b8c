import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sharedDatabase } from '../../../test/setup/shared.ts'
import { connect, type Database } from './database.ts'
import { type Migration, migrate } from './migrate.ts'
import { refuseOlder } from './roles.ts'
import { inTransaction } from './transaction.ts'

let database: Database
/** A database of its own on the shared server, for what changes a schema. */
let other: Database

const socket = (): string => join(inject('dataFolder'), 'postgres')
const urlOf = (user: string, name: string): string => `postgres://${user}@/${name}?host=${encodeURIComponent(socket())}`

async function asSuperuser(statement: string): Promise<void> {
  const client = new Client({ host: socket(), user: 'postgres', database: 'postgres' })
  await client.connect()
  await client.query(statement)
  await client.end()
}

beforeAll(async () => {
  database = await sharedDatabase()
  await asSuperuser('create database database_test')
  other = await connect({ url: urlOf('postgres', 'database_test'), folder: '', use: 'server' })
})

afterAll(async () => {
  await other.close()
  await asSuperuser('drop database database_test')
  await database.close()
})

test.each([
  [150_018, 15],
  [90_624, 9],
])('a server of version %i is refused with a sentence', (version, found) => {
  expect(() => refuseOlder(version)).toThrow(
    expect.objectContaining({ code: 'database.too-old', details: { values: { found, least: 16 } } }),
  )
  expect(() => refuseOlder(160_000)).not.toThrow()
})

describe('values', () => {
  const cases: readonly (readonly [expression: string, value: unknown])[] = [
    ["date '2026-03-01'", '2026-03-01'],
    ["timestamptz '2026-03-01 12:30:00+02'", '2026-03-01T10:30:00.000Z'],
    ["timestamptz '2026-03-01 10:30:00.123456+00'", '2026-03-01T10:30:00.123Z'],
    ['9007199254740991::int8', 9_007_199_254_740_991],
    ['array[1, null]::int8[]', [1, null]],
    ["array[date '2026-03-01']", ['2026-03-01']],
    ["array[timestamptz '2026-03-01 10:30:00+00']", ['2026-03-01T10:30:00.000Z']],
    ["'{}'::date[]", []],
    [`'{"a": [1, null]}'::jsonb`, { a: [1, null] }],
  ]
  test.each(cases)('%s arrives as it is meant', async (expression, value) => {
    expect((await database.app.query(`select ${expression} as value`)).rows[0]).toEqual({ value })
  })

  test('a number too large to be exact is refused', async () => {
    await expect(database.app.query('select 9007199254740993::int8')).rejects.toThrow('cannot hold')
  })
})

describe('a transaction', () => {
  test('has its settings, and nobody after it has them', async () => {
    const setting = "select current_setting('waarborg.organisation', true) as value"
    const inside = await inTransaction(database.app, { local: { 'waarborg.organisation': "a'b" } }, (tx) =>
      tx.query(setting),
    )
    expect(inside.rows[0]).toEqual({ value: "a'b" })
    expect((await database.app.query(setting)).rows[0]).toEqual({ value: '' })
  })

  test('is undone when its work throws', async () => {
    await database.owner.query('create table if not exists undone (n int)')
    const work = inTransaction(database.owner, {}, async (tx) => {
      await tx.query('insert into undone values (1)')
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect((await database.owner.query('select count(*) as n from undone')).rows[0]).toEqual({ n: 0 })
    await database.owner.query('drop table undone')
  })

  test('does not pass for saved when a query inside failed and the failure was swallowed', async () => {
    const work = inTransaction(database.app, {}, async (tx) => {
      await tx.query('select 1 / 0').catch(() => undefined)
    })
    await expect(work).rejects.toThrow('cannot commit')
  })

  test('reads one snapshot when told', async () => {
    const rows = await inTransaction(database.app, { isolation: 'repeatable read', readOnly: true }, async (tx) => {
      const isolation = await tx.query("select current_setting('transaction_isolation') as value")
      const access = await tx.query("select current_setting('transaction_read_only') as value")
      return [...isolation.rows, ...access.rows]
    })
    expect(rows).toEqual([{ value: 'repeatable read' }, { value: 'on' }])
  })

  test('takes no setting whose name is not one', async () => {
    await expect(inTransaction(database.app, { local: { 'x; drop': '' } }, async () => 1)).rejects.toThrow('cannot set')
  })
})

describe('a server of the organisation’s own', () => {
  test('gets the plain role, as which sessions for requests start', async () => {
    const { rows } = await other.app.query('select current_user as name, session_user as login')
    expect(rows).toEqual([{ name: 'waarborg_app', login: 'postgres' }])
  })

  test('is refused with what to do when the owner may not make the role', async () => {
    await expect(
      connect({ url: urlOf('waarborg_owner', 'waarborg'), folder: '', use: 'server' }),
    ).rejects.toMatchObject({ code: 'database.role-missing' })
  })

  test('that does not answer is refused, not reported as a bug', async () => {
    await expect(
      connect({ url: 'postgres://nobody@127.0.0.1:1/none', folder: '', use: 'server' }),
    ).rejects.toMatchObject({ code: 'database.unreachable' })
  })
})

describe('migrating', () => {
  const first: Migration = { id: 1, name: 'first', sql: 'create table one (n int); insert into one values (1)' }
  const second: Migration = { id: 2, name: 'second', sql: 'alter table one add m int' }
  let backups = 0
  const hooks = {
    beforeMigrating: async (): Promise<void> => {
      backups += 1
    },
  }

  test('takes the steps that are missing, once, and makes a backup only of what is there', async () => {
    expect(await migrate(other.owner, [first], hooks)).toEqual([1])
    expect(backups).toBe(0)
    expect(await migrate(other.owner, [first, second], hooks)).toEqual([2])
    expect(backups).toBe(1)
    expect(await migrate(other.owner, [first, second], hooks)).toEqual([])
    expect(backups).toBe(1)
  })

  test('leaves nothing of a step that fails', async () => {
    const broken: Migration = { id: 3, name: 'broken', sql: 'create table two (n int); select 1 / 0' }
    await expect(migrate(other.owner, [first, second, broken], hooks)).rejects.toThrow('cannot apply migration 3')
    expect((await other.owner.query("select to_regclass('two') as two")).rows).toEqual([{ two: null }])
  })

  test('refuses a database that newer code has migrated', async () => {
    await expect(migrate(other.owner, [first], hooks)).rejects.toMatchObject({
      code: 'database.newer',
      details: { values: { database: 2, program: 1 } },
    })
  })

  test('refuses a step that was changed after it was taken', async () => {
    const changed = { ...second, sql: 'alter table one add k int' }
    await expect(migrate(other.owner, [first, changed], hooks)).rejects.toThrow('not the one in the code')
  })
})
