import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { type Stage, stage } from './stage.ts'

const PICTURES = join(import.meta.dirname, '../../test-results/journeys')

/**
 * A stage for the steps of one journey, opened at a moment. Steps stand on each other, so after one that fails the rest is
 * passed over; what everybody had before them then is kept as pictures in `test-results/journeys`.
 */
export function journeyAt(at: string, prepare: (scene: Stage) => Promise<void>): () => Stage {
  let opened: Stage | null = null
  let isBroken = false
  const scene = (): Stage => {
    if (opened === null) throw new Error('cannot play before the stage is open')
    return opened
  }
  beforeAll(async () => {
    opened = await stage(at)
    await prepare(opened)
  })
  beforeEach(({ skip }) => {
    skip(isBroken, 'a step before it failed')
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    isBroken = true
    await picture(scene(), task.name)
  })
  afterAll(async () => {
    const troubles = opened?.visitors.flatMap((visitor) => visitor.troubles)
    await opened?.close()
    expect(troubles).toEqual([])
  })
  return scene
}

async function picture({ visitors }: Stage, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  for (const [index, { page }] of visitors.entries()) {
    if (page.isClosed()) continue
    await page.screenshot({ path: join(PICTURES, `${name.replaceAll(/\W+/g, '-')}-${index + 1}.png`) })
  }
}
