import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { faultsHere } from './forms.ts'
import { journeyAt } from './journey.ts'
import { SAMPLE, sees, settled, type Visitor } from './stage.ts'

let fenna: Visitor
let anouk: Visitor

journeyAt('2026-03-02 12:00', async (scene) => {
  await scene.sample()
  const of = { organisation: SAMPLE }
  fenna = await scene.person('Fenna Postma', { ...of, roles: ['coordinator'], person: idOf('person', 'fenna') })
  anouk = await scene.person('Anouk Meijer', { ...of, roles: ['employee'], person: idOf('person', 'anouk') })
})

const WORK = 'Ronde door het kantoor na sluitingstijd'
const line = ({ page }: Visitor) => page.getByRole('row').filter({ hasText: WORK })

describe('Fenna looks after what comes round', () => {
  it('sees all of it, and gives places to what the rules ask for', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}/recurring`)
    await sees(page, /taken komen steeds terug/)
    await sees(line(fenna), 'Anouk Meijer')
    const before = await page.getByRole('row').count()
    const first = page.getByRole('listitem').filter({ hasText: 'Meldingen en gebeurtenissen doornemen' })
    await first.getByRole('checkbox').uncheck()
    await page.getByRole('button', { name: /^\d+ taken op de kalender zetten$/ }).click()
    await page.getByText('1 taak moet nog een plaats krijgen').waitFor()
    expect(await page.getByRole('row').count()).toBeGreaterThan(before + 10)
    expect(await faultsHere(fenna, 'recurring')).toEqual([])
  })

  it('says of a day where it stands that it was done', async () => {
    const { page } = fenna
    await line(fenna)
      .getByRole('button', { name: /^Afhandelen/ })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Gedaan', { exact: true }).first().click()
    await dialog.getByLabel('Uitkomst').fill('Alle ramen dicht, een scherm stond nog open')
    expect(await faultsHere(fenna, 'occurrence')).toEqual([])
    await dialog.getByRole('button', { name: 'Gedaan' }).click()
    await dialog.waitFor({ state: 'detached' })
    await sees(line(fenna), '2 maart 2026')
  })

  it('asks everybody for a lesson', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}/registers/awareness_round/new`)
    await page.getByLabel('Naam').fill('Voorjaar 2026')
    await page.getByLabel('Les', { exact: true }).selectOption({ label: 'Valse berichten herkennen' })
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await sees(page, /^0 van \d+ hebben het gedaan$/)
  })
})

describe('Anouk follows the lesson that is asked of her', () => {
  it('finds it on her first page', async () => {
    const { page } = anouk
    await anouk.go(`/${SAMPLE}`)
    await page.getByRole('link', { name: /^Beginnen/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Valse berichten herkennen' }).waitFor()
    expect(await faultsHere(anouk, 'lesson')).toEqual([])
  })

  it('is told what was wrong, and tries again', async () => {
    const { page } = anouk
    await answer(anouk, [
      'Ik antwoord op de mail en vraag of het klopt.',
      'Niets; negeren is genoeg.',
      'Ik verwijder de mail.',
    ])
    await sees(page, /^Er waren te veel antwoorden fout\./)
    expect(await faultsHere(anouk, 'lesson marked')).toEqual([])
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
    await answer(anouk, [
      'Ik bel het nummer dat ik al van hem had.',
      'Dat een ander uw wachtwoord heeft.',
      'Ik wijzig mijn wachtwoord en meld het meteen.',
    ])
    await sees(page, /^Klaar\. Dat u deze les hebt gevolgd/)
  })

  it('is asked no more, and Fenna sees that she did it', async () => {
    await anouk.page.getByRole('link', { name: 'Naar Vandaag', exact: true }).click()
    await anouk.page.waitForURL(`**/${SAMPLE}`)
    await settled(anouk.page)
    await anouk.page.getByRole('link', { name: /^Beginnen/ }).waitFor({ state: 'detached' })
    await fenna.page.reload()
    await sees(fenna.page, /^1 van \d+ heeft het gedaan$/)
  })
})

async function answer({ page }: Visitor, options: readonly string[]): Promise<void> {
  for (const option of options) await page.getByLabel(option).check()
  await page.getByRole('button', { name: 'Antwoorden insturen' }).click()
}
