import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Locator, type Page, type Request } from 'playwright-core'
import { acting, type StoryClock, storyClock } from '../../samples/kiekendief/tell.ts'
import type { Role } from '../../src/kernel/permission.ts'
import type { Language } from '../../src/kernel/text.ts'
import { foundOrganisation } from '../../src/modules/organisation/service.ts'
import { bringSample } from '../../src/modules/samples/service.ts'
import { createAccount } from '../../src/platform/identity/accounts.ts'
import { grantRoles } from '../../src/platform/identity/grants.ts'
import type { Organisation } from '../../src/platform/store/organisation.ts'
import { configOf } from '../../src/server/config.ts'
import type { Installation } from '../../src/server/installation.ts'
import { serve } from '../../src/server/main.ts'

/** What the journeys' people type as their password. */
export const PASSWORD = 'een heel lang wachtwoord'
export const SAMPLE = 'kiekendief'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** Longer than any answer takes on a busy machine; what has not come by then will not come. */
const PATIENCE_MS = 30_000
const HEIGHT = 900

/** How somebody looks at the product. */
export interface Look {
  readonly width?: number
  readonly language?: Language
  readonly theme?: 'light' | 'dark'
}

/** Somebody with a browser of their own. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong unseen: errors of scripts, and requests that the server failed. */
  readonly troubles: readonly string[]
  go(path: string): Promise<void>
}

export interface PersonOptions extends Look {
  readonly organisation: string
  readonly roles: readonly Role[]
  readonly person?: string | null
}

/** A server with an empty data folder, and browsers to visit it with. */
export interface Stage {
  readonly address: string
  readonly clock: StoryClock
  readonly installation: Installation
  /** Everybody who came, in that order. */
  readonly visitors: readonly Visitor[]
  /** The sample organisation, brought in on first use. */
  sample(): Promise<Organisation>
  /** An organisation with nothing in it but its first records. */
  organisation(name: string, slug: string): Promise<Organisation>
  /** Somebody who is not signed in. */
  visitor(look?: Look): Promise<Visitor>
  /** Somebody with an account and roles in an organisation, signed in. */
  person(name: string, options: PersonOptions): Promise<Visitor>
  close(): Promise<void>
}

/** Opens the stage at a moment, such as `2026-03-02 09:00`. */
export async function stage(at: string): Promise<Stage> {
  const data = await mkdtemp(join(tmpdir(), 'journeys-'))
  const clock = storyClock()
  clock.set(at)
  const opened: Installation[] = []
  const bind = `127.0.0.1:${await freePort()}`
  const config = { ...configOf({ WAARBORG_DATA: data, WAARBORG_BIND: bind, LANG: 'nl' }), logLevel: 'silent' as const }
  const serving = await serve(config, { clock, say: () => undefined, prepare: async (it) => void opened.push(it) })
  const [installation] = opened
  if (installation === undefined) throw new Error('cannot find the installation that was opened')
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  const { address } = serving
  const { store, fileBytes } = installation
  const visitors: Visitor[] = []
  const enter = async (visitor: Promise<Visitor>): Promise<Visitor> => {
    visitors.push(await visitor)
    return visitor
  }
  return {
    address,
    clock,
    installation,
    visitors,
    sample: () => bringSample(store, { files: fileBytes }),
    organisation: (name, slug) => foundOrganisation(store, { name, slug, language: 'nl', actor: acting('fenna') }),
    visitor: (look = {}) => enter(newVisitor(browser, address, look)),
    person: (name, options) => enter(newPerson({ browser, installation, name }, options)),
    close: async () => {
      await browser.close()
      await serving.close()
      await rm(data, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Links and the check on where requests come from need the address before the server listens. */
function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const listening = server.address()
      server.close(() => {
        if (typeof listening === 'object' && listening !== null) found(listening.port)
        else failed(new Error('cannot find a free port'))
      })
    })
  })
}

