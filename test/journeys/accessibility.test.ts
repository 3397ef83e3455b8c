import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { EVERYTHING, objections } from './forms.ts'
import { journeyAt } from './journey.ts'
import { OUTSIDE, PARTS } from './pages.ts'
import { onEach, SAMPLE, type Stage, type Visitor } from './stage.ts'

/** The theme changes nothing but the colours. */
const COLOURS = ['color-contrast', 'link-in-text-block']
let scene: Stage
let fenna: Visitor
let ruben: Visitor

journeyAt('2026-03-02 12:00', async (opened) => {
  scene = opened
  await scene.sample()
  const of = { organisation: SAMPLE, roles: ['administrator', 'coordinator'] as const }
  fenna = await scene.person('Fenna Postma', { ...of, person: idOf('person', 'fenna') })
  ruben = await scene.person('Ruben Haverkamp', { ...of, person: idOf('person', 'ruben'), theme: 'dark' })
})

/** What is wrong on these pages for somebody who does not see them, or not well. */
function faultsFor(visitor: Visitor, paths: readonly string[], runOnly: string[]): Promise<readonly string[]> {
  return onEach(visitor, paths, async (path) =>
    (await objections(visitor.page, { runOnly })).map(({ id, targets }) => `${path} ${id}: ${targets.join(' | ')}`),
  )
}

describe('two who cannot see well come by, one of them with a dark screen', () => {
  it.each(PARTS)('finds %s of an organisation usable', async (_, pages) => {
    const found = await Promise.all([faultsFor(fenna, pages, EVERYTHING), faultsFor(ruben, pages, COLOURS)])
    expect(found.flat()).toEqual([])
  })

  it('finds the pages before signing in usable', async () => {
    const day = await scene.visitor()
    const night = await scene.visitor({ theme: 'dark' })
    const found = await Promise.all([faultsFor(day, OUTSIDE, EVERYTHING), faultsFor(night, OUTSIDE, COLOURS)])
    expect(found.flat()).toEqual([])
  })
})
