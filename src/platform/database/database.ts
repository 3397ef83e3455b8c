import { Pool, type PoolConfig } from 'pg'
import { Refusal } from '../../kernel/refusal.ts'
import { openEmbedded } from './embedded.ts'
import type { Use } from './lease.ts'
import type { Settings } from './postmaster.ts'
import { APP, DATABASE, OWNER, prepareServer } from './roles.ts'
import { SESSION_OPTIONS, types } from './types.ts'

export interface DatabaseConfig {
  /** A PostgreSQL server (`postgres://…`), or null for the embedded one in the data folder. */
  readonly url: string | null
  readonly folder: string
  /** A server is alone on an embedded database; commands work beside it. */
  readonly use: Use
  /** Settings of an embedded server that is started here; tests give up durability for speed. */
  readonly settings?: Settings
  /** Told when the embedded server is gone for good. Unless given, the process ends with the cause as its error. */
  readonly onLost?: (cause: unknown) => void
}

/** Two ways into one database. Which of them a statement takes decides what it may touch. */
export interface Database {
  /** Migrations, jobs, identity: owns the tables, so row-level security does not bind it unless forced. */
  readonly owner: Pool
  /** Requests: the plain role, bound by row-level security. */
  readonly app: Pool
  /** Closes both, and stops an embedded server that nobody else uses. */
  close(): Promise<void>
}

/** Sessions at most, per process; the embedded server takes 40 in all, for one server and a few commands beside it. */
const OWNER_SESSIONS = 4
const APP_SESSIONS = 10
/** An idle session costs the server 3 to 10 MB, and opening one on a socket 3 ms. */
const IDLE_MS = 10_000

/** Opens the database of an installation: the embedded one, started where it does not run, or the server of the URL. */
export async function connect(config: DatabaseConfig): Promise<Database> {
  return config.url === null ? connectEmbedded(config) : connectServer(config.url)
}

async function connectEmbedded(config: DatabaseConfig): Promise<Database> {
  const embedded = await openEmbedded({
    folder: config.folder,
    use: config.use,
    settings: config.settings ?? {},
    onLost: config.onLost ?? crash,
  })
  const at = { host: embedded.host, database: DATABASE }
  // Two logins: even SQL that was smuggled into a request cannot become the owner.
  return together(
    pool({ ...at, user: OWNER, options: SESSION_OPTIONS }, OWNER_SESSIONS),
    pool({ ...at, user: APP, options: SESSION_OPTIONS }, APP_SESSIONS),
    () => embedded.close(),
  )
}

/** A server without its database is no server: what cannot be brought back ends the process, and whoever runs it restarts it. */
function crash(cause: unknown): void {
  setImmediate(() => {
    throw cause
  })
}

/**
 * The URL's user is the owner. Sessions for requests log in as the same user and start as the plain role: that guards
 * against our own mistakes, not against SQL smuggled in, which could go back to the owner (ADR 0002).
 */
async function connectServer(url: string): Promise<Database> {
  const owner = pool({ connectionString: url, options: SESSION_OPTIONS }, OWNER_SESSIONS)
  try {
    await prepareServer(owner)
  } catch (error) {
    await owner.end()
    throw unreachable(error)
  }
  const app = pool({ connectionString: url, options: `${SESSION_OPTIONS} -c role=${APP}` }, APP_SESSIONS)
  return together(owner, app, async () => undefined)
}

/** System errors of a connection, and what PostgreSQL says before a session exists: wrong password, no such database. */
function unreachable(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  if (!/^(E[A-Z]+|28\w{3}|3D000|57P03)$/.test(error.code)) return error
  return new Refusal('conflict', 'database.unreachable', { values: { said: error.message || error.code } })
}

function pool(config: PoolConfig, max: number): Pool {
  const made = new Pool({ application_name: 'waarborg', ...config, max, idleTimeoutMillis: IDLE_MS, types })
  // An idle session that ends (the server restarts) is replaced at the next query; unheard, its error ends the process.
  made.on('error', () => undefined)
  return made
}

function together(owner: Pool, app: Pool, after: () => Promise<void>): Database {
  let closing: Promise<void> | null = null
  const close = async (): Promise<void> => {
    await Promise.all([owner.end(), app.end()])
    await after()
  }
  return {
    owner,
    app,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}
