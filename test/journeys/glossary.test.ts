import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { objections } from './forms.ts'
import { journeyAt } from './journey.ts'
import { SAMPLE, sees, settled, speak, type Visitor } from './stage.ts'

let fenna: Visitor

journeyAt('2026-03-02 12:00', async (scene) => {
  await scene.sample()
  const person = idOf('person', 'fenna')
  fenna = await scene.person('Fenna Postma', { organisation: SAMPLE, roles: ['coordinator'], person })
})

async function faults(): Promise<readonly string[]> {
  const found = await objections(fenna.page)
  return found.map(({ id, targets }) => `${id}: ${targets.join(' | ')}`)
}

describe('Fenna meets a word that she does not know', () => {
  it('looks it up with one key while she fills in a form', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}/registers/risk/new`)
    await page.getByLabel('Wat kan er gebeuren').fill('Wat is dit?')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Shift+?')
    const dialog = page.getByRole('dialog', { name: 'Woordenlijst' })
    await dialog.waitFor()
    await page.keyboard.type('restrisico')
    await sees(dialog, 'Wat er na behandeling overblijft')
    expect(await faults()).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await page.getByLabel('Wat kan er gebeuren').inputValue()).toBe('Wat is dit?')
  })

  it('finds it by the word that others use, and opens the list as a page', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}`)
    await page.keyboard.press('Shift+?')
    await page.getByRole('dialog', { name: 'Woordenlijst' }).waitFor()
    await page.keyboard.type('stakeholder')
    await page.getByRole('button', { name: 'Als pagina openen' }).click()
    await page.waitForURL(/glossary\?q=stakeholder/)
    await sees(page.locator('main'), 'belanghebbende')
    expect(await page.locator('.term').count()).toBe(1)
  })

  it('goes there with Ctrl K, and reads it in English too', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}`)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('woordenlijst')
    await page.getByRole('dialog').getByText('Woordenlijst').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Woordenlijst', level: 1 }).waitFor()
    expect(await faults()).toEqual([])
    await speak(page, 'en')
    await settled(page)
    await sees(page, 'Who answers for a risk and decides on it')
    expect(await faults()).toEqual([])
    await speak(page, 'nl')
  })

  it('follows a link to one term', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}/glossary#risk-owner`)
    const term = page.locator('#risk-owner')
    await sees(term, 'risico-eigenaar')
    await term.locator('xpath=self::*[contains(@class, "here")]').waitFor()
    const box = await term.boundingBox()
    expect(box === null ? -1 : Math.round(box.y)).toBeGreaterThan(0)
    expect(box?.y ?? Number.POSITIVE_INFINITY).toBeLessThan(900)
  })
})
