import type { Clock } from '../platform/clock.ts'
import { isFirstRun } from '../platform/identity/accounts.ts'
import { appOf } from './app.ts'
import { signGrown, signNowAndThen } from './checkpoints.ts'
import type { Config } from './config.ts'
import { mailNowAndThen } from './digests.ts'
import { type Installation, openInstallation } from './installation.ts'

/** A server that listens, until it is closed. */
export interface Serving {
  /** Where people reach it. */
  readonly address: string
  /** Where it listens, with the port that the system chose where none was said. */
  readonly listening: string
  close(): Promise<void>
}

export interface ServeOptions {
  /** Gets the sentences for whoever started it. */
  readonly say: (sentence: string) => void
  /** The present, for a test that starts the server with its own. */
  readonly clock?: Clock
  /** What must be there before the first request, for example a sample organisation. */
  readonly prepare?: (installation: Installation) => Promise<void>
}

/** Opens the installation and serves it. */
export async function serve(config: Config, { say, clock, prepare }: ServeOptions): Promise<Serving> {
  const installation = await openInstallation(config, { use: 'server', ...(clock === undefined ? {} : { clock }) })
  const app = appOf(installation)
  const stopSigning = signNowAndThen(installation.store, (error) => app.log.error(error, 'cannot sign the ledgers'))
  const stopMailing = mailNowAndThen({
    store: installation.store,
    identity: installation.identity,
    language: config.language,
    onFailure: (error) => app.log.error(error, 'cannot mail'),
  })
  let closing: Promise<void> | null = null
  const close = async (): Promise<void> => {
    // Requests under way are answered first, then the database may go.
    await app.close()
    stopSigning()
    stopMailing()
    try {
      await signGrown(installation.store)
    } finally {
      await installation.close()
    }
  }
  try {
    await prepare?.(installation)
    const listening = await app.listen({ host: config.bind.host, port: config.bind.port })
    const words = installation.wordsIn(config.language)
    say(words('server.listening', { address: config.address }))
    if (await isFirstRun(installation.identity)) say(words('server.first-run', { address: config.address }))
    return { address: config.address, listening, close: () => (closing ??= close()) }
  } catch (error) {
    await close()
    throw error
  }
}

/** Serves until the process is asked to end (SIGTERM from whoever runs it, SIGINT from the keyboard). */
export async function serveUntilStopped(config: Config, options: ServeOptions): Promise<void> {
  const serving = await serve(config, options)
  await new Promise<void>((stopped) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopped())
  })
  await serving.close()
}
