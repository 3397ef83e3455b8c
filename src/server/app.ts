import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { openApi } from '../platform/http/openapi.ts'
import { buildServer } from '../platform/http/server.ts'
import { routes } from '../routes.gen.ts'
import type { Installation } from './installation.ts'

const packageFile = z.object({ name: z.string(), version: z.string() })

/** The folder of the package, from wherever in it this code runs: sources and the built program stand at other depths. */
export function packageFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error('cannot find the folder of the package')
    folder = dirname(folder)
  }
  return folder
}

export function packageVersion(): string {
  const text = readFileSync(join(packageFolder(), 'package.json'), 'utf8')
  return packageFile.parse(JSON.parse(text)).version
}

/** The HTTP server of an installation, not yet listening. */
export function appOf(installation: Installation): FastifyInstance {
  const { config, database, store } = installation
  let document: unknown = null
  return buildServer({
    options: {
      baseAddress: config.address,
      trustProxy: config.trustedProxies.length === 0 ? false : config.trustedProxies,
      web: join(packageFolder(), 'dist', 'web'),
      logLevel: config.logLevel,
    },
    services: installation,
    routes,
    isHealthy: () =>
      database.app.query('select 1').then(
        () => true,
        () => false,
      ),
    openApi: () => {
      document ??= openApi({
        routes,
        registry: store.registry,
        words: installation.wordsIn('en'),
        version: packageVersion(),
        address: config.address,
      })
      return document
    },
  })
}
