import { expect } from 'vitest'
import { emailOf, PASSWORD, sees, settled, type Visitor } from '../stage.ts'
import { type Company, rowsOf } from './company.ts'

/** What a person does in the browser, in Dutch: each form once, where the rest of the walk only repeats it. */

/** The first page of a bare server. */
export async function foundByHand(company: Company, name: string, person: string): Promise<Visitor> {
  const who = await company.scene.visitor({ language: 'nl' })
  const { page } = who
  await who.go('/')
  await page.getByLabel('Naam van de organisatie').fill(name)
  await page.getByLabel('Uw naam').fill(person)
  await page.getByLabel('E-mailadres').fill(emailOf(person))
  await page.getByLabel('Nieuw wachtwoord').fill(PASSWORD)
  await page.getByLabel(/directie|directeur/i).check()
  await page.getByRole('button', { name: 'Beginnen' }).click()
  await page.getByRole('link', { name: 'Begin het gesprek' }).click()
  await page.getByRole('heading', { name: 'Uw organisatie', exact: true }).waitFor()
  return who
}

async function next({ page }: Visitor): Promise<void> {
  await page.getByText('Bewaard', { exact: true }).first().waitFor()
  await page.getByRole('link', { name: /^(?:Volgende|Naar de concepten)$/ }).click()
  await settled(page)
}

async function pick({ page }: Visitor, question: string, answers: readonly string[]): Promise<void> {
  const group = page.getByRole('group', { name: question })
  for (const answer of answers) await group.getByLabel(answer, { exact: true }).check({ force: true })
}

const SYSTEMS = [
  'Microsoft 365',
  'laptops of werkplekken',
  'telefoons of tablets voor het werk',
  'een eigen netwerk of wifi',
  'een eigen webapplicatie',
  'een website',
  'een cloudplatform voor eigen systemen',
  'boekhouding of ERP',
  'CRM',
  'een ticketsysteem',
  'een HR-systeem',
  'een opslag voor broncode',
  'een wachtwoordkluis',
  'een systeem voor back-ups',
]

/** The whole interview of thirty people who make software, and its drafts. */
export async function interviewByHand(who: Visitor): Promise<void> {
  const { page } = who
  const label = (name: string) => page.getByLabel(name, { exact: true })
  await label('Wat levert u, in één zin?').fill('een webdienst voor roosters')
  await label('In welke sector werkt u?').selectOption('software')
  await label('Hoeveel mensen werken er?').fill('30')
  for (const answer of ['bedrijven', 'overheid', 'Nederlands', 'Engels']) await label(answer).check()
  await next(who)
  await label('eigen kantoor').check()
  await pick(who, 'Komen er bezoekers binnen?', ['ja'])
  await pick(who, 'Hangen er camera’s?', ['nee'])
  await label('Wie werkt er thuis of onderweg?').selectOption('most')
  await pick(who, 'Kunnen hitte, hoogwater', ['nee'])
  await next(who)
  await pick(who, 'Welke systemen gebruikt u?', SYSTEMS)
  await label('Hoeveel draait er in de cloud?').selectOption('all')
  await pick(who, 'Hebt u eigen servers?', ['nee'])
  await pick(who, 'Werken mensen op privé', ['nee'])
  await label('Wordt er AI gebruikt?').selectOption('some')
  await next(who)
  await pick(who, 'Maakt u zelf software?', ['ja'])
  await pick(who, 'Voor wie is die software?', ['als dienst voor veel klanten'])
  await pick(who, 'Maken anderen software', ['nee'])
  await next(who)
  await laterChapters(who)
}

async function laterChapters(who: Visitor): Promise<void> {
  const { page } = who
  const label = (name: string) => page.getByLabel(name, { exact: true })
  await pick(who, 'Van wie hebt', ['medewerkers', 'sollicitanten', 'contactpersonen van klanten'])
  await pick(who, 'Zijn er gevoelige', ['geen van deze'])
  await pick(who, 'Verwerkt u het burger', ['nee'])
  await pick(who, 'Verwerkt u persoonsgegevens voor', ['ja'])
  await next(who)
  await pick(who, 'Welke leveranciers', ['cloud of hosting', 'online software', 'boekhouder of salariskantoor'])
  await next(who)
  await pick(who, 'Wat vragen klanten', ['een ISO 27001-certificaat', 'een beloofde beschikbaarheid'])
  await label('Hoeveel procent van de tijd is beloofd?').fill('99.8')
  await label('Na hoeveel uur zonder uw hoofdsysteem doet het echt pijn?').fill('8')
  await pick(who, 'Welke wetten', ['AVG', 'fiscale bewaarplicht'])
  await pick(who, 'Wat is er de laatste', ['valse mail of oplichting'])
  await next(who)
  await label('Wie is de directeur?').fill('Anneke Dijk')
  await label('Wie coördineert de informatiebeveiliging?').fill('Tessa Bakker')
  await label('Wie leidt het dagelijks werk?').fill('Sanne Kool')
  await label('Wie beheert de ICT?').fill('Ruben Haak')
  await label('Wie kan de interne audit doen?').selectOption('outsider')
  await label('Waarom wilt u dit?').fill('Twee grote klanten vragen erom.')
  await next(who)
  await page.getByRole('button', { name: 'Maak de concepten' }).click()
  await sees(page, 'Er is niets nieuws te maken.')
}

/** The director decides on means on the record itself; the consultant is told that it is not for him. */
export async function decideByHand(company: Company, director: Visitor, consultant: Visitor): Promise<void> {
  const { page } = director
  await consultant.go(`/${company.slug}/path?step=1`)
  await sees(consultant.page.locator('aside.panel'), /eigen mensen|adviseur/i)
  const [drafted] = await rowsOf(company, director, 'resource_decision')
  await director.go(`/${company.slug}/registers/resource_decision/${drafted?.id}`)
  await page.getByRole('button', { name: 'Besluiten', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Besluiten' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** The context, as it was drafted, is talked through and found right. */
export async function agreeOnContextByHand(company: Company, who: Visitor): Promise<void> {
  const { page } = who
  for (const part of ['inside', 'outside']) {
    await who.go(`/${company.slug}/guide-context?part=${part}`)
    const all = page.getByRole('button', { name: /^Alle \d+ concepten kloppen/ })
    await all.click()
    await all.waitFor({ state: 'detached' })
  }
}

/** The path says at the end how far they came. */
export async function seePath(company: Company, who: Visitor, done: number): Promise<void> {
  const { page } = who
  await who.go(`/${company.slug}/path`)
  await sees(page, new RegExp(`${done}\\svan\\sde\\s46\\sstappen`))
  expect(await page.locator('.phase').count()).toBeGreaterThan(0)
}
