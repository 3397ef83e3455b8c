import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect } from '../../src/platform/database/database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder whose embedded PostgreSQL all test files share; started by the first that asks for it. */
    dataFolder: string
  }
}

const PREFIX = 'waarborg-tests-'

/** One data folder for the whole run. Its server is started by the first test that needs one, and stopped at the end. */
export default function setup(project: TestProject): () => Promise<void> {
  removeAbandoned()
  const folder = join(tmpdir(), `${PREFIX}${process.pid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  project.provide('dataFolder', folder)
  return async () => {
    // Whoever leaves last stops the server, and by now that is this process.
    if (isRunning(folder)) await (await connect({ url: null, folder, use: 'command' })).close()
    remove(folder)
  }
}

/** Servers and folders of test runs that were killed. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))) {
    if (!existsSync(`/proc/${name.slice(PREFIX.length)}`)) remove(join(tmpdir(), name))
  }
}

function remove(folder: string): void {
  const pid = postmasterOf(folder)
  if (pid !== null && isRunning(folder)) process.kill(pid, 'SIGQUIT')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

function isRunning(folder: string): boolean {
  const pid = postmasterOf(folder)
  return pid !== null && existsSync(`/proc/${pid}`)
}

function postmasterOf(folder: string): number | null {
  const file = join(folder, 'postgres', 'postmaster.pid')
  if (!existsSync(file)) return null
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  return Number.isNaN(pid) ? null : pid
}
