import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { journeyAt } from './journey.ts'
import { emailOf, PASSWORD, SAMPLE, type Stage, sees, settled, signIn, type Visitor } from './stage.ts'

const NEW_PASSWORD = 'nog een veel langer wachtwoord'
let fenna: Visitor
let noor: Visitor
let scene: Stage
let link = ''

journeyAt('2026-03-02 12:00', async (opened) => {
  scene = opened
  await scene.sample()
  const roles = ['administrator', 'coordinator'] as const
  fenna = await scene.person('Fenna Postma', { organisation: SAMPLE, roles, person: idOf('person', 'fenna') })
  noor = await scene.visitor()
})

const handedOver = async (): Promise<string> =>
  (await fenna.page.locator('.hash', { hasText: 'http' }).first().innerText()).trim()

describe('an administrator lets somebody in', () => {
  it('Fenna invites Noor as a reader and gets a link to hand over', async () => {
    await fenna.go(`/${SAMPLE}/members`)
    const { page } = fenna
    await page.getByLabel('E-mailadres').fill(emailOf('Noor Willemse'))
    await page.getByLabel(/^lezer/).check()
    await page.getByRole('button', { name: 'Link maken' }).click()
    await sees(page, /u ziet hem alleen nu/)
    link = await handedOver()
    expect(link).toContain(`${scene.address}/invitation/`)
  })

  it('Noor accepts in her own browser', async () => {
    await noor.go(link)
    const { page } = noor
    await page.getByLabel('Uw naam').fill('Noor Willemse')
    await page.getByLabel('Nieuw wachtwoord').fill(PASSWORD)
    await page.getByRole('button', { name: 'Uitnodiging aannemen' }).click()
    await page.waitForURL(`**/${SAMPLE}`)
    await settled(page)
  })

  it('she reads and cannot write', async () => {
    const { page } = noor
    await noor.go(`/${SAMPLE}/registers/risk`)
    await sees(page, 'Klant ziet gegevens van een andere klant')
    expect(await page.getByRole('link', { name: 'Risico toevoegen' }).count()).toBe(0)
    const answer = await page.request.post(`/api/organisations/${SAMPLE}/registers/risk`, {
      data: { set: { title: 'Iets' } },
      headers: { origin: scene.address },
    })
    expect(answer.status()).toBe(403)
  })

  it('the link opens no second door', async () => {
    const stranger = await scene.visitor()
    await stranger.go(link)
    await sees(stranger.page, 'Deze uitnodiging is niet meer geldig')
  })

  it('the last administrator cannot lock herself out', async () => {
    await fenna.go(`/${SAMPLE}/members`)
    const { page } = fenna
    await page.getByRole('button', { name: 'Fenna Postma wijzigen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^beheerder/).uncheck()
    await dialog.getByRole('button', { name: 'Opslaan' }).click()
    await dialog.getByRole('alert').waitFor()
    await sees(dialog, /beheerder/)
    await page.keyboard.press('Escape')
  })

  it('Noor forgot her password and gets a link for a new one', async () => {
    const { page } = fenna
    await page.getByRole('button', { name: 'Noor Willemse wijzigen' }).click()
    await page.getByRole('button', { name: 'Link voor een nieuw wachtwoord' }).click()
    await sees(page, /u ziet hem alleen nu/)
    await noor.go(await handedOver())
    await noor.page.getByLabel('Nieuw wachtwoord').fill(NEW_PASSWORD)
    await noor.page.getByRole('button', { name: 'Wachtwoord instellen' }).click()
    await sees(noor.page, /Overal waar u was aangemeld, bent u nu afgemeld/)
  })

  it('the old password is worth nothing, the new one opens', async () => {
    await noor.go('/sign-in')
    await signIn(noor, 'Noor Willemse')
    await sees(noor.page, 'E-mailadres en wachtwoord horen niet bij elkaar.')
    await signIn(noor, 'Noor Willemse', NEW_PASSWORD)
    await noor.page.waitForURL(`**/${SAMPLE}`)
  })
})
