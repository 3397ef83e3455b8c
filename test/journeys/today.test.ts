import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { objections } from './forms.ts'
import { journeyAt } from './journey.ts'
import { SAMPLE, sees, settled, type Visitor } from './stage.ts'

let fenna: Visitor
let marit: Visitor
let ruben: Visitor
let sanne: Visitor
let chris: Visitor

journeyAt('2026-03-02 12:00', async (scene) => {
  await scene.sample()
  const of = { organisation: SAMPLE }
  fenna = await scene.person('Fenna Postma', { ...of, roles: ['coordinator'], person: idOf('person', 'fenna') })
  marit = await scene.person('Marit Kuipers', { ...of, roles: ['top_management'], person: idOf('person', 'marit') })
  ruben = await scene.person('Ruben Haverkamp', { ...of, roles: ['owner'], person: idOf('person', 'ruben') })
  const small = { width: 360, roles: ['employee'], person: idOf('person', 'sanne') } as const
  sanne = await scene.person('Sanne Dijkgraaf', { ...of, ...small })
  chris = await scene.person('Chris de Boer', { ...of, roles: ['consultant'] })
})

/** What is wrong on the page for somebody who does not see it, or not well. */
async function faults({ page }: Visitor): Promise<readonly string[]> {
  const found = await objections(page)
  return found.map(({ id, targets }) => `${id}: ${targets.join(' | ')}`)
}

describe('each begins the day with what waits for him', () => {
  it('Sanne reads the policy on her telephone and says so with one click', async () => {
    await sanne.go(`/${SAMPLE}`)
    const { page } = sanne
    await sees(page, 'Dag Sanne')
    await sees(page, 'Lees: Informatiebeveiligingsbeleid')
    expect(await faults(sanne)).toEqual([])
    await page
      .getByLabel(/Ik heb dit gelezen/)
      .first()
      .check()
    await page.getByRole('button', { name: 'Bevestigen' }).first().click()
    await sees(page, 'Informatiebeveiligingsbeleid gelezen')
    await page.getByText('Lees: Informatiebeveiligingsbeleid').waitFor({ state: 'detached' })
  })

  it('she reports what she noticed', async () => {
    const { page } = sanne
    await page.getByRole('button', { name: 'Iets melden' }).click()
    await page.getByLabel('Wat is er gebeurd of opgevallen?').fill('Een mail die niet klopt')
    await page.getByRole('button', { name: 'Melden', exact: true }).click()
    await sees(page, /Uw melding staat er als SE-\d+/)
  })

  it('Ruben says yes to the plan for his risks, and no decision is left', async () => {
    await ruben.go(`/${SAMPLE}`)
    const { page } = ruben
    await sees(page, 'Deze 3 besluiten wachten op u')
    expect(await faults(ruben)).toEqual([])
    for (const left of ['Deze 2 besluiten wachten op u', 'Dit besluit wacht op u', null]) {
      await page.getByRole('button', { name: 'Beslissen' }).first().click()
      await page.getByRole('button', { name: 'Akkoord', exact: true }).click()
      if (left !== null) await sees(page, left)
    }
    await page.getByRole('button', { name: 'Beslissen' }).first().waitFor({ state: 'detached' })
  })

  it('Marit sees what she decides, the gravest risks and what an auditor would find', async () => {
    await marit.go(`/${SAMPLE}`)
    await sees(marit.page, 'De 3 grootste risico’s')
    await sees(marit.page, 'Wat een auditor vandaag zou vinden')
    expect(await faults(marit)).toEqual([])
  })

  it('Chris sees what waits for whom and decides nothing', async () => {
    await chris.go(`/${SAMPLE}`)
    await sees(chris.page, 'Wat op wie wacht')
    await sees(chris.page, 'Marit Kuipers')
    expect(await chris.page.getByRole('button', { name: 'Beslissen' }).count()).toBe(0)
    expect(await faults(chris)).toEqual([])
  })

  it('Fenna asks Sanne for something, and Sanne finds it', async () => {
    await fenna.go(`/${SAMPLE}`)
    const { page } = fenna
    await page.getByRole('button', { name: 'Vraag dit aan …' }).first().click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Wie').fill('Sanne')
    await page.getByRole('option', { name: /Sanne/ }).first().click()
    await form.getByLabel('Wat moet er gebeuren').fill('Sleutel inleveren')
    await form.getByRole('button', { name: 'Vragen' }).click()
    await sees(page, 'Gevraagd:')
    await sanne.page.reload()
    await settled(sanne.page)
    await sees(sanne.page, /Sleutel inleveren/)
  })

  it('her calendar program may read along, until she ends it', async () => {
    const { page } = sanne
    await page.getByRole('button', { name: 'Zet in mijn agenda' }).click()
    await page.getByRole('button', { name: 'Maak een adres' }).click()
    const address = await page.locator('.hash', { hasText: '.ics' }).innerText()
    const read = (): Promise<number> => page.request.get(address.trim()).then((answer) => answer.status())
    expect(await read()).toBe(200)
    await page.getByRole('button', { name: 'Intrekken' }).click()
    await page.getByRole('button', { name: 'Maak een adres' }).waitFor()
    expect(await read()).toBe(404)
  })
})
