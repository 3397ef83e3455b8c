import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { journeyAt } from './journey.ts'
import { SAMPLE, sees, settled, type Visitor } from './stage.ts'

let fenna: Visitor
let marit: Visitor

journeyAt('2026-03-02 12:00', async (scene) => {
  await scene.sample()
  const of = { organisation: SAMPLE }
  fenna = await scene.person('Fenna Postma', { ...of, roles: ['coordinator'], person: idOf('person', 'fenna') })
  marit = await scene.person('Marit Kuipers', { ...of, roles: ['top_management'], person: idOf('person', 'marit') })
})

const AUDIT = 'Interne audit (maanden)'
const row = ({ page }: Visitor) => page.getByRole('row').filter({ hasText: AUDIT })

describe('Fenna looks up what is asked of her', () => {
  it('finds a rule by a word, and sees where it stands', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}/rules`)
    await sees(page, /^160 regels, regelset /)
    await page.getByRole('searchbox').fill('eigenaar')
    const rule = page.locator('details.rule', { hasText: 'Elk risico heeft een eigenaar' })
    await sees(rule, 'niet in orde')
    await rule.locator('summary').click()
    await sees(rule, 'Elk open risico heeft een eigenaar die hier werkt en bevoegd is.')
    await sees(rule, 'De norm vraagt het')
    await sees(rule, 'vanaf fase 1')
    await rule.getByRole('link', { name: 'Risico’s' }).waitFor()
  })

  it('finds a rule by its clause, and is told where there is none', async () => {
    const { page } = fenna
    await page.getByRole('searchbox').fill('A.8.13')
    await sees(page, 'A.8.13')
    await page.getByRole('searchbox').fill('zonnebank')
    await sees(page, 'Geen regel past hierbij.')
  })
})

describe('a rhythm is changed', () => {
  it('is refused at its field where it makes no sense', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}/parameters`)
    await row(fenna)
      .getByRole('button', { name: `${AUDIT} wijzigen` })
      .click()
    const form = page.getByRole('dialog')
    const field = form.getByLabel(AUDIT)
    await field.fill('400')
    await form.getByRole('button', { name: /^Opslaan als versie/ }).click()
    await sees(form, /36/)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
  })

  it('waits for top management until then', async () => {
    const { page } = fenna
    const form = page.getByRole('dialog')
    await form.getByLabel(AUDIT).fill('18')
    await form.getByLabel('Reden van de wijziging').fill('De certificerende instelling vindt dat goed')
    await form.getByRole('button', { name: /^Opslaan als versie/ }).click()
    await form.waitFor({ state: 'detached' })
    await sees(page, /^Een wijziging wacht op goedkeuring door de directie/)
    await sees(row(fenna), 'Wacht op goedkeuring: 18.')
    expect(await row(fenna).getByRole('cell').first().innerText()).toBe('12')
    expect(await page.getByRole('button', { name: 'Ritmes goedkeuren' }).count()).toBe(0)
  })

  it('holds once Marit approves it', async () => {
    const { page } = marit
    await marit.go(`/${SAMPLE}/parameters`)
    await page.getByRole('button', { name: 'Ritmes goedkeuren' }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('button', { name: 'Ritmes goedkeuren' }).click()
    await form.waitFor({ state: 'detached' })
    await sees(page, /^Goedgekeurd door Marit Kuipers op 2 maart 2026\./)
    expect(await row(marit).getByRole('cell').first().innerText()).toBe('18')
    await sees(row(marit), /Langer dan gangbaar \(12\)/)
    await sees(page, `${AUDIT}: van het gebruikelijke naar 18`)
    await sees(page, '“De certificerende instelling vindt dat goed”')
  })

  it('stands as it was on the day before', async () => {
    await marit.go(`/${SAMPLE}/parameters?at=2026-03-01`)
    await settled(marit.page)
    expect(await row(marit).getByRole('cell').first().innerText()).toBe('12')
    expect(await marit.page.getByRole('button', { name: `${AUDIT} wijzigen` }).count()).toBe(0)
  })
})
