import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseError } from 'pg'
import { Refusal } from '../../kernel/refusal.ts'
import { type Cluster, clusterIn, type SocketFolder, socketFolder } from './cluster.ts'
import { isLastLease, type Lease, takeLease, type Use } from './lease.ts'
import { ensureRunning, type Settings, stopPostmaster } from './postmaster.ts'
import { DATABASE, OWNER, prepareEmbedded } from './roles.ts'

export interface EmbeddedOptions {
  /** The data folder; the cluster is `postgres` in it. */
  readonly folder: string
  readonly use: Use
  /** Overrides of the server's settings, for tests and bulk loads; only heard by a server that is started here. */
  readonly settings?: Settings
  /** Called when the server died and could not be brought back, or when another process serves this data by now. */
  readonly onLost: (cause: unknown) => void
}

/** A running embedded PostgreSQL, used by this process until `close`. */
export interface Embedded {
  /** The folder of its socket: `host` for the driver. */
  readonly host: string
  /** Leaves it, and stops it when nobody else uses it. Close all sessions first: stopping ends them. */
  close(): Promise<void>
}

/**
 * Starts the PostgreSQL of a data folder or joins the one that runs there: the one that a killed app left behind, or
 * that of a server beside which a command works. While this process lives, it is brought back whenever it dies.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const cluster = await clusterIn(options.folder)
  const socket = socketFolder(cluster)
  const session = new Session(cluster, socket, options)
  try {
    await session.open()
  } catch (error) {
    socket.remove()
    throw error
  }
  return { host: socket.path, close: () => session.close() }
}

/** How often a server that is being stopped, or is recovering, is tried again. */
const RETRY_MS = 50
/** A server that cannot be joined by then is a fault to tell of. */
const OPEN_MS = 300_000
/** A killed server's session may outlive it for a moment, so its lock is asked for again before refusing. */
const TAKE_OVER_MS = 1_000

/** Owner of the lease on one cluster. */
class Session {
  readonly #cluster: Cluster
  readonly #socket: SocketFolder
  readonly #options: EmbeddedOptions
  #lease: Lease | null = null
  #isClosing = false
  #reopening: Promise<void> | null = null

  constructor(cluster: Cluster, socket: SocketFolder, options: EmbeddedOptions) {
    this.#cluster = cluster
    this.#socket = socket
    this.#options = options
  }

  async open(): Promise<void> {
    const begun = Date.now()
    while (!this.#isClosing) {
      await ensureRunning(this.#cluster, this.#options.settings ?? {})
      try {
        this.#watch(await this.#take())
        return
      } catch (error) {
        if (!mayRetry(error, Date.now() - begun)) throw error
        await sleep(RETRY_MS)
      }
    }
  }

  async #take(): Promise<Lease> {
    const owner = { host: this.#socket.path, user: OWNER, database: DATABASE }
    try {
      return await takeLease(owner, this.#options.use)
    } catch (error) {
      if (!isUnprepared(error)) throw error
      await prepareEmbedded(this.#socket.path)
      return takeLease(owner, this.#options.use)
    }
  }

  #watch(lease: Lease): void {
    this.#lease = lease
    lease.client.once('end', () => {
      if (this.#isClosing) return
      this.#lease = null
      this.#reopening = this.open().catch((cause: unknown) => this.#options.onLost(cause))
    })
  }

  async close(): Promise<void> {
    this.#isClosing = true
    await this.#reopening
    const lease = this.#lease
    if (lease !== null) {
      if (await isLastLease(lease).catch(() => false)) await stopPostmaster(this.#cluster)
      await lease.client.end()
    }
    this.#socket.remove()
  }
}

/** Role or database is missing: a cluster that has just been made, or whose making was interrupted. */
function isUnprepared(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === '3D000' || error.code === '28000')
}

/** What says that the server is going or coming, not that it is broken. */
const PASSING = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'])

function mayRetry(error: unknown, elapsedMs: number): boolean {
  if (error instanceof Refusal) return error.code === 'server.already-running' && elapsedMs < TAKE_OVER_MS
  if (elapsedMs > OPEN_MS || !(error instanceof Error)) return false
  return PASSING.has(codeOf(error)) || error.message.startsWith('Connection terminated')
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}
