import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cluster, failure, isAlive, PROGRAM_ENVIRONMENT, SOCKET_NAME } from './cluster.ts'

/** Settings by name, as PostgreSQL writes them. */
export type Settings = Readonly<Record<string, string>>

/**
 * Small and durable. With these, server processes and Node together stay below 400 MB; whoever outgrows them has a
 * PostgreSQL server of his own behind DATABASE_URL.
 */
const SETTINGS: Settings = {
  listen_addresses: '',
  // Relative to the cluster, so that its length has no limit here; the client's way to it is `socketFolder`.
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '40',
  shared_buffers: '32MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  // Read and write in the backend itself: the worker processes of version 18 cost memory and gain nothing at this size.
  io_method: 'sync',
  max_worker_processes: '2',
  max_parallel_workers_per_gather: '0',
  autovacuum_max_workers: '1',
  // Nobody replicates from an embedded server, so nothing is logged for it and a COPY into a new table is cheaper.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  max_wal_size: '512MB',
  min_wal_size: '32MB',
  // Compiling a query takes longer than running ours.
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  // The log carries no values that people typed (STYLE: logs carry ids and counts only).
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** Log file beyond which a new one is begun at the next start; the one before it is kept. */
const LOG_LIMIT_BYTES = 4 << 20
const POLL_MS = 10
/** After a crash of the postmaster its backends need a moment to notice; until then a new one refuses to start. */
const START_TRIES_MS = 20_000
const PASSES = /pre-existing shared memory block|lock file .* already exists/
/** Recovery after a crash replays at most `max_wal_size`, and syncs every file first. */
const RECOVERY_MS = 300_000
const FAST_STOP_MS = 30_000

/** The line numbers of postmaster.pid (pidfile.h of PostgreSQL). */
const STATUS_LINE = 7

interface Living {
  readonly pid: number
  readonly isReady: boolean
}

/** The postmaster that serves this cluster, whoever started it; null where there is none. */
function findPostmaster(cluster: Cluster): Living | null {
  const lines = pidFile(cluster)
  if (lines === null) return null
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null
  if (!servesCluster(pid, cluster)) {
    // Dead but not yet buried by its parent, or the id now belongs to somebody else (a container after a restart): the
    // file would keep PostgreSQL from starting. What is left of its backends it finds by the folder's own key.
    // Read again, so that a file that another process has just replaced stays.
    if (pidFile(cluster)?.[0] === lines[0]) rmSync(join(cluster.folder, 'postmaster.pid'), { force: true })
    return null
  }
  return { pid, isReady: lines[STATUS_LINE]?.trim() === 'ready' }
}

function pidFile(cluster: Cluster): readonly string[] | null {
  try {
    return readFileSync(join(cluster.folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** A postmaster's working directory is its cluster. What may not be seen (another user's process) is taken for one. */
function servesCluster(pid: number, cluster: Cluster): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster.folder)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EACCES'
  }
}

/** Finds the postmaster or starts one, and waits until it takes connections. */
export async function ensureRunning(cluster: Cluster, overrides: Settings): Promise<void> {
  const deadline = Date.now() + START_TRIES_MS
  while (!(await becomesReady(cluster))) {
    const complaint = await startOnce(cluster, overrides)
    // Where it ended, another process may have been quicker by a moment; then there is one to wait for.
    if (complaint === null || findPostmaster(cluster) !== null) continue
    if (!PASSES.test(complaint) || Date.now() > deadline) throw failure(complaint, cluster)
    await sleep(200)
  }
}

/** Starts a postmaster; null when one is ready, else what this one said before it ended. */
async function startOnce(cluster: Cluster, overrides: Settings): Promise<string | null> {
  // Nobody listens. INVARIANT: postmaster.pid alone keeps two postmasters apart; the socket lies in the same folder.
  rmSync(join(cluster.folder, `${SOCKET_NAME}.lock`), { force: true })
  turnLog(cluster.logFile)
  const before = sizeOf(cluster.logFile)
  const log = openSync(cluster.logFile, 'a', 0o600)
  const { prefix, uid, gid } = cluster.launch
  const settings = Object.entries({ ...SETTINGS, ...overrides }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const program = join(cluster.binaries, 'postgres')
  const [command, ...args] = [...prefix, program, '-D', cluster.folder, ...settings]
  // Detached: it outlives a killed app, which finds it again, and Ctrl-C in the terminal does not reach it.
  const child = spawn(command ?? program, args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: PROGRAM_ENVIRONMENT,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  })
  closeSync(log)
  const ended = new AbortController()
  child.once('error', () => ended.abort())
  child.once('exit', () => ended.abort())
  const deadline = Date.now() + RECOVERY_MS
  while (!ended.signal.aborted && findPostmaster(cluster)?.isReady !== true) {
    if (Date.now() > deadline) throw failure('', cluster)
    await sleep(POLL_MS)
  }
  child.unref()
  return ended.signal.aborted ? readFileSync(cluster.logFile).subarray(before).toString('utf8') : null
}

/** Waits until the postmaster says that it is ready; false when there is none any more. */
async function becomesReady(cluster: Cluster): Promise<boolean> {
  const deadline = Date.now() + RECOVERY_MS
  for (;;) {
    const living = findPostmaster(cluster)
    if (living === null) return false
    if (living.isReady) return true
    if (Date.now() > deadline) throw failure('', cluster)
    await sleep(POLL_MS)
  }
}

/** Stops the postmaster: `fast` ends sessions and writes everything out; where that takes too long it recovers at the next start. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const living = findPostmaster(cluster)
  if (living === null) return
  process.kill(living.pid, 'SIGINT')
  const deadline = Date.now() + FAST_STOP_MS
  let isImmediate = false
  while (findPostmaster(cluster)?.pid === living.pid) {
    if (!isImmediate && Date.now() > deadline) {
      isImmediate = true
      process.kill(living.pid, 'SIGQUIT')
    }
    await sleep(POLL_MS)
  }
}

function turnLog(file: string): void {
  if (sizeOf(file) > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`)
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
