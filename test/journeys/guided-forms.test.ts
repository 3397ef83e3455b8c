import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { change, changeAll } from '../../src/platform/store/change.ts'
import { inOrganisation } from '../../src/platform/store/store.ts'
import { faultsIn } from './forms.ts'
import { journeyAt } from './journey.ts'
import { SAMPLE, type Stage, sees, settled, speak, type Visitor } from './stage.ts'

const GUIDES = ['context', 'scope', 'policy', 'statement', 'objectives', 'measure'] as const
const NEW = 'nieuw'
let scene: Stage
let fenna: Visitor
let marit: Visitor
let consultant: Visitor
let newcomer: Visitor

journeyAt('2026-03-02 12:00', async (opened) => {
  scene = opened
  await scene.sample()
  const { id } = await scene.organisation('Nieuw Begin B.V.', NEW)
  const { store } = scene.installation
  const actor = { id, roles: ['coordinator'] as const, person: null, behalf: null, channel: 'system' as const }
  const director = await inOrganisation(store, { organisation: id, actor }, async (ctx) => {
    const wolkenhuis = { title: 'Wolkenhuis', kind: 'hosting', criticality: 'high' }
    await changeAll(ctx, [
      { register: 'service', act: 'create', set: { title: 'Loonstroken', inScope: true } },
      { register: 'role', act: 'create', set: { title: 'Beveiligingscoördinator', duties: ['isms_coordination'] } },
      { register: 'supplier', act: 'create', state: 'active', set: wolkenhuis },
      { register: 'unit', act: 'create', set: { title: 'Kantoor' } },
      { register: 'unit', act: 'create', set: { title: 'Buitendienst' } },
    ])
    return (await change(ctx, { register: 'person', act: 'create', set: { name: 'Nora', isTopManagement: true } })).id
  })
  const organisation = SAMPLE
  fenna = await scene.person('Fenna Postma', { organisation, roles: ['coordinator'], person: idOf('person', 'fenna') })
  const roles = ['top_management', 'owner', 'employee'] as const
  marit = await scene.person('Marit Kuipers', { organisation, roles, person: idOf('person', 'marit') })
  consultant = await scene.person('Ada Viseur', { organisation, roles: ['consultant'] })
  newcomer = await scene.person('Nora Nieuw', {
    organisation: NEW,
    roles: ['coordinator', 'top_management'],
    person: director,
  })
})

/** The answer to a call that this leads to; anything but a yes fails the step. */
async function saved({ page }: Visitor, doing: Promise<unknown>): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse((one) => ['POST', 'PATCH'].includes(one.request().method()), { timeout: 30_000 }),
    doing,
  ])
  expect([answer.url(), answer.status()]).toEqual([answer.url(), 200])
  await settled(page)
}

async function opens(visitor: Visitor, organisation: string, guide: string, part: string): Promise<void> {
  await visitor.go(`/${organisation}/guide-${guide}?part=${part}`)
  await visitor.page.locator('aside.clears').waitFor()
}

