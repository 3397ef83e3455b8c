import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { LANGUAGES } from '../../src/kernel/text.ts'
import { journeyAt } from './journey.ts'
import { OUTSIDE, PARTS } from './pages.ts'
import { onEach, SAMPLE, type Stage, sees, settled, speak, type Visitor } from './stage.ts'

const NARROW = 360
/** A key without words shows as itself: `risk.title`, or `very_high` where a word for a choice is missing. */
const RAW = /^[a-z][a-zA-Z]*([._][a-zA-Z0-9_-]+)+$/
let scene: Stage
let fenna: Visitor

journeyAt('2026-03-02 12:00', async (opened) => {
  scene = opened
  await scene.sample()
  const roles = ['administrator', 'coordinator'] as const
  const person = idOf('person', 'fenna')
  fenna = await scene.person('Fenna Postma', { organisation: SAMPLE, roles, person, width: NARROW })
})

/** Keys that nobody worded, and pages that are wider than the phone. The API page shows names of fields on purpose. */
async function faultsOf({ page }: Visitor, path: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const language of LANGUAGES) {
    await speak(page, language)
    await settled(page)
    const text = await page.locator('body').innerText()
    const raw = text.split(/\s+/).filter((word) => RAW.test(word))
    if (raw.length > 0 && !path.endsWith('api-documentation')) found.push(`${path} ${language}: ${raw.join(' ')}`)
    const beyond = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    if (beyond !== 0) found.push(`${path} ${language}: ${String(beyond)} pixels too wide`)
  }
  return found
}

describe('Fenna reads on her phone, in either language', () => {
  it('switches at any moment and keeps what she typed', async () => {
    await fenna.go(`/${SAMPLE}/registers/risk/new`)
    const { page } = fenna
    await page.getByLabel('Wat kan er gebeuren').fill('Halverwege')
    await speak(page, 'en')
    expect(await page.getByLabel('What can happen').inputValue()).toBe('Halverwege')
    await page.reload()
    await page.locator('html[lang="en"]').waitFor()
    await speak(page, 'nl')
    await sees(page, 'Wat kan er gebeuren')
  })

  it.each(PARTS)('finds %s worded, and no wider than her phone', async (_, pages) => {
    expect(await onEach(fenna, pages, (path) => faultsOf(fenna, path))).toEqual([])
  })

  it('and so do the pages before signing in', async () => {
    const stranger = await scene.visitor({ width: NARROW })
    expect(await onEach(stranger, OUTSIDE, (path) => faultsOf(stranger, path))).toEqual([])
  })

  it('goes dark and stays so', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}`)
    await speak(page, 'nl')
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('button', { name: 'Donker' }).locator('visible=true').first().click()
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
    await page.reload()
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
  })
})
