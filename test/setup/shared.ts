import { inject } from 'vitest'
import { connect, type Database } from '../../src/platform/database/database.ts'

/** Nothing in a test has to survive a power cut. */
export const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * The database that all test files share, started where it does not run. Need not be closed: it ends with the worker,
 * and the end of the run stops the server.
 */
export function sharedDatabase(): Promise<Database> {
  return connect({ url: null, folder: inject('dataFolder'), use: 'command', settings: FAST })
}
