import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isAlive } from './cluster.ts'
import { connect, type Database, type DatabaseConfig } from './database.ts'

/** One data folder for all: making a cluster takes a second, and each test leaves it stopped. */
let folder: string
let open: Database[]
let children: ChildProcess[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waarborg-test-'))
  await (await connect({ url: null, folder, use: 'command' })).close()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeEach(() => {
  open = []
  children = []
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const child of children) await ended(child)
  for (const database of open) await database.close()
  const left = postmaster()
  if (left !== null) process.kill(left, 'SIGQUIT')
  while (postmaster() !== null) await sleep(20)
})

async function opened(config: Partial<DatabaseConfig> = {}): Promise<Database> {
  const database = await connect({ url: null, folder, use: 'server', ...config })
  open.push(database)
  return database
}

/** The living postmaster of the test's folder. */
function postmaster(at = folder): number | null {
  try {
    const pid = Number(readFileSync(join(at, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    return isAlive(pid) ? pid : null
  } catch {
    return null
  }
}

/** Another process that opens the same data and says `open`, then waits to be killed. */
async function otherProcess(use: 'server' | 'command', at = folder): Promise<ChildProcess> {
  const code = `
    import { connect } from ${JSON.stringify(new URL('database.ts', import.meta.url).href)}
    const database = await connect({ url: null, folder: ${JSON.stringify(at)}, use: '${use}' })
    process.on('SIGTERM', () => database.close().then(() => process.exit(0)))
    console.log('open')`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await new Promise<void>((done, fail) => {
    child.stdout.once('data', () => done())
    child.once('exit', (status) => fail(new Error(`cannot open: the process ended with ${status}`)))
  })
  return child
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise((done) => child.once('exit', done))
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await condition()) return
    await sleep(20)
  }
  throw new Error('cannot wait any longer')
}

async function answers(database: Database): Promise<boolean> {
  return database.app.query('select 1').then(
    () => true,
    () => false,
  )
}

describe('the embedded PostgreSQL', () => {
  test('keeps what was written from one start to the next, and is stopped in between', async () => {
    const first = await opened()
    await first.owner.query('create table kept (word text)')
    await first.owner.query("insert into kept values ('here')")
    await first.close()
    expect(postmaster()).toBeNull()
    const second = await opened()
    expect((await second.owner.query('select word from kept')).rows).toEqual([{ word: 'here' }])
  })

  test('listens on no port, and its files are nobody else’s', async () => {
    const database = await opened()
    const { rows } = await database.owner.query(
      "select current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit",
    )
    expect(rows).toEqual([{ addresses: '', fsync: 'on', commit: 'on' }])
    const modes = spawnSync('find', [folder, '-perm', '/077'], { encoding: 'utf8' }).stdout
    expect(modes).toBe('')
  })

  test('gives two roles, neither of them a superuser, and the plain one cannot become the owner', async () => {
    const database = await opened()
    const who = 'select current_user as name, rolsuper, rolbypassrls from pg_roles where rolname = current_user'
    expect((await database.owner.query(who)).rows).toEqual([
      { name: 'waarborg_owner', rolsuper: false, rolbypassrls: false },
    ])
    expect((await database.app.query(who)).rows).toEqual([
      { name: 'waarborg_app', rolsuper: false, rolbypassrls: false },
    ])
    await expect(database.app.query('set role waarborg_owner')).rejects.toThrow('permission denied')
  })

  test('is taken over alive after the app was killed', async () => {
    const app = await otherProcess('server')
    const before = postmaster()
    app.kill('SIGKILL')
    await ended(app)
    expect(postmaster()).toBe(before)
    const database = await opened()
    expect(postmaster()).toBe(before)
    await database.close()
    expect(postmaster()).toBeNull()
  })

  test('serves one server at a time and says so to the second', async () => {
    await otherProcess('server')
    await expect(opened()).rejects.toMatchObject({ kind: 'conflict', code: 'server.already-running' })
  })

  test('serves a command beside a server and goes on when the command ends', async () => {
    const server = await opened()
    const command = await otherProcess('command')
    command.kill('SIGTERM')
    await ended(command)
    expect(await answers(server)).toBe(true)
  })

  test('stays for the command that still works when the server ends, and stops after it', async () => {
    const server = await opened()
    const command = await opened({ use: 'command' })
    await server.close()
    expect(await answers(command)).toBe(true)
    await command.close()
    expect(postmaster()).toBeNull()
  })

  test('is stopped by a command that was alone', async () => {
    const command = await opened({ use: 'command' })
    await command.close()
    expect(postmaster()).toBeNull()
  })

  test('comes back by itself when its postmaster is killed', async () => {
    const database = await opened()
    const before = postmaster()
    if (before !== null) process.kill(before, 'SIGKILL')
    await until(async () => postmaster() !== before && (await answers(database)))
    await expect(opened()).rejects.toMatchObject({ code: 'server.already-running' })
  })

  test('starts although the process id in its file belongs to somebody else by now', async () => {
    const file = join(folder, 'postgres', 'postmaster.pid')
    writeFileSync(file, `${process.pid}\n${join(folder, 'postgres')}\n1\n5432\n.\n\n\nready   \n`, { mode: 0o600 })
    expect(await answers(await opened())).toBe(true)
  })

  test('is made once when many want it at the same first moment, and an earlier making was killed', async () => {
    const fresh = join(folder, 'fresh')
    mkdirSync(join(fresh, 'postgres-new-999999999', 'base'), { recursive: true })
    const all = await Promise.all([1, 2].map(() => otherProcess('command', fresh)))
    expect(postmaster(fresh)).not.toBeNull()
    expect(readdirSync(fresh).sort()).toEqual(['postgres', 'postgres.log'])
    for (const child of all) child.kill('SIGTERM')
    for (const child of all) await ended(child)
    expect(postmaster(fresh)).toBeNull()
  })

  test('works below a folder whose path is longer than a socket may have', async () => {
    const deep = join(folder, 'x'.repeat(60), 'y'.repeat(60))
    mkdirSync(deep, { recursive: true, mode: 0o700 })
    renameSync(join(folder, 'postgres'), join(deep, 'postgres'))
    const database = await opened({ folder: deep })
    expect(await answers(database)).toBe(true)
    await database.close()
    expect(postmaster(deep)).toBeNull()
    renameSync(join(deep, 'postgres'), join(folder, 'postgres'))
  })

  test('refuses data of another major version', async () => {
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '15\n')
    await expect(opened()).rejects.toMatchObject({
      code: 'database.other-version',
      details: { values: { data: '15', program: '18' } },
    })
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '18\n')
  })

  test('says what PostgreSQL said when it cannot start', async () => {
    await expect(opened({ settings: { shared_buffers: 'plenty' } })).rejects.toMatchObject({
      code: 'database.not-started',
    })
  })
})
