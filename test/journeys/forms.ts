import { AxeBuilder } from '@axe-core/playwright'
import type { Visitor } from './stage.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What is wrong on the page as it stands, for somebody who does not see it, or sees little of it at a time. */
export async function faultsHere({ page }: Visitor, where: string): Promise<readonly string[]> {
  // The frame is looked at with the other pages; here it would be looked at once for every part of every form.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .include('main')
    .options({ resultTypes: ['violations'], runOnly: RULES })
  const { violations } = await axe.analyze()
  const found = violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.target.join(' ') ?? ''}`)
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
