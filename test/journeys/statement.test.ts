import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { journeyAt } from './journey.ts'
import { SAMPLE, sees, type Visitor } from './stage.ts'

const HERE = `/${SAMPLE}/statement`
let fenna: Visitor
let consultant: Visitor
let marit: Visitor

journeyAt('2026-03-02 12:00', async (scene) => {
  await scene.sample()
  const organisation = SAMPLE
  fenna = await scene.person('Fenna Postma', { organisation, roles: ['coordinator'], person: idOf('person', 'fenna') })
  consultant = await scene.person('Ada Viseur', { organisation, roles: ['consultant'] })
  const roles = ['top_management', 'owner', 'employee'] as const
  marit = await scene.person('Marit Kuipers', { organisation, roles, person: idOf('person', 'marit') })
})

const saved = (visitor: Visitor): Promise<unknown> =>
  visitor.page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok())

describe('the statement of applicability is decided and approved', () => {
  it('Fenna takes a control in, in its own line', async () => {
    await fenna.go(HERE)
    const { page } = fenna
    const choice = page.getByLabel('A.5.23 van toepassing')
    expect(await choice.inputValue()).toBe('no')
    await Promise.all([saved(fenna), choice.selectOption('yes')])
    await Promise.all([saved(fenna), page.getByLabel('Uitvoering van A.5.23').selectOption('partly')])
  })

  it('she says how it is done, with a reason', async () => {
    const { page } = fenna
    const row = page.getByRole('row', { name: /A\.5\.23/ })
    await row.getByRole('button').first().click()
    await page.getByLabel('Hoe en waar').fill('Elke clouddienst wordt vooraf beoordeeld.')
    await page.getByLabel('Reden van de wijziging').fill('De webdienst draait in de cloud')
    await Promise.all([saved(fenna), page.getByRole('button', { name: /^Opslaan als versie/ }).click()])
  })

  it('the consultant may prepare and not approve', async () => {
    await consultant.go(HERE)
    const { page } = consultant
    const approve = page.getByRole('button', { name: 'Goedkeuren' })
    expect(await approve.isDisabled()).toBe(true)
    await sees(page, /adviseur/i)
  })

  it('Marit approves the version as it stands', async () => {
    await marit.go(HERE)
    const { page } = marit
    await page.getByRole('button', { name: 'Goedkeuren' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Goedkeuren' }).click()
    await sees(page, /Versie .*goedgekeurd op 2 maart 2026 door Marit Kuipers/)
  })

  it('Fenna begins the next version and changes many lines at once', async () => {
    await fenna.go(HERE)
    const { page } = fenna
    await page.getByRole('button', { name: 'Nieuwe versie beginnen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').first().fill('1.1')
    await dialog.getByRole('button', { name: 'Nieuwe versie beginnen' }).click()
    await sees(page, 'Versie 1.1, concept.')
    await page.getByRole('link', { name: 'Meer regels tegelijk' }).click()
    await page.locator('tbody input[type=checkbox]').nth(2).waitFor()
    for (const box of (await page.locator('tbody input[type=checkbox]').all()).slice(0, 3)) await box.check()
    await sees(page, /^3 geselecteerd/)
    await page.getByRole('button', { name: 'veld wijzigen' }).click()
    await dialog.locator('select').first().selectOption('implementationStatus')
    await dialog.locator('select').nth(1).selectOption('partly')
    await dialog.getByLabel('Reden van de wijziging').fill('Opnieuw bekeken')
    await dialog.getByRole('button', { name: '3 regels opslaan' }).click()
    await dialog.waitFor({ state: 'detached' })
  })

  it('sees what differs from the version that was approved', async () => {
    await fenna.go(`${HERE}?show=difference`)
    const { page } = fenna
    await page.locator('ins').first().waitFor()
    expect(await page.locator('table.list tbody tr').count()).toBe(3)
  })
})
