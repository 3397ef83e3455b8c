import { hash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { Refusal } from '../../kernel/refusal.ts'

/** One step of the schema. Once released it never changes; a later step corrects it. */
export interface Migration {
  /** 1, 2, 3 …: no gaps, so that a database says which code it needs. */
  readonly id: number
  readonly name: string
  readonly sql: string
}

export interface MigrateHooks {
  /** Called before the first step when the database already holds an installation: the place for a backup. */
  beforeMigrating(): Promise<void>
}

/** Two processes that start at once migrate one after the other. */
const MIGRATING = 30_561_004

/**
 * Brings the schema to what this code needs, each step in a transaction of its own, and gives the ids of the steps
 * taken. Refuses a database that newer code has migrated: older code would misread it.
 */
export async function migrate(
  owner: Pool,
  migrations: readonly Migration[],
  hooks: MigrateHooks,
): Promise<readonly number[]> {
  checkNumbers(migrations)
  const client = await owner.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATING])
    const applied = await appliedSteps(client)
    checkApplied(migrations, applied)
    const pending = migrations.slice(applied.length)
    if (applied.length > 0 && pending.length > 0) await hooks.beforeMigrating()
    for (const migration of pending) await apply(client, migration)
    return pending.map((migration) => migration.id)
  } finally {
    // The session goes with its lock and with whatever a failed step left set.
    client.release(true)
  }
}

function checkNumbers(migrations: readonly Migration[]): void {
  migrations.forEach((migration, index) => {
    if (migration.id !== index + 1) throw new Error(`cannot migrate: \`${migration.name}\` is not number ${index + 1}`)
  })
}

interface Applied {
  readonly id: number
  readonly checksum: string
}

async function appliedSteps(client: PoolClient): Promise<readonly Applied[]> {
  await client.query(`create table if not exists migration (
    id integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`)
  return (await client.query<Applied>('select id, checksum from migration order by id')).rows
}

function checkApplied(migrations: readonly Migration[], applied: readonly Applied[]): void {
  const newest = applied.at(-1)?.id ?? 0
  if (newest > migrations.length) {
    throw new Refusal('conflict', 'database.newer', { values: { database: newest, program: migrations.length } })
  }
  applied.forEach((step, index) => {
    const migration = migrations[index]
    if (migration?.id !== step.id || checksum(migration) !== step.checksum) {
      throw new Error(`cannot migrate: step ${step.id} of this database is not the one in the code`)
    }
  })
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into migration (id, name, checksum) values ($1, $2, $3)', [
      migration.id,
      migration.name,
      checksum(migration),
    ])
    await client.query('commit')
  } catch (cause) {
    throw new Error(`cannot apply migration ${migration.id} \`${migration.name}\``, { cause })
  }
}

function checksum(migration: Migration): string {
  return hash('sha256', migration.sql)
}
