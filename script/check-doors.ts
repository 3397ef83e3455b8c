/** Prints every import that goes through no door, and fails when there is one. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exit } from 'node:process'
import { violationsIn } from './doors.ts'

const root = join(import.meta.dirname, '..')
const paths = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
  (path) => !/\.(test|fixture)\.tsx?$|\.d\.ts$/.test(path),
)
const violations = violationsIn(new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')])))
for (const { from, to, why } of violations) console.error(`${from}: cannot import \`${to}\`: ${why}`)
if (violations.length > 0) exit(1)
