import { Client, type ClientConfig } from 'pg'
import { Refusal } from '../../kernel/refusal.ts'

/** Numbers of the advisory locks; any two that nobody else uses in this database. `wa` in ASCII, then a count. */
const IN_USE = 30_561_001
const SERVING = 30_561_002

export type Use = 'server' | 'command'

/**
 * A session that says, as long as it lives, that this process uses the embedded server. PostgreSQL drops its locks with
 * the session, so a process that is killed leaves nothing behind.
 * Everybody holds IN_USE shared: who gets it exclusively is alone, and only he may stop the server.
 * A server also holds SERVING, of which there is one.
 */
export interface Lease {
  readonly client: Client
}

/** Takes the lease, or refuses because another server runs on the same data. */
export async function takeLease(config: ClientConfig, use: Use): Promise<Lease> {
  const client = new Client({ ...config, application_name: `waarborg ${use}`, keepAlive: true })
  // A lost session is noticed by its `end`; without a listener its `error` would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock_shared($1)', [IN_USE])
    if (use === 'server' && !(await getsLock(client, SERVING))) throw new Refusal('conflict', 'server.already-running')
    return { client }
  } catch (error) {
    await client.end()
    throw error
  }
}

/** Gives the lease up. True when nobody else holds one: then the session lives on, and newcomers wait until it ends. */
export async function isLastLease(lease: Lease): Promise<boolean> {
  await lease.client.query('select pg_advisory_unlock_all()')
  return getsLock(lease.client, IN_USE)
}

async function getsLock(client: Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [lock])
  return rows[0]?.got === true
}
