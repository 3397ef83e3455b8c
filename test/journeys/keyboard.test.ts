import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { journeyAt } from './journey.ts'
import { SAMPLE, sees, settled, type Visitor } from './stage.ts'

let fenna: Visitor

journeyAt('2026-03-02 12:00', async (scene) => {
  await scene.sample()
  const person = idOf('person', 'fenna')
  fenna = await scene.person('Fenna Postma', { organisation: SAMPLE, roles: ['coordinator'], person })
})

const focused = (): Promise<unknown> => fenna.page.evaluate('document.activeElement.textContent')

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await fenna.page.keyboard.press(key)
}

describe('Fenna leaves her mouse in the drawer', () => {
  it('skips the frame with one key', async () => {
    await fenna.go(`/${SAMPLE}/registers/risk`)
    await press('Tab')
    expect(await focused()).toBe('Naar de inhoud')
    await press('Enter')
    expect(await fenna.page.evaluate('document.activeElement.id')).toBe('main')
  })

  it('looks for a word with the slash', async () => {
    const { page } = fenna
    await press('/')
    await page.keyboard.type('klant')
    await page.waitForURL(/q=klant/)
    await settled(page)
    await press('Control+a', 'Delete')
    await page.waitForURL((url) => !url.search.includes('q='))
    await sees(page, 'Cloudhost stopt, klanten zijn gegevens kwijt')
  })

  it('walks down the rows with the arrows and chooses two with the space bar', async () => {
    const { page } = fenna
    await page.locator('td.name a').first().focus()
    await press('Space', 'ArrowDown', 'Space', 'ArrowDown', 'ArrowUp')
    expect(await focused()).toBe('Wachtwoord afgegeven op valse inlogpagina')
    await sees(page, /^2 geselecteerd/)
  })

  it('opens a record beside the list with Enter and shuts it with Escape', async () => {
    const { page } = fenna
    await press('Enter')
    await page.getByRole('complementary', { name: 'Wachtwoord afgegeven op valse inlogpagina' }).waitFor()
    expect(await focused()).toBe('Wachtwoord afgegeven op valse inlogpagina')
    await press('Escape')
    await page.getByRole('complementary').waitFor({ state: 'detached' })
  })

  it('goes anywhere with Ctrl K', async () => {
    const { page } = fenna
    await press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('risicokaart')
    await page.getByRole('dialog').getByText('Risicokaart').waitFor()
    await press('Enter')
    await page.waitForURL(/risk-map/)
    await page.getByRole('heading', { name: 'Risicokaart', level: 1 }).waitFor()
  })

  it('opens a finding and goes back a day', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}/readiness?stage=S1`)
    await page.locator('details.finding > summary').first().focus()
    await press('Enter')
    await sees(page, 'Wat het oplost')
    await press('Enter')
    await page.getByText('Wat het oplost').waitFor({ state: 'detached' })
    await page.getByRole('slider').focus()
    await press('ArrowLeft')
    await page.waitForURL(/at=2026-03-01/)
    await sees(page, 'U kijkt naar 1 maart 2026, zoals toen bekend.')
  })

  it('chooses another step of the path', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}/path?step=1`)
    await page.locator('.phase').getByRole('link', { name: 'Wie het draagt' }).focus()
    await press('Enter')
    await page.getByRole('complementary', { name: 'Wie het draagt' }).waitFor()
    expect(await focused()).toContain('Wie het draagt')
  })
})
