import { AxeBuilder } from '@axe-core/playwright'
import { z } from 'zod'
import type { Visitor } from './stage.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const AS_TOLD = { resultTypes: ['violations'], runOnly: RULES, preload: false }
const looked = z.array(z.object({ id: z.string(), target: z.string() }))

/** What is wrong on the page as it stands, for somebody who does not see it, or sees little of it at a time. */
export async function faultsHere({ page }: Visitor, where: string): Promise<readonly string[]> {
  // To bring axe into a page takes longer than to look; it stays until the page is loaded anew.
  if ((await page.evaluate('typeof axe')) === 'undefined') {
    await new AxeBuilder({ page }).setLegacyMode(true).include('main h1').withRules('empty-heading').analyze()
  }
  // The frame is looked at with the other pages; here it would be looked at once for every part of every form.
  const violations = await page.evaluate(
    `axe.run('main', ${JSON.stringify(AS_TOLD)}).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, target: nodes[0].target.join(' ') })))`,
  )
  const found = looked.parse(violations).map(({ id, target }) => `${where} ${id}: ${target}`)
  const isWide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')
  return isWide === true ? [...found, `${where} is too wide`] : found
}

/** The same of all parts of a guided form, gone to in the page: loading it anew for each takes longer than looking. */
export async function faultsIn(visitor: Visitor, organisation: string, guide: string): Promise<readonly string[]> {
  const { page } = visitor
  const found: string[] = []
  await visitor.go(`/${organisation}/guide-${guide}`)
  const parts = page.locator('.guide nav.views a')
  await parts.first().waitFor()
  for (const part of await parts.all()) {
    await part.click()
    await page.locator('aside.clears h2').waitFor()
    await page.locator('.guide .bone').first().waitFor({ state: 'detached' })
    found.push(...(await faultsHere(visitor, `${organisation} ${guide} ${await part.innerText()}`)))
  }
  return found
}
