/**
 * The built product as people run it: from starting it a second time to its first page, what it and its database take of
 * memory when nobody uses it, and how much script the first page needs. Needs `npm run build`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { figuresOf, line } from './measure.ts'

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))
const WEB = join(DIST, 'web')
const STARTS = 5
const IDLE_MS = Number(process.argv[2] ?? '60') * 1_000
/** The first start makes the database and the sample; on a busy machine that takes a while. */
const LONGEST_START_MS = 120_000

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('cannot find a free port')
  return address.port
}

interface Running {
  readonly process: ChildProcess
  stop(): Promise<void>
}

/** Starts the product and waits for its first page. */
async function start(folder: string, port: number, options: readonly string[] = []): Promise<Running> {
  const environment = { ...process.env, WAARBORG_DATA: folder, WAARBORG_BIND: `127.0.0.1:${port}` }
  const child = spawn(process.execPath, [join(DIST, 'waarborg.js'), 'serve', ...options], {
    env: environment,
    stdio: 'ignore',
  })
  const begun = Date.now()
  while (!(await hasPage(port))) {
    if (child.exitCode !== null || Date.now() - begun > LONGEST_START_MS) throw new Error('cannot start the server')
    await sleep(5)
  }
  return {
    process: child,
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function hasPage(port: number): Promise<boolean> {
  try {
    const page = await fetch(`http://127.0.0.1:${port}/`)
    return page.ok && (await page.text()).includes('<script')
  } catch {
    return false
  }
}

/** The process and all that it or the database started: the postmaster leads a tree of its own. */
function processesOf(node: number, folder: string): readonly number[] {
  const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const status = read(`/proc/${name}/status`)
      return [{ id: Number(name), parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0) }]
    })
  const below = (id: number): readonly number[] => [
    id,
    ...parents.filter(({ parent }) => parent === id).flatMap((child) => below(child.id)),
  ]
  return [...new Set([...below(node), ...below(postmaster)])]
}

/** Empty for a process that has just ended. */
function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** Proportional share of memory, in megabytes: what several processes share is counted once. */
function shareOf(process: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${process}/smaps_rollup`))?.[1] ?? 0) / 1_024
}

/** Bytes of everything that the page's script imports before it runs, as gzip sends it. */
function firstScript(): { readonly bytes: number; readonly files: number } {
  const page = readFileSync(join(WEB, 'index.html'), 'utf8')
  const seen = new Set<string>()
  const follow = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    const script = readFileSync(join(WEB, 'assets', name), 'utf8')
    for (const [, imported] of script.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) follow(imported ?? '')
  }
  for (const [, name] of page.matchAll(/<script[^>]+src="\/assets\/([^"]+)"/g)) follow(name ?? '')
  const sizes = [...seen].map((name) => gzipSync(readFileSync(join(WEB, 'assets', name))).length)
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: seen.size }
}

const folder = await mkdtemp(join(tmpdir(), 'bench-'))
try {
  const port = await freePort()
  let running = await start(folder, port, ['--demo'])
  const took: number[] = []
  for (let round = 0; round < STARTS; round += 1) {
    await running.stop()
    const begun = performance.now()
    running = await start(folder, port)
    took.push(performance.now() - begun)
  }
  console.log(line('second start to the first page', figuresOf(took), '≤ 3,000 ms'))
  await sleep(IDLE_MS)
  const node = running.process.pid ?? 0
  const shares = processesOf(node, folder).map((id) => ({ id, share: shareOf(id) }))
  const total = shares.reduce((sum, { share }) => sum + share, 0)
  const own = shares.find(({ id }) => id === node)?.share ?? 0
  const count = shares.length - 1
  console.log(
    `| memory after ${IDLE_MS / 1_000} s idle | ${total.toFixed(0)} MB | Node ${own.toFixed(0)} MB, ${count} of the database ${(total - own).toFixed(0)} MB | | ≤ 400 MB |`,
  )
  await running.stop()
  const { bytes, files } = firstScript()
  console.log(`| script of the first page | ${(bytes / 1_000).toFixed(0)} kB | ${files} files | | ≤ 250 kB |`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
