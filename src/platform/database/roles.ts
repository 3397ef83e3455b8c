import { Client, DatabaseError, type Pool } from 'pg'
import { Refusal } from '../../kernel/refusal.ts'

/** Owns the database and everything in it: migrations, jobs, backups. No superuser. */
export const OWNER = 'waarborg_owner'
/** Serves requests. Owns nothing, so row-level security binds it and it can switch nothing off. */
export const APP = 'waarborg_app'
export const DATABASE = 'waarborg'

/** Keeps two processes that start at once from making the same role. */
const PREPARING = 30_561_003

/** Makes roles and database of an embedded server where they are missing; the only work that a superuser does. */
export async function prepareEmbedded(host: string): Promise<void> {
  const client = new Client({ host, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [PREPARING])
    if (!(await exists(client, 'select from pg_roles where rolname = $1', OWNER))) {
      await client.query(`create role ${OWNER} login`)
    }
    if (!(await exists(client, 'select from pg_roles where rolname = $1', APP))) {
      await client.query(`create role ${APP} login`)
    }
    if (!(await exists(client, 'select from pg_database where datname = $1', DATABASE))) {
      await client.query(`create database ${DATABASE} owner ${OWNER}`)
    }
  } finally {
    await client.end()
  }
}

/**
 * On a server of the organisation's own there is one login, the owner. The role for requests is made without a login,
 * and the owner's sessions for requests start as it.
 */
export async function prepareServer(owner: Pool): Promise<void> {
  const server = await owner.query<{ version: number }>(
    `select current_setting('server_version_num')::integer as version`,
  )
  refuseOlder(server.rows[0]?.version ?? 0)
  const { rows } = await owner.query<{ is_plain: boolean; is_member: boolean }>(
    `select not (rolsuper or rolbypassrls) as is_plain, pg_has_role(current_user, oid, 'SET') as is_member
       from pg_roles where rolname = $1`,
    [APP],
  )
  const role = rows[0]
  if (role?.is_plain === false) throw new Refusal('conflict', 'database.role-too-strong', { values: { role: APP } })
  if (role?.is_member === true) return
  try {
    await owner.query(`do $$ begin
      perform pg_advisory_xact_lock(${PREPARING});
      if not exists (select from pg_roles where rolname = '${APP}') then create role ${APP} nologin; end if;
      execute format('grant ${APP} to %I', current_user);
    end $$`)
  } catch (error) {
    if (error instanceof DatabaseError && error.code === INSUFFICIENT_PRIVILEGE) {
      throw new Refusal('conflict', 'database.role-missing', { values: { role: APP } })
    }
    throw error
  }
}

/** Our statements use `is json` and `pg_input_is_valid`, and roles of which one member may be another: all of version 16. */
const LEAST_MAJOR = 16

/** Refuses a server before that version, as its `server_version_num` tells it. */
export function refuseOlder(version: number): void {
  const found = Math.floor(version / 10_000)
  if (found < LEAST_MAJOR) {
    throw new Refusal('conflict', 'database.too-old', { values: { found, least: LEAST_MAJOR } })
  }
}

const INSUFFICIENT_PRIVILEGE = '42501'

async function exists(client: Client, query: string, name: string): Promise<boolean> {
  return (await client.query(query, [name])).rowCount !== 0
}
