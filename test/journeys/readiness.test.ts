import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { journeyAt } from './journey.ts'
import { SAMPLE, sees, settled, speak, type Visitor } from './stage.ts'

const NO_OWNER = '2 van de 18 open risico’s hebben geen eigenaar: R-4, R-11.'
let fenna: Visitor
let marit: Visitor

journeyAt('2026-03-02 12:00', async (scene) => {
  await scene.sample()
  const of = { organisation: SAMPLE }
  fenna = await scene.person('Fenna Postma', { ...of, roles: ['coordinator'], person: idOf('person', 'fenna') })
  marit = await scene.person('Marit Kuipers', { ...of, roles: ['top_management'], person: idOf('person', 'marit') })
})

const finding = (of: string) => fenna.page.locator('details.finding', { hasText: of })
const choose = (stage: string): Promise<void> => fenna.page.locator('.seg').getByText(stage, { exact: true }).click()

describe('Fenna asks what an auditor would find', () => {
  it('reads it for the audit that is planned, today', async () => {
    await fenna.go(`/${SAMPLE}/readiness`)
    const { page } = fenna
    await sees(page, 'Nog niet klaar voor fase 1.')
    await sees(page, /2 kritieke en 9 niet-kritieke afwijkingen vinden, en 3 verbeterpunten/)
    await sees(page, 'In fase 1 heten ze aandachtspunten, met de ernst die ze in fase 2 zouden krijgen.')
  })

  it('opens a finding and sees with what it was reckoned', async () => {
    const open = finding(NO_OWNER)
    await open.locator('summary').click()
    await sees(open, 'Laptop met klantexport gestolen')
    await sees(open, /Bekeken: \d+ records/)
    await sees(open, /versie \d+/)
    expect(await open.locator('code').first().innerText()).toMatch(/^[0-9a-f]{4} [0-9a-f]{4}$/)
    await sees(open, 'Elk open risico heeft een eigenaar die hier werkt en bevoegd is.')
    await sees(open, /^22 januari 2026, \d+ dagen$/)
    await sees(open, /de norm vraagt het \(6\.1\.2 c\)\. Regel R-6\.1\.2-c-2/i)
  })

  it('sees what was looked for in vain', async () => {
    const open = finding('Er is nog geen interne audit geweest')
    await open.locator('summary').click()
    await sees(open, 'Niet gevonden')
  })

  it('plans the remedy, filled in as far as it is known', async () => {
    const { page } = fenna
    const open = finding(NO_OWNER)
    await open.locator('summary').click()
    await open.getByRole('button', { name: 'Plan de oplossing' }).click()
    const form = page.getByRole('dialog')
    await form.locator('input[value="Fenna Postma"]').waitFor()
    await form.getByLabel(/^Klaar op/).fill('9 maart 2026')
    await form.getByRole('button', { name: 'Vastleggen' }).click()
    await form.waitFor({ state: 'detached' })
    await open
      .getByRole('link', { name: /^AC-\d+$/ })
      .last()
      .click()
    await page.locator('input[value="9 maart 2026"]').waitFor()
  })

  it('looks at another audit, and ahead to its day', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}/readiness`)
    await choose('Fase 2')
    await sees(page, 'Nog niet klaar voor fase 2.')
    await page.locator('.besides').getByRole('link', { name: 'Fase 2' }).click()
    await sees(page, 'U kijkt vooruit naar 18 mei 2026')
    await sees(page, /zou op 18 mei 2026/)
    await sees(page, 'Er is nog geen interne audit met een rapport.')
    expect(await page.getByRole('button', { name: 'Plan de oplossing' }).count()).toBe(0)
  })

  it('looks back to the day on which there was no plan', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}/readiness?stage=S1&at=2026-01-15`)
    await sees(page, 'U kijkt naar 15 januari 2026, zoals toen bekend.')
    await sees(page, 'Er is geen verklaring van toepasselijkheid.')
  })

  it('sees the trend and the days on which it will change', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}/readiness?stage=S2`)
    await page.getByRole('img', { name: 'Aantal verwachte bevindingen per ernst, in de tijd' }).waitFor()
    await sees(page, /^Als niemand iets doet, gaat het van \d+ kritieke afwijkingen naar \d+ op /)
    await page.getByText('De getallen', { exact: true }).click()
    expect(await page.locator('.behind tbody tr').count()).toBeGreaterThan(20)
    await page.getByText(/^De \d+ dagen waarop iets verandert/).click()
    const turn = page.locator('.turns > li', { hasText: '2 mei 2026' })
    await sees(turn, /5 van de 5 systemen zijn nooit op toegang beoordeeld/)
  })
})

describe('questions are answered where they are asked', () => {
  it('asks what nobody knows, and is content with one click', async () => {
    const { page, context } = fenna
    const system = `/api/organisations/${SAMPLE}/registers/information_system/${idOf('information_system', 'webdienst')}`
    const { record } = await (await context.request.get(system)).json()
    const unknown = {
      data: { version: record.version, set: { mfa: null } },
      headers: { origin: new URL(page.url()).origin },
    }
    expect((await context.request.patch(system, unknown)).ok()).toBe(true)
    await fenna.go(`/${SAMPLE}/readiness?stage=S2`)
    const question = page.locator('.besides li', { hasText: 'Is hier een tweede stap bij het aanmelden verplicht?' })
    await question.getByRole('button', { name: 'ja', exact: true }).click()
    await question.waitFor({ state: 'detached' })
    await sees(page, 'Er zijn geen open vragen.')
  })

  it('puts a yearly question to its answerer, who answers by name', async () => {
    const { page } = marit
    await marit.go(`/${SAMPLE}/readiness?stage=S1`)
    await page.getByText('12 van de 12 jaarlijkse vragen staan open').click()
    const question = page.locator('.besides li', { hasText: 'Past het beleid bij deze organisatie' })
    await sees(question, 'Marit Kuipers')
    await question.getByRole('button', { name: 'Beantwoorden' }).click()
    const form = page.getByRole('dialog')
    await form.locator('input[value="Marit Kuipers"]').waitFor()
    await form.getByText('ja', { exact: true }).click()
    await form.getByLabel(/^Reden/).fill('Het noemt onze dienst, onze klanten en wat er voor hen op het spel staat.')
    await form.getByRole('button', { name: 'Vastleggen' }).click()
    await sees(page, '11 van de 12 jaarlijkse vragen staan open')
  })
})

describe('what changed, and a report of it', () => {
  it('names the record that did it', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}/readiness/difference?stage=S1&from=2026-02-01&to=2026-03-02`)
    const came = page.locator('section', { has: page.getByRole('heading', { name: 'Eén bevinding kwam erbij' }) })
    await sees(came, /\[Bedrijfsnaam\]/)
    await sees(came, /Anouk Meijer/)
    await came.getByRole('link', { name: 'D-15 Lijst van eigen documenten' }).first().waitFor()
    const gone = page.locator('section', { has: page.getByRole('heading', { name: '2 bevindingen verdwenen' }) })
    await sees(gone, 'Uw maatregelen zijn nooit met de 93 van bijlage A vergeleken.')
    await sees(gone, /Fenna Postma/)
  })

  it('says why two days cannot be compared', async () => {
    await fenna.go(`/${SAMPLE}/readiness/difference?stage=S1&from=2020-01-01&to=2026-03-02`)
    await sees(fenna.page, 'Kies een dag en een latere dag, hoogstens drie jaar uit elkaar.')
    await fenna.go(`/${SAMPLE}/readiness/difference?stage=S1&from=2025-01-01&to=2026-03-02`)
    await sees(fenna.page, /dit ISMS begint op .*Kies een latere dag/)
  })

  it('gives the report for management as PDF, in either language', async () => {
    const { page } = fenna
    await fenna.go(`/${SAMPLE}/readiness?stage=S1`)
    for (const [language, button] of [
      ['nl', 'Verslag'],
      ['en', 'Report'],
    ] as const) {
      await speak(page, language)
      await settled(page)
      await page.getByRole('button', { name: button, exact: true }).click()
      const coming = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: 'PDF' }).click()
      const download = await coming
      expect(download.suggestedFilename()).toMatch(/\.pdf$/)
      expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')
    }
    await speak(page, 'nl')
  })
})
