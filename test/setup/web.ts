import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '../..')
const BUILT = join(ROOT, 'dist/web/index.html')
/** What the pages are made of. */
const SOURCES = ['src/web', 'src/modules', 'src/kernel', 'catalogue', 'vite.config.ts', 'package.json']

/** Pages as the sources have them: built once for a run of journeys, unless they stand already. */
export default async function setup(): Promise<void> {
  if (existsSync(BUILT) && SOURCES.every((path) => newest(join(ROOT, path)) <= statSync(BUILT).mtimeMs)) return
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
}

function newest(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => !name.endsWith('.test.ts'))
  return files.reduce((most, name) => {
    const entry = statSync(join(path, name))
    return entry.isDirectory() ? most : Math.max(most, entry.mtimeMs)
  }, 0)
}
