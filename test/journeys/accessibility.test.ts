import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { journeyAt } from './journey.ts'
import { OUTSIDE, PAGES } from './pages.ts'
import { SAMPLE, type Stage, type Visitor } from './stage.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
let scene: Stage
let fenna: Visitor

journeyAt('2026-03-02 12:00', async (opened) => {
  scene = opened
  await scene.sample()
  const roles = ['administrator', 'coordinator'] as const
  fenna = await scene.person('Fenna Postma', { organisation: SAMPLE, roles, person: idOf('person', 'fenna') })
})

/** What is wrong on a page for somebody who does not see it, or not well. A theme changes nothing but the colours. */
async function faultsOf(visitor: Visitor, path: string): Promise<readonly string[]> {
  const { page } = visitor
  await page.emulateMedia({ colorScheme: 'light' })
  await visitor.go(path)
  const inLight = await new AxeBuilder({ page }).withTags(RULES).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const inDark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  const found = [...inLight.violations, ...inDark.violations]
  return found.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}

describe('somebody who cannot see well comes by', () => {
  it('finds every page of an organisation usable', async () => {
    const found: string[] = []
    for (const path of PAGES) found.push(...(await faultsOf(fenna, path)))
    expect(found).toEqual([])
  })

  it('finds the pages before signing in usable', async () => {
    const stranger = await scene.visitor()
    const found: string[] = []
    for (const path of OUTSIDE) found.push(...(await faultsOf(stranger, path)))
    expect(found).toEqual([])
  })
})
