import { destination, type Logger, pino } from 'pino'

/** A line of JSON on standard error per event: ids, counts and durations, never what people typed. */
export type Log = Logger

/**
 * What a log must never hold, wherever in an event it appears. A safety net below the rule that nobody logs it: the
 * paths are those that Fastify and the driver would fill by themselves.
 */
const NEVER = [
  'req.headers.cookie',
  'req.headers.authorization',
  'res.headers["set-cookie"]',
  'err.detail',
  'err.where',
]

export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      redact: { paths: NEVER, remove: true },
    },
    // Synchronous: the last line before a crash is the one that matters.
    destination({ fd: 2, sync: true }),
  )
}
