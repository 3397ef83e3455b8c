import { describe, expect, it } from 'vitest'
import { THIRTY } from '../../src/modules/interviews/answers.fixture.ts'
import { generate } from '../../src/modules/interviews/service.ts'
import { person } from '../../src/modules/people/registers/person.ts'
import { risk } from '../../src/modules/risks/registers/risk.ts'
import { change, changeAll } from '../../src/platform/store/change.ts'
import { presentState } from '../../src/platform/store/state.ts'
import { type Context, inOrganisation } from '../../src/platform/store/store.ts'
import { wordsIn } from '../../src/platform/words.ts'
import { texts } from '../../src/texts.gen.ts'
import { faultsHere, faultsIn } from './forms.ts'
import { journeyAt } from './journey.ts'
import { type Stage, sees, settled, speak, type Visitor } from './stage.ts'

const HOUSE = 'roosterwerk'
const GUIDES = ['treatment', 'comparison', 'plan', 'consent'] as const
let scene: Stage
let coordinator: Visitor
let owner: Visitor
let director: Visitor
let consultant: Visitor

/** A company fresh from the interview, with somebody who owns the risks and may decide about work and money. */
async function founded(ctx: Context): Promise<Readonly<Record<'ruben' | 'marit', string>>> {
  await change(ctx, { register: 'interview', act: 'create', set: { ...THIRTY } })
  await generate(ctx, { language: 'nl', words: wordsIn(texts)('nl') })
  const authorities = 'Beslist over geld en werk van de eigen afdeling.'
  const [ruben, role] = await changeAll(ctx, [
    { register: 'person', act: 'create', set: { name: 'Ruben Haverkamp' } },
    { register: 'role', act: 'create', set: { title: 'Hoofd techniek', authorities } },
  ])
  if (ruben === undefined || role === undefined) throw new Error('cannot found the company')
  const isms = await presentState(ctx)
  const set = { person: ruben.id, role: role.id, fromDate: '2026-01-01' }
  await changeAll(ctx, [
    { register: 'role_assignment', act: 'create', set },
    ...isms.all(risk).map(({ id }) => ({ register: 'risk', act: 'update', id, set: { owner: ruben.id } })),
  ])
  return { ruben: ruben.id, marit: isms.all(person).find((one) => one.isTopManagement)?.id ?? '' }
}

journeyAt('2026-03-02 12:00', async (opened) => {
  scene = opened
  const { id } = await scene.organisation('Roosterwerk B.V.', HOUSE)
  const actor = { id, roles: ['coordinator'] as const, person: null, behalf: null, channel: 'system' as const }
  const { ruben, marit } = await inOrganisation(scene.installation.store, { organisation: id, actor }, founded)
  const organisation = HOUSE
  coordinator = await scene.person('Fenna Postma', { organisation, roles: ['coordinator'] })
  owner = await scene.person('Ruben Haverkamp', { organisation, roles: ['owner'], person: ruben })
  director = await scene.person('Marit Kuipers', { organisation, roles: ['top_management'], person: marit })
  consultant = await scene.person('Ada Viseur', { organisation, roles: ['consultant', 'coordinator'] })
})

/** The answer to what this leads to; anything but a yes fails the step. */
async function saved({ page }: Visitor, doing: Promise<unknown>): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST', { timeout: 30_000 }),
    doing,
  ])
  expect([answer.url(), answer.status()]).toEqual([answer.url(), 200])
  await settled(page)
}

async function opens(visitor: Visitor, guide: string, part: string): Promise<void> {
  await visitor.go(`/${HOUSE}/guide-${guide}?part=${part}`)
  await visitor.page.locator('aside.clears').waitFor()
}