describe('a newcomer begins with nothing but lists', () => {
  it('reaches a form from its step and from the list of its register', async () => {
    const { page } = newcomer
    await newcomer.go(`/${NEW}/path?step=6`)
    await page.getByRole('link', { name: 'Contextsessie' }).click()
    await sees(page, 'Wat u van binnen en van buiten beweegt')
    await newcomer.go(`/${NEW}/registers/scope`)
    await page.getByRole('link', { name: 'Toepassingsgebied stap voor stap' }).click()
    await sees(page, 'Het toepassingsgebied: wat erbij hoort')
  })

  it('talks the context through, by keyboard, and sees a finding go', async () => {
    const { page } = newcomer
    await opens(newcomer, NEW, 'context', 'inside')
    const title = page.getByLabel('Wat is er aan de hand').first()
    await title.focus()
    await page.keyboard.type('Eén persoon kent de salarissen')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Niemand neemt het over')
    await saved(newcomer, page.keyboard.press('Enter'))
    await sees(page, 'Eén persoon kent de salarissen')
    await opens(newcomer, NEW, 'context', 'outside')
    const ready = page.getByRole('button', { name: 'Geldt ook voor ons: Klanten vragen een certificaat' })
    await saved(newcomer, ready.click())
    await sees(page.locator('aside.clears'), /Sinds u begon (is 1 punt|zijn \d+ punten) opgeruimd/)
    await opens(newcomer, NEW, 'context', 'climate')
    await page.getByLabel('Nee', { exact: true }).check()
    await saved(newcomer, page.getByRole('button', { name: 'Opslaan' }).click())
    await saved(newcomer, page.getByRole('button', { name: 'Dit besluiten' }).click())
    await sees(page, /Besloten: het doet er niet toe\. Nora, 2 maart 2026/)
  })

  it('draws the border, takes over where others do the work, and adopts it', async () => {
    const { page } = newcomer
    await opens(newcomer, NEW, 'scope', 'place')
    const side = (title: string, name: string) =>
      page.getByRole('group', { name: `${title}: binnen of buiten` }).getByLabel(name)
    await saved(newcomer, side('Kantoor', 'Binnen').check({ force: true }))
    await saved(newcomer, side('Buitendienst', 'Buiten').check({ force: true }))
    await saved(newcomer, page.getByLabel('Nee', { exact: true }).first().check())
    await saved(newcomer, side('Wolkenhuis', 'Buiten').check({ force: true }))
    await opens(newcomer, NEW, 'scope', 'border')
    await saved(newcomer, page.getByRole('button', { name: '1 regel overnemen' }).click())
    await sees(page, '1 regel aan de grens')
    await opens(newcomer, NEW, 'scope', 'wording')
    await sees(page, /Uit wat u plaatste|levering van Loonstroken/)
    await saved(newcomer, page.getByRole('button', { name: /^Concept/ }).click())
    await opens(newcomer, NEW, 'scope', 'adopt')
    await saved(newcomer, page.getByRole('button', { name: 'Versie 1.0 vaststellen' }).click())
    await sees(page, /Versie 1\.0 geldt sinds 2 maart 2026/)
  })

  it('makes the policy from choices, looks it over and adopts it', async () => {
    const { page } = newcomer
    await opens(newcomer, NEW, 'policy', 'choose')
    await page.getByLabel(/^Achter gegevens staan mensen/).check()
    await sees(page.locator('.doc'), /Nieuw Begin B\.V\. levert Loonstroken/)
    await saved(newcomer, page.getByRole('button', { name: 'Concept maken' }).click())
    await opens(newcomer, NEW, 'policy', 'check')
    for (const answer of await page.getByLabel('Ja', { exact: true }).all()) await saved(newcomer, answer.check())
    await opens(newcomer, NEW, 'policy', 'adopt')
    await saved(newcomer, page.getByRole('button', { name: 'Versie 1.0 vaststellen' }).click())
    await sees(page.locator('aside.clears'), 'Hier is niets meer op aan te merken')
  })

  it('begins a statement and decides on a control with words that are ready', async () => {
    const { page } = newcomer
    await newcomer.go(`/${NEW}/guide-statement`)
    await page.getByRole('button', { name: 'Nieuwe versie beginnen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').first().fill('0.1')
    await saved(newcomer, dialog.getByRole('button', { name: 'Nieuwe versie beginnen' }).click())
    await opens(newcomer, NEW, 'statement', 'choose')
    const group = page.getByRole('group', { name: 'A.8.30 van toepassing' })
    await group.getByLabel('Weglaten').check({ force: true })
    await saved(newcomer, page.getByRole('button', { name: 'A.8.30 weglaten' }).click())
    await sees(page, /A\.8\.30 .*: weggelaten\./)
    await sees(page, /0 van de 93 maatregelen zijn opgenomen, 1 uitgesloten/)
  })
})

describe('Nora sets a goal and measures it', () => {
  it('names it with a number, a day and a name, fills in what is missing, and sets it', async () => {
    const { page } = newcomer
    await opens(newcomer, NEW, 'objectives', 'goals')
    await page.getByLabel('Wat wilt u bereiken').fill('Iedere loonstrook komt op tijd')
    await page.getByLabel('Wat gaat u doen').fill('Elke maand een dag eerder beginnen.')
    await page.getByLabel('Waaraan meet u dat').selectOption('new')
    await page.getByLabel('Wat u gaat meten').fill('Loonstroken op tijd')
    await page.getByLabel(/^In welke eenheid/).fill('%')
    await page.getByLabel('Streefwaarde').fill('99,5')
    await page.getByLabel('Te bereiken op').fill('1 juli 2026')
    await page.getByLabel('Verantwoordelijke').click()
    await page.getByRole('option', { name: 'Nora' }).click()
    await saved(newcomer, page.getByRole('button', { name: 'Doel toevoegen' }).click())
    await sees(page, /99,5 % · 1 juli 2026 · Nora/)
    await sees(page, /^Ontbreekt nog: Middelen/)
    await page.getByRole('button', { name: /^Aanvullen/ }).click()
    await page.getByLabel('Middelen').fill('Een dag per maand')
    await sees(page, /^Concept bewaard/)
    await opens(newcomer, NEW, 'objectives', 'goals')
    await page.getByRole('button', { name: /^Aanvullen/ }).click()
    expect(await page.getByLabel('Middelen').inputValue()).toBe('Een dag per maand')
    await saved(newcomer, page.getByRole('button', { name: 'Opslaan', exact: true }).click())
    await opens(newcomer, NEW, 'objectives', 'adopt')
    await saved(newcomer, page.getByRole('button', { name: '1 doel vaststellen' }).click())
    await sees(page, /^Vastgesteld door Nora op 2 maart 2026/)
    await sees(page.locator('aside.clears'), /Sinds u begon (is|zijn) \d+ punt/)
  })

  it('reads it for the first time, says what it means, and tells everybody', async () => {
    const { page } = newcomer
    await opens(newcomer, NEW, 'measure', 'readings')
    await page.getByRole('button', { name: 'Meting vastleggen: Loonstroken op tijd' }).click()
    await page.getByLabel(/^Waarde/).fill('98')
    await page.getByLabel('Conclusie').fill('Eén klant was te laat met zijn uren.')
    await saved(newcomer, page.getByRole('button', { name: 'Opslaan', exact: true }).click())
    await sees(page, /^Laatste keer, 2 maart 2026: 98 %\./)
    await opens(newcomer, NEW, 'measure', 'report')
    await saved(newcomer, page.getByRole('button', { name: 'Evaluatie vastleggen' }).click())
    await sees(page, /De evaluatie is van 2 maart 2026, door Nora/)
    await opens(newcomer, NEW, 'measure', 'share')
    await saved(newcomer, page.getByRole('button', { name: '1 doel is vandaag verteld' }).click())
    await sees(page, /Verteld op 2 maart 2026: Iedereen die hier werkt/)
  })
})

describe('those who know the sample work in it', () => {
  it('Fenna takes over at once what follows, and includes what a fact demands', async () => {
    const { page } = fenna
    await opens(fenna, SAMPLE, 'statement', 'follow')
    await saved(fenna, page.getByRole('button', { name: /^\d+ regels overnemen$/ }).click())
    await sees(page, 'Alles wat uit risico’s en eisen volgt, is overgenomen.')
    await opens(fenna, SAMPLE, 'statement', 'out')
    await sees(page, /Weglaten klopt niet met uw registers/)
    await page.getByRole('button', { name: 'Toch opnemen' }).first().click()
    await saved(fenna, page.getByRole('button', { name: 'A.5.23 opnemen' }).click())
    await opens(fenna, SAMPLE, 'statement', 'state')
    await page.getByLabel(/^A\.5\.23/).check()
    await page.getByLabel('Uitvoering').selectOption('partly')
    await saved(fenna, page.getByRole('button', { name: 'Voor 1 regel vastleggen' }).click())
  })

  it('the consultant prepares and approves nothing', async () => {
    const { page } = consultant
    await opens(consultant, SAMPLE, 'statement', 'approve')
    expect(await page.getByRole('button', { name: 'Goedkeuren' }).isDisabled()).toBe(true)
    await sees(page, /adviseur/i)
  })

  it('Marit approves the statement at the end of the form', async () => {
    const { page } = marit
    await opens(marit, SAMPLE, 'statement', 'approve')
    await page.getByRole('button', { name: 'Goedkeuren' }).click()
    await saved(marit, page.getByRole('dialog').getByRole('button', { name: 'Goedkeuren' }).click())
    await sees(page, /Versie .* geldt en blijft bewaard/)
  })
})

describe('everybody can use the forms', () => {
  it('on a phone as well, in either language, and nothing is in the way of who cannot see', async () => {
    const phone = await scene.person('Bram Klein', { organisation: SAMPLE, roles: ['coordinator'], width: 360 })
    const found: string[] = []
    for (const language of ['nl', 'en'] as const) {
      await phone.go(`/${SAMPLE}/path?step=6`)
      await speak(phone.page, language)
      const half = GUIDES.filter((_, index) => index % 2 === (language === 'nl' ? 0 : 1))
      for (const guide of half) found.push(...(await faultsIn(phone, SAMPLE, guide)))
    }
    expect(found).toEqual([])
  })
})
