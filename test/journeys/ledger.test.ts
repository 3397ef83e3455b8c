import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { journeyAt } from './journey.ts'
import { SAMPLE, sees, type Visitor } from './stage.ts'

let fenna: Visitor

journeyAt('2026-03-02 12:00', async (scene) => {
  await scene.sample()
  const roles = ['administrator', 'coordinator'] as const
  fenna = await scene.person('Fenna Postma', { organisation: SAMPLE, roles, person: idOf('person', 'fenna') })
})

describe('a coordinator checks the ledger', () => {
  it('reads in words what happened', async () => {
    await fenna.go(`/${SAMPLE}/ledger`)
    await sees(fenna.page, 'Geen ervan kan ongemerkt worden veranderd of weggelaten.')
    await sees(fenna.page, /Youssef el Amrani/)
  })

  it('has every entry reckoned anew', async () => {
    const { page } = fenna
    await page.getByRole('button', { name: 'Nu controleren' }).click()
    await sees(page, 'Het grootboek is heel.')
  })

  it('signs a checkpoint for the auditor', async () => {
    const { page } = fenna
    await page.getByRole('button', { name: 'Nu ondertekenen' }).click()
    const signed = page
      .locator('section', { has: page.getByRole('heading', { name: 'IJkpunten' }) })
      .locator('li')
      .first()
    await sees(signed, /\d\.\d{3} regels/)
    await signed.locator('summary').click()
    await sees(signed, 'Als bestand downloaden')
  })

  it('finds one person’s entries of one register', async () => {
    const { page } = fenna
    await page.getByLabel('Register').selectOption('Risico’s')
    await page.waitForURL(/register=risk/)
    await sees(page, /R-\d+/)
    expect(await page.getByText(/EV-50/).count()).toBe(0)
  })
})
