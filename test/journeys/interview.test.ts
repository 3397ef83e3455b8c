import { describe, expect, it } from 'vitest'
import { journeyAt } from './journey.ts'
import { emailOf, PASSWORD, sees, settled, type Visitor } from './stage.ts'

const HERE = '/molenwerk-bv'
let owner: Visitor

journeyAt('2026-03-02 09:00', async (scene) => {
  owner = await scene.visitor()
})

/** To the next chapter, once what was answered is kept. */
async function next(to: string): Promise<void> {
  const { page } = owner
  await page.getByText('Bewaard', { exact: true }).waitFor()
  await page.getByRole('link', { name: to === 'Concepten' ? 'Naar de concepten' : 'Volgende' }).click()
  await page.getByRole('heading', { name: to, exact: true }).waitFor()
}

describe('an owner who never did this tells about his company', () => {
  it('begins with the interview on a bare server', async () => {
    await owner.go('/')
    const { page } = owner
    await page.getByLabel('Naam van de organisatie').fill('Molenwerk BV')
    await page.getByLabel('Uw naam').fill('Wim Molenaar')
    await page.getByLabel('E-mailadres').fill(emailOf('Wim Molenaar'))
    await page.getByLabel('Nieuw wachtwoord').fill(PASSWORD)
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await page.getByRole('link', { name: 'Begin het gesprek' }).click()
    await sees(page, '0 van 39 vragen beantwoord.')
  })

  it('answers a handful of questions, which are kept as he goes', async () => {
    const { page } = owner
    await page.getByLabel('Wat levert u, in één zin?').fill('een webwinkel voor molens')
    await page.getByLabel('Hoeveel mensen werken er?').fill('30')
    await next('Plekken')
    await page.getByLabel('eigen kantoor').check()
    await next('Systemen')
    for (const system of ['Microsoft 365', 'laptops of werkplekken', 'een HR-systeem']) {
      await page.getByLabel(system, { exact: true }).check()
    }
    await page.getByLabel('Hoeveel draait er in de cloud?').selectOption('all')
    await next('Software')
    await owner.go(`${HERE}/interview?chapter=systems`)
    expect(await page.getByLabel('Microsoft 365', { exact: true }).isChecked()).toBe(true)
  })

  it('hears at the question what does not fit', async () => {
    await owner.go(`${HERE}/interview?chapter=suppliers`)
    const { page } = owner
    await page.getByLabel('geen leverancier van belang').check()
    await sees(page, /U noemt geen leveranciers, maar gebruikt wel de cloud/)
    await page.getByLabel('geen leverancier van belang').uncheck()
    await page.getByLabel('cloud of hosting').check()
    await next('Eisen en ervaring')
  })

  it('sees what will be made, leaves out what he does not want, and makes the rest', async () => {
    await owner.go(`${HERE}/interview?chapter=drafts`)
    const { page } = owner
    await sees(page, /Er worden \d+ concepten gemaakt/)
    await page.getByLabel('Dreigingsberichten maken').uncheck()
    await sees(page, /U laat er \d+ weg/)
    await page.getByRole('button', { name: 'Maak de concepten' }).click()
    await sees(page, 'Er is niets nieuws te maken.')
    await settled(page)
  })

  it('takes after all what he left out', async () => {
    const { page } = owner
    await page.getByRole('heading', { name: 'Weggelaten' }).waitFor()
    await page.getByLabel('Dreigingsberichten maken').check()
    await page.getByRole('button', { name: /^Maak deze .*alsnog$/ }).click()
    await page.getByRole('heading', { name: 'Weggelaten' }).waitFor({ state: 'detached' })
    await settled(page)
    await owner.go(`${HERE}/statement`)
    await sees(page, /maatregelen gelden hier/)
  })

  it('sees later what an answer led to, and what no longer follows', async () => {
    await owner.go(`${HERE}/interview?chapter=systems`)
    const { page } = owner
    await page
      .getByText(/concepten volgden hieruit/)
      .first()
      .click()
    await page.getByRole('link', { name: /S-1 Microsoft 365/ }).waitFor()
    await page.getByLabel('een HR-systeem', { exact: true }).uncheck()
    await page.getByText('Bewaard', { exact: true }).waitFor()
    await owner.go(`${HERE}/interview?chapter=drafts`)
    await page.getByRole('link', { name: /Personeelsdossiers/ }).waitFor()
  })
})
