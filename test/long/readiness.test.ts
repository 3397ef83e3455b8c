import * as fc from 'fast-check'
import { describe, test } from 'vitest'
import { properties, SEED } from '../../src/modules/readiness/test/properties.ts'

/** Tries of each property: random organisations and histories by the thousand. */
const TRIES = 2_000

describe('for any organisation, many times over', () => {
  test.each(properties)('$name', { timeout: 600_000 }, async ({ property, share }) => {
    await fc.assert(property, {
      seed: SEED,
      numRuns: Math.ceil(TRIES * share),
      endOnFailure: true,
      interruptAfterTimeLimit: 12_000,
    })
  })
})
