import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { journeyAt } from './journey.ts'
import { SAMPLE, sees, settled, type Visitor } from './stage.ts'

let coordinator: Visitor

journeyAt('2026-03-20 09:00', async (scene) => {
  await scene.sample()
  const person = idOf('person', 'fenna')
  coordinator = await scene.person('Fenna Postma', { organisation: SAMPLE, roles: ['coordinator'], person })
})

/** The paper of the frame now, or how its edge is drawn. */
const look = (property: 'backgroundColor' | 'borderBottomStyle'): Promise<unknown> =>
  coordinator.page.evaluate(`getComputedStyle(document.querySelector('.top')).${property}`)

async function travel(day: string): Promise<void> {
  const { page } = coordinator
  await page.locator('.asof .when').click()
  await page.getByLabel('Kies een dag', { exact: true }).fill(day)
  await page.keyboard.press('Escape')
  await settled(page)
}

describe('a coordinator looks back and ahead', () => {
  it('goes back to 2 March and sees the frame turn sepia', async () => {
    await coordinator.go(`/${SAMPLE}`)
    const present = await look('backgroundColor')
    await travel('2 maart 2026')
    await sees(coordinator.page, 'U kijkt naar 2 maart 2026, zoals toen bekend.')
    expect(await look('backgroundColor')).not.toBe(present)
  })

  it('reads what an auditor would have found on that day', async () => {
    await sees(coordinator.page, '2 kritieke en 9 niet-kritieke afwijkingen')
  })

  it('can change nothing there', async () => {
    const { page } = coordinator
    await page.locator('summary').getByText('Risico’s', { exact: true }).click()
    await page.getByRole('link', { name: 'Beoordeling', exact: true }).click()
    await sees(page, 'Klant ziet gegevens van een andere klant')
    expect(page.url()).toContain('at=2026-03-02')
    expect(await page.getByRole('link', { name: 'Risico toevoegen' }).count()).toBe(0)
    await coordinator.go(`/${SAMPLE}/registers/risk/${idOf('risk', 'R-1')}?at=2026-03-02`)
    await sees(page, 'Ruben Haverkamp')
    expect(await page.getByRole('button', { name: /Opslaan/ }).count()).toBe(0)
    expect(await page.locator('main').getByRole('textbox').count()).toBe(0)
  })

  it('comes back to today', async () => {
    const { page } = coordinator
    await page.getByRole('button', { name: 'Terug naar vandaag' }).click()
    await page.locator('.app[data-asof="present"]').waitFor()
    await page.getByRole('button', { name: /^Opslaan/ }).waitFor()
  })

  it('looks a month ahead, where the frame is dashed', async () => {
    const { page } = coordinator
    await page.locator('.asof .when').click()
    await page.getByRole('button', { name: 'over een maand' }).click()
    await sees(page, 'U kijkt vooruit naar 20 april 2026')
    expect(await look('borderBottomStyle')).toBe('dashed')
    expect(await page.getByRole('button', { name: /Opslaan/ }).count()).toBe(0)
  })
})
