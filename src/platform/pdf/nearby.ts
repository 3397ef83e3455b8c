import { existsSync } from 'node:fs'

/**
 * The first of these files that exists, each named as seen from the module that asks. A file that code reads stands
 * beside its source, and beside the bundle or above one of its parts once built.
 */
export function nearby(moduleUrl: string, ...paths: readonly string[]): URL {
  const found = paths.map((path) => new URL(path, moduleUrl)).find((url) => existsSync(url))
  if (found === undefined) throw new Error(`cannot find any of \`${paths.join('`, `')}\``)
  return found
}
