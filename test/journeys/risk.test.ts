import { describe, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { journeyAt } from './journey.ts'
import { SAMPLE, sees, type Visitor } from './stage.ts'

const RISK = `/${SAMPLE}/registers/risk/${idOf('risk', 'R-1')}`
const CAUSE = 'Waar het vandaan komt'
let fenna: Visitor
let ruben: Visitor

journeyAt('2026-03-02 12:00', async (scene) => {
  await scene.sample()
  const of = { organisation: SAMPLE, roles: ['coordinator'] as const }
  fenna = await scene.person('Fenna Postma', { ...of, person: idOf('person', 'fenna') })
  ruben = await scene.person('Ruben Haverkamp', { ...of, person: idOf('person', 'ruben') })
})

const save = (page: Visitor['page']): Promise<void> => page.getByRole('button', { name: /^Opslaan als versie/ }).click()

describe('two people change the same risk', () => {
  it('keeps what Fenna typed when her laptop closes', async () => {
    const { page } = fenna
    await fenna.go(RISK)
    await page.getByLabel(CAUSE).fill('Eigen fout bij een wijziging')
    await sees(page, /Concept bewaard om/)
    await fenna.go(RISK)
    await page.locator('input[value="Eigen fout bij een wijziging"]').waitFor()
  })

  it('saves it with her reason', async () => {
    const { page } = fenna
    await ruben.go(RISK)
    await page.getByLabel('Reden van de wijziging').fill('Na het gesprek met de ontwikkelaars')
    await save(page)
    await sees(page, 'Opgeslagen als versie 5.')
  })

  it('shows Ruben both versions when he saves his own, and keeps what he typed', async () => {
    const { page } = ruben
    await page.getByLabel(CAUSE).fill('Een fout van een leverancier')
    await page.getByLabel('Reden van de wijziging').fill('De bibliotheek is van hen')
    await save(page)
    const stale = page.locator('.stale')
    await sees(stale, /Wat u typte, staat er nog/)
    await sees(stale, /Fenna Postma/)
    await sees(stale, 'Een fout van een leverancier')
    await sees(stale, 'Eigen fout bij een wijziging')
    await page.locator('input[value="Een fout van een leverancier"]').waitFor()
  })

  it('saves the one that Ruben chooses', async () => {
    const { page } = ruben
    await page.locator('.stale').getByText('Een fout van een leverancier').click()
    await page.getByRole('button', { name: 'Verder op versie 5' }).click()
    await save(page)
    await sees(page, 'Opgeslagen als versie 6.')
  })

  it('shows in the history what was and what became, by whom and why', async () => {
    const { page } = ruben
    const newest = page.locator('.hist > li').first()
    await sees(newest, 'Versie 6')
    await sees(newest, /Ruben Haverkamp/)
    await sees(newest, /De bibliotheek is van hen/)
    await sees(newest.locator('del'), 'Eigen fout bij een wijziging')
    await sees(newest.locator('ins'), 'Een fout van een leverancier')
  })
})
