import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { Visitor } from './stage.ts'

export const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const looked = z.array(z.object({ id: z.string(), targets: z.array(z.string()) }))

interface Look {
  /** Which part of the page, as a selector; left out for all of it. */
  readonly part?: string
  /** Tags or rules; left out for all that there are. */
  readonly runOnly?: readonly string[]
  readonly preload?: boolean
}

function axeScript(): Promise<string> {
  const { resolve } = createRequire(import.meta.resolve('@axe-core/playwright'))
  return readFile(resolve('axe-core/axe.min.js'), 'utf8')
}

/** What axe objects to on the page as it stands. */
export async function objections(
  page: Page,
  { part, ...options }: Look = {},
): Promise<readonly { readonly id: string; readonly targets: readonly string[] }[]> {
  // To bring axe into a page takes long, and its own builder brings it twice for every look; here it stays while the page does.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(await axeScript())
  const told = JSON.stringify({ resultTypes: ['violations'], ...options })
  const violations = await page.evaluate(
    `axe.run(${part === undefined ? 'document' : JSON.stringify(part)}, ${told}).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) })))`,
  )
  return looked.parse(violations)
}

/** What is wrong on the page as it stands, for somebody who does not see it, or sees little of it at a time. */
export async function faultsHere({ page }: Visitor, where: string): Promise<readonly string[]> {
  // The frame is looked at with the other pages; here it would be looked at once for every part of every form.
  const found = await objections(page, { part: 'main', runOnly: EVERYTHING, preload: false })
  const faults = found.map(({ id, targets }) => `${where} ${id}: ${targets[0] ?? ''}`)
  const isWide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')
  return isWide === true ? [...faults, `${where} is too wide`] : faults
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
