import { describe, expect, it } from 'vitest'
import { changeAll } from '../../src/platform/store/change.ts'
import { inOrganisation } from '../../src/platform/store/store.ts'
import { faultsHere } from './forms.ts'
import { journeyAt } from './journey.ts'
import { type Stage, sees, settled, type Visitor } from './stage.ts'

const NEW = 'nieuw'
let scene: Stage
let fenna: Visitor
let marit: Visitor
let consultant: Visitor
let reader: Visitor

journeyAt('2026-03-02 12:00', async (opened) => {
  scene = opened
  const { id } = await scene.organisation('Nieuw Begin B.V.', NEW)
  const actor = { id, roles: ['coordinator'] as const, person: null, behalf: null, channel: 'system' as const }
  const made = await inOrganisation(scene.installation.store, { organisation: id, actor }, (ctx) => {
    const here = { startDate: '2025-01-01' }
    return changeAll(ctx, [
      { register: 'person', act: 'create', set: { name: 'Fenna Postma', ...here } },
      { register: 'person', act: 'create', set: { name: 'Marit Kuipers', isTopManagement: true, ...here } },
      { register: 'person', act: 'create', set: { name: 'Sam Reed', ...here } },
      {
        register: 'interview',
        act: 'create',
        set: {
          sector: 'software',
          headcount: 30,
          languages: ['nl', 'en', 'pl'],
          developsSoftware: false,
          outsourcedDevelopment: false,
        },
      },
    ])
  })
  const [own, director, employee] = made.map((one) => one.id)
  const organisation = NEW
  fenna = await scene.person('Fenna Postma', { organisation, roles: ['coordinator'], person: own ?? null })
  marit = await scene.person('Marit Kuipers', { organisation, roles: ['top_management'], person: director ?? null })
  consultant = await scene.person('Ada Viseur', { organisation, roles: ['consultant'] })
  const look = { width: 360, language: 'en' } as const
  reader = await scene.person('Sam Reed', { organisation, roles: ['employee'], person: employee ?? null, ...look })
})

/** The answer to a call that this leads to; anything but a yes fails the step. */
async function saved({ page }: Visitor, doing: Promise<unknown>): Promise<void> {
  const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === 'POST'), doing])
  expect([answer.url(), answer.status()]).toEqual([answer.url(), 200])
  await settled(page)
}

async function opens(visitor: Visitor, search: string): Promise<void> {
  await visitor.go(`/${NEW}/guide-documents?${search}`)
  await visitor.page.locator('aside.clears').waitFor()
}

describe('rules that everybody knows', () => {
  it('Fenna comes from step 22 and lets the drafts be made', async () => {
    const { page } = fenna
    await fenna.go(`/${NEW}/path?step=22`)
    await page.getByRole('link', { name: 'Regels en procedures stap voor stap' }).click()
    await sees(page, 'Regels en procedures: schrijf alleen op wat u doet')
    await sees(page, /Concepten komen in .* Nederlands en Engels/)
    await sees(page, /Er wordt ook Pools gelezen/)
    await sees(page, /document(en)? hebt u niet nodig/)
    expect(await faultsHere(fenna, 'documents')).toEqual([])
    await page.getByLabel('Concept maken van: Leveranciers en clouddiensten').uncheck()
    await saved(fenna, page.getByRole('button', { name: /^\d+ concepten maken$/ }).click())
    await sees(page, /nog geen van kracht, \d+ concepten/)
    await sees(page, '0 concepten maken')
  })

  it('chooses a rule, sees it in both languages, and writes another in words of her own', async () => {
    const { page } = fenna
    await opens(fenna, 'part=write&document=acceptable_use')
    await page.getByLabel('Het scherm gaat na 10 minuten vanzelf op slot.').check()
    await page.getByText('Engels', { exact: true }).click()
    expect(await page.getByLabel('The screen locks by itself after 10 minutes.').isChecked()).toBe(true)
    expect(await faultsHere(fenna, 'documents')).toEqual([])
    await saved(fenna, page.getByRole('button', { name: 'Bewaren en naar het volgende' }).click())
    await page.getByRole('heading', { name: 'Hoe geheim is het? Klassen van informatie' }).waitFor()
    await page.getByRole('button', { name: 'In eigen woorden aanpassen' }).click()
    await page.getByRole('textbox', { name: 'Tekst' }).focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Zo doen wij het.')
    await saved(fenna, page.getByRole('button', { name: 'Concept bewaren' }).click())
    await sees(page, 'Terug naar de keuzes')
    await opens(fenna, 'part=approve&document=classification')
    await sees(page, 'Zo doen wij het.')
  })

  it('the consultant reads it and cannot approve it', async () => {
    const { page } = consultant
    await opens(consultant, 'part=approve&document=acceptable_use')
    expect(await page.getByRole('button', { name: /^Gelezen en akkoord/ }).isDisabled()).toBe(true)
    await sees(page, /adviseur/i)
  })

  it('Marit reads it in both languages and puts it into effect, one text at a time', async () => {
    const { page } = marit
    await opens(marit, 'part=approve&document=acceptable_use')
    await sees(page, 'Het scherm gaat na 10 minuten vanzelf op slot.')
    await page.getByText('Engels', { exact: true }).click()
    await sees(page, 'The screen locks by itself after 10 minutes.')
    expect(await faultsHere(marit, 'documents')).toEqual([])
    await saved(marit, page.getByRole('button', { name: 'Gelezen en akkoord: versie 1.0 geldt vanaf vandaag' }).click())
    await sees(page, /Sinds u begon (is 1 punt|zijn \d+ punten) opgeruimd|wachten op een besluit/)
    await opens(marit, 'part=list')
    await sees(page, /Versie 1\.0 geldt sinds 2 maart 2026 · bevestigd door 0 van 3 lezers/)
  })

  it('Sam finds it on his first page in English, on a phone, and confirms', async () => {
    const { page } = reader
    await reader.go(`/${NEW}`)
    await sees(page, 'The screen locks by itself after 10 minutes.')
    await page.getByText('Dutch', { exact: true }).click()
    await sees(page, 'Het scherm gaat na 10 minuten vanzelf op slot.')
    expect(await faultsHere(reader, 'documents')).toEqual([])
    await page.getByRole('checkbox').check()
    await saved(reader, page.getByRole('button', { name: /confirm/i }).click())
    await opens(fenna, 'part=list')
    await sees(fenna.page, /bevestigd door 1 van 3 lezers/)
  })
})
