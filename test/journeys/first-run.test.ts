import { describe, expect, it } from 'vitest'
import { journeyAt } from './journey.ts'
import { emailOf, PASSWORD, sees, settled, type Visitor } from './stage.ts'
import { risksBook, statementBook } from './workbooks.ts'

const HERE = '/molenwerk-bv'
let owner: Visitor

journeyAt('2026-03-02 09:00', async (scene) => {
  owner = await scene.visitor()
})

/** The count beside the title of a list. */
const countOf = async (register: string): Promise<string> => {
  await owner.go(`${HERE}/registers/${register}`)
  return owner.page.locator('.head h1 + .quiet').innerText()
}

describe('an owner brings his workbooks to a bare server', () => {
  it('makes the first account and organisation', async () => {
    await owner.go('/')
    const { page } = owner
    await page.getByLabel('Naam van de organisatie').fill('Molenwerk BV')
    await page.getByLabel('Uw naam').fill('Wim Molenaar')
    await page.getByLabel('E-mailadres').fill(emailOf('Wim Molenaar'))
    await page.getByLabel('Nieuw wachtwoord').fill(PASSWORD)
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await sees(page, 'Waarmee wilt u beginnen?')
  })

  it('drops his two workbooks and sees what was recognised', async () => {
    const { page } = owner
    await page.getByRole('link', { name: 'Bestanden kiezen' }).click()
    await page.locator('input[type=file]').setInputFiles([risksBook(), statementBook()])
    await sees(page, /tabellen zijn herkend/)
    for (const table of ['Bedrijfsmiddelen', 'Risico’s', 'Regels van de verklaring']) {
      await page.getByRole('heading', { name: table, exact: true }).waitFor()
    }
    await sees(page, 'Ada Lovelace')
    expect(await countOf('asset')).toBe('0 regels')
    await page.goBack()
  })

  it('records everything at once', async () => {
    const { page } = owner
    await page.getByRole('button', { name: /rijen vastleggen/ }).click()
    await sees(page, /toegevoegd/)
    await sees(page, '17 bedrijfsmiddelen')
    await sees(page, '34 risico’s')
  })

  it('sees his assets, his risks and where they lie on the map', async () => {
    expect(await countOf('asset')).toBe('17 regels')
    expect(await countOf('risk')).toBe('34 regels')
    await owner.go(`${HERE}/risk-map`)
    await sees(owner.page, /34 open risico’s/)
  })

  it('sees a statement in which nothing is decided yet', async () => {
    await owner.go(`${HERE}/statement`)
    await sees(owner.page, 'Over 93 maatregelen is nog niet besloten.')
    expect(await owner.page.getByLabel(/van toepassing$/).count()).toBe(93)
  })

  it('sees what an auditor would find in stage 1', async () => {
    await owner.go(`${HERE}/readiness?stage=S1`)
    await sees(owner.page, 'Nog niet klaar voor fase 1.')
    expect(await owner.page.locator('details.finding').count()).toBeGreaterThan(5)
  })

  it('undoes the import', async () => {
    await owner.go(`${HERE}/import`)
    const { page } = owner
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await page.getByRole('button', { name: /^Ja/ }).click()
    await sees(page, /[Oo]ngedaan gemaakt/)
    await settled(page)
    expect(await countOf('asset')).toBe('0 regels')
    expect(await countOf('risk')).toBe('0 regels')
  })
})
