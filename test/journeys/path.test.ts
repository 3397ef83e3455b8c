import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { journeyAt } from './journey.ts'
import { SAMPLE, sees, settled, type Visitor } from './stage.ts'

const OWNERS = 'Wat kan hier misgaan'
let fenna: Visitor
let phone: Visitor

journeyAt('2026-03-02 12:00', async (scene) => {
  await scene.sample()
  const of = { organisation: SAMPLE, roles: ['coordinator'] as const }
  fenna = await scene.person('Fenna Postma', { ...of, person: idOf('person', 'fenna') })
  phone = await scene.person('Ruben Haverkamp', { ...of, person: idOf('person', 'ruben'), width: 360 })
})

const step = ({ page }: Visitor, name: string) => page.locator('.phase').getByRole('link', { name })
const panel = ({ page }: Visitor) => page.locator('aside.panel')

describe('Fenna walks the path', () => {
  it('sees what is done, and on what the certificate hangs', async () => {
    await fenna.go(`/${SAMPLE}/path`)
    await sees(fenna.page, /^\d+ van de 46 stappen zijn gedaan, aan \d+ wordt gewerkt\.$/)
    await sees(fenna.page, /Het certificaat hangt nu aan stap \d+/)
    await fenna.page.getByRole('img', { name: 'Planning van de stappen die nog niet gedaan zijn' }).waitFor()
  })

  it('opens a step: why, what is still to be done, and who does it', async () => {
    await step(fenna, OWNERS).click()
    await sees(panel(fenna), /^Stap 13, fase C, bezig$/)
    await sees(panel(fenna), /2 van de 18 open risico’s hebben geen eigenaar/)
    await sees(panel(fenna), 'Gedaan als')
    await sees(panel(fenna), 'Waar een auditor hier naar kijkt')
  })

  it('names one owner in the step itself, and the other on the form to which it leads', async () => {
    const { page } = fenna
    const first = panel(fenna).locator('.facts-missing li', { hasText: 'R-4' })
    await first.getByRole('combobox').click()
    await page.getByRole('option', { name: 'Ruben Haverkamp' }).click()
    await first.waitFor({ state: 'detached' })
    await sees(panel(fenna), /1 van de 18 open risico’s heeft geen eigenaar: R-11\./)
    await panel(fenna).getByRole('link', { name: 'R-11' }).click()
    await page.getByLabel('Risico-eigenaar').click()
    await page.getByRole('option', { name: 'Marit Kuipers' }).click()
    await page.getByRole('button', { name: /^Opslaan als versie/ }).click()
    await sees(page, /^Opgeslagen als versie/)
  })

  it('sees the step turn by itself', async () => {
    await fenna.go(`/${SAMPLE}/path?step=13`)
    await sees(panel(fenna), 'Stap 13, fase C, gedaan')
    expect(await fenna.page.getByRole('checkbox').count()).toBe(0)
  })
})

describe('Fenna says who has how much time', () => {
  const row = (name: string) => fenna.page.locator('.timetable tr', { hasText: name })

  it('gives Marit more hours and an absence, and the plan follows', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}/path`)
    await row('Marit Kuipers').getByRole('textbox').fill('6')
    await row('Marit Kuipers').getByRole('textbox').blur()
    await settled(page)
    await row('Marit Kuipers').getByRole('button', { name: 'Afwezigheid toevoegen: Marit Kuipers' }).click()
    const form = page.getByRole('form', { name: 'Afwezigheid toevoegen: Marit Kuipers' })
    await form.getByLabel('Van', { exact: true }).fill('6 april 2026')
    await form.getByLabel('Tot en met').fill('17 april 2026')
    await form.getByRole('button', { name: 'Toevoegen' }).click()
    await sees(row('Marit Kuipers'), /6 april.* 17 april/)
    expect(await row('Marit Kuipers').getByRole('textbox').inputValue()).toBe('6')
  })

  it('wants it next week, and reads in a sentence what that means', async () => {
    const { page } = fenna
    await page.getByLabel('Streefdatum voor het certificaat').fill('9 maart 2026')
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await sees(page, /^De streefdatum 9 maart 2026 is te dichtbij: een certificaat vraagt maanden\./)
    await sees(page, /^Meer uren helpen niet genoeg\./)
  })
})

describe('Ruben reads it on his phone', () => {
  it('has what he opens come into view, and the plan as a table', async () => {
    const { page } = phone
    await phone.go(`/${SAMPLE}/path`)
    await step(phone, 'Het beleid').click()
    await settled(page)
    await sees(panel(phone), /^Stap 9, /)
    const place = await panel(phone).boundingBox()
    expect(place?.y).toBeGreaterThanOrEqual(0)
    expect(place?.y).toBeLessThan(450)
    expect(await page.locator('.gantt').isVisible()).toBe(false)
    await sees(page.locator('table.narrow'), '45 Fase 2')
  })
})