describe('from proposals to signatures', () => {
  it('Fenna reaches the form from its step, keeps one risk with a reason and takes the proposals for the others', async () => {
    const { page } = coordinator
    await coordinator.go(`/${HOUSE}/path?step=16`)
    await page.getByRole('link', { name: 'Behandelen stap voor stap' }).click()
    await sees(page, 'Behandelen: wat u met elk risico doet')
    await page.getByRole('button', { name: 'Apart besluiten' }).first().click()
    expect(await faultsHere(coordinator, 'deciding')).toEqual([])
    await page.getByLabel('Dragen: u doet er niets aan, met een reden').check()
    await sees(page, /mag dit aanvaarden: Marit de Boer/)
    const decide = page.getByRole('button', { name: 'Dit besluiten' })
    expect(await decide.isDisabled()).toBe(true)
    await page.getByLabel('Waarom deze keuze').fill('Het systeem gaat op 1 juni uit.')
    await saved(coordinator, decide.click())
    await sees(page, /besloten, dragen/)
    await page.getByLabel(/^Alle voorstellen kiezen/).check()
    await page.getByLabel('De kans').selectOption('3')
    await saved(coordinator, page.getByRole('button', { name: /^\d+ voorstellen overnemen$/ }).click())
    await sees(page, /Over (\d+) van de \1 risico’s boven de lijn is besloten/)
    await sees(page.locator('aside.clears'), /gedragen zonder reden of zonder bevoegd akkoord/)
  })

  it('finds a control that was forgotten, and says that all 93 were looked at', async () => {
    const { page } = coordinator
    await opens(coordinator, 'comparison', 'look')
    await page.getByRole('button', { name: 'Nodig voor een risico' }).first().click()
    await page.getByLabel('Bij welk risico').selectOption({ index: 1 })
    await page.getByRole('link', { name: /^2\. Vastleggen/ }).click()
    await sees(page, 'U miste 1 maatregel:')
    await saved(coordinator, page.getByRole('button', { name: 'Alle 93 vergeleken: vastleggen' }).click())
    await sees(page, /1 maatregel werd gemist en toegevoegd/)
    await sees(page.locator('aside.clears'), 'Sinds u begon is 1 punt opgeruimd')
  })

  it('fills in who, when and with what for all lines at once, and publishes the plan', async () => {
    const { page } = coordinator
    await opens(coordinator, 'plan', 'gaps')
    await page.getByLabel('Alle regels kiezen').check()
    await page.getByLabel('Wie doet het').fill('Ruben')
    await page.getByRole('option', { name: 'Ruben Haverkamp' }).click()
    await page.getByLabel('Klaar op').fill('1-6-2026')
    await page.getByLabel('Wat is ervoor nodig').fill('Acht uur')
    await saved(coordinator, page.getByRole('button', { name: /^Voor \d+ regels invullen$/ }).click())
    await sees(page, 'Elke regel zegt wie, wanneer en waarmee')
    await opens(coordinator, 'plan', 'publish')
    await saved(coordinator, page.getByRole('button', { name: 'Versie 1.0 uitgeven' }).click())
    await sees(page, 'Versie 1.0 geldt, uitgegeven op 2 maart 2026')
    await sees(page.locator('aside.clears'), 'Hier is niets meer op aan te merken')
  })

  it('lets no consultant sign, also not one who does the coordinator’s work', async () => {
    const { page } = consultant
    await opens(consultant, 'consent', 'mine')
    await sees(page, 'Een adviseur bereidt voor en keurt nooit goed')
    expect(await page.getByRole('button', { name: /akkoord/i }).count()).toBe(0)
  })

  it('Ruben signs for his risks, and says no to one with a reason', async () => {
    const { page } = owner
    await opens(owner, 'consent', 'mine')
    const plan = page.getByRole('region', { name: 'Het behandelplan, versie 1.0' })
    await saved(owner, plan.getByRole('button', { name: 'Akkoord', exact: true }).click())
    const remains = page.getByRole('region', { name: /^Wat overblijft van/ })
    await remains.getByRole('checkbox').nth(1).check()
    await remains.getByRole('button', { name: 'Niet akkoord met 1 risico' }).click()
    await remains.getByLabel('Waarom niet').fill('De back-up is nooit getest.')
    await saved(owner, remains.getByRole('button', { name: 'Nee vastleggen' }).click())
    await remains.getByLabel('Alle risico’s kiezen').check()
    await saved(owner, remains.getByRole('button', { name: /^Akkoord met \d+ risico’s$/ }).click())
    await sees(page, 'Er wacht niets op uw akkoord.')
  })

  it('Marit accepts the risk that is kept, and everybody sees who signed', async () => {
    const { page } = director
    await opens(director, 'consent', 'mine')
    await sees(page, /De reden: Het systeem gaat op 1 juni uit\./)
    await saved(director, page.getByRole('button', { name: 'Akkoord', exact: true }).click())
    await opens(coordinator, 'consent', 'others')
    await sees(coordinator.page, /\d+ van \d+ aanvaard, 1 geweigerd/)
    await opens(coordinator, 'treatment', 'decided')
    await sees(coordinator.page, 'Aanvaard door Marit de Boer.')
  })
})

describe('everybody can use the forms', () => {
  it('on a phone as well, in English and in the dark', async () => {
    const options = { organisation: HOUSE, roles: ['coordinator'], width: 360, theme: 'dark' } as const
    const visitor = await scene.person('Bram Klein', options)
    await visitor.go(`/${HOUSE}/path`)
    await speak(visitor.page, 'en')
    const found: string[] = []
    for (const guide of GUIDES) found.push(...(await faultsIn(visitor, HOUSE, guide)))
    expect(found).toEqual([])
  })
})