async function newVisitor(browser: Browser, address: string, look: Look): Promise<Visitor> {
  const { width = 1440, language = 'nl', theme = 'light' } = look
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height: HEIGHT },
    colorScheme: theme,
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  traffic.set(page, trafficOf(page))
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`)
  })
  return {
    page,
    context,
    troubles,
    go: async (path) => {
      await page.goto(path)
      await settled(page)
    },
  }
}

interface NewPerson {
  readonly browser: Browser
  readonly installation: Installation
  readonly name: string
}

async function newPerson(given: NewPerson, options: PersonOptions): Promise<Visitor> {
  const { browser, installation, name } = given
  const { identity, store, config } = installation
  const { language = 'nl', organisation, roles, person = null } = options
  const email = emailOf(name)
  const account = await createAccount(identity, { name, email, password: PASSWORD, language })
  const found = await store.owner.query<{ id: string }>('select id from organisation where slug = $1', [organisation])
  const [row] = found.rows
  if (row === undefined) throw new Error(`cannot find the organisation \`${organisation}\``)
  await grantRoles(identity, { organisation: row.id, account: account.id, roles, person, by: { actor: null } })
  const visitor = await newVisitor(browser, config.address, options)
  const answer = await visitor.context.request.post('/api/auth/sign-in/email', {
    data: { email, password: PASSWORD },
    headers: { origin: config.address },
  })
  if (!answer.ok()) throw new Error(`cannot sign in \`${email}\`: ${answer.status()}`)
  return visitor
}

export function emailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
}

/** Signs in as a person does, from the page that asks for it. */
export async function signIn({ page }: Visitor, name: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mailadres').fill(emailOf(name))
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Aanmelden' }).click()
}

/** What a page asked for. */
interface Traffic {
  begun: number
  readonly open: Set<Request>
}

/** Owned by `settled`; forgotten with the page. */
const traffic = new WeakMap<Page, Traffic>()

function trafficOf(page: Page): Traffic {
  const noted: Traffic = { begun: 0, open: new Set() }
  const end = (request: Request) => void noted.open.delete(request)
  page.on('request', (request) => {
    // Nobody tells how requests of a page end that makes way for another.
    if (request.isNavigationRequest()) noted.open.clear()
    noted.begun += 1
    noted.open.add(request)
  })
  page.on('requestfinished', end)
  page.on('requestfailed', end)
  return noted
}

/**
 * Two turns of the page's own clock: what an answer led to is drawn by then, and what that asks for is on its way. A busy
 * page is late with them, so it is waited for longer and not come upon too early.
 */
const AT_REST = 'new Promise((rested) => setTimeout(() => setTimeout(() => rested(true), 50), 50))'

/** Until everything asked for has come and nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  const noted = traffic.get(page)
  if (noted === undefined) throw new Error('cannot tell what a page asks for that no visitor opened')
  await page.waitForLoadState()
  const end = Date.now() + PATIENCE_MS
  for (let begun = -1; begun !== noted.begun || noted.open.size > 0; ) {
    if (Date.now() > end)
      throw new Error(`cannot wait any longer for ${[...noted.open].map((one) => one.url()).join(' ')}`)
    begun = noted.begun
    await page.waitForFunction(AT_REST)
  }
  await page.locator('.bone').first().waitFor({ state: 'detached' })
}

/** What is seen on each of these pages. The first is loaded, and the others are gone to from there, as links do. */
export async function onEach(
  visitor: Visitor,
  [first = '/', ...others]: readonly string[],
  look: (path: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const { page } = visitor
  await visitor.go(first)
  const seen = [...(await look(first))]
  for (const path of others) {
    await page.evaluate(
      `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
    )
    await settled(page)
    seen.push(...(await look(path)))
  }
  return seen
}

/** Switches the language in the frame, where a narrow page keeps it in the menu. */
export async function speak(page: Page, language: Language): Promise<void> {
  const name = language === 'nl' ? 'Nederlands' : 'English'
  const choice = page.getByRole('button', { name }).locator('visible=true').first()
  const menu = page.getByRole('button', { name: 'Menu' })
  const isAway = !(await choice.isVisible())
  if (isAway) await menu.click()
  await choice.click()
  await page.locator(`html[lang="${language}"]`).waitFor()
  if (isAway) await menu.click()
}

/** Waits for words that stand on the page for everybody to see. */
export async function sees(where: Page | Locator, words: string | RegExp): Promise<void> {
  await where.getByText(words).locator('visible=true').first().waitFor()
}
