import { describe, expect, it } from 'vitest'
import { idOf } from '../../samples/kiekendief/story.ts'
import { LANGUAGES } from '../../src/kernel/text.ts'
import { registers } from '../../src/registers.gen.ts'
import { journeyAt } from './journey.ts'
import { SAMPLE, sees, settled, speak, type Visitor } from './stage.ts'

/** They have pages of their own, which the menu names. */
const ELSEWHERE = ['interview', 'statement', 'statement_line']

const NL = 'Komt in het grootboek'
const EN = 'Is written to the ledger'
const SHOWN = {
  supplier: {
    nl: { plural: 'Leveranciers', add: 'Leverancier toevoegen', reason: NL },
    en: { plural: 'Suppliers', add: 'Add supplier', reason: EN },
  },
  document: {
    nl: { plural: 'Documenten', add: 'Document toevoegen', reason: NL },
    en: { plural: 'Documents', add: 'Add document', reason: EN },
  },
  audit: {
    nl: { plural: 'Audits', add: 'Audit toevoegen', reason: NL },
    en: { plural: 'Audits', add: 'Add audit', reason: EN },
  },
} as const

let fenna: Visitor

journeyAt('2026-03-02 12:00', async (scene) => {
  await scene.sample()
  const roles = ['coordinator'] as const
  fenna = await scene.person('Fenna Postma', { organisation: SAMPLE, roles, person: idOf('person', 'fenna') })
})

/** Paths below the organisation to which the links of a part of the page lead. */
async function linksOf(part: string): Promise<readonly string[]> {
  const hrefs = await fenna.page
    .locator(part)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return hrefs.map((href) => href.replace(`/${SAMPLE}/`, '').replace(/\?.*$/, ''))
}

describe('a newcomer finds every register', () => {
  it('within two clicks of the menu', async () => {
    await fenna.go(`/${SAMPLE}/registers/risk`)
    const first = (await linksOf('#menu a')).filter((path) => path.startsWith('registers/'))
    const found = new Set(first)
    for (const path of first) {
      await fenna.page.evaluate(`document.querySelector('#menu a[href^="/${SAMPLE}/${path}"]').click()`)
      await fenna.page.waitForURL(`**/${path}*`)
      for (const link of await linksOf('nav.topic a')) found.add(link)
    }
    const missing = registers.map(({ name }) => name).filter((name) => !found.has(`registers/${name}`))
    expect(missing.toSorted()).toEqual(ELSEWHERE)
  })
})

describe('a register is a list, a record and a form in either language', () => {
  it.each(Object.entries(SHOWN))('%s', async (register, shown) => {
    const { page } = fenna
    for (const language of LANGUAGES) {
      const { plural, add, reason } = shown[language]
      await fenna.go(`/${SAMPLE}/registers/${register}`)
      await speak(page, language)
      await page.getByRole('heading', { name: plural, level: 1 }).waitFor()
      await page.locator('td.name a').first().click()
      const beside = page.getByRole('complementary')
      await beside.locator('a', { hasText: language === 'nl' ? 'Volledige pagina' : 'Full page' }).click()
      await page.locator('article').getByPlaceholder(reason).waitFor()
      await sees(page, language === 'nl' ? 'Geschiedenis' : 'History')
      await fenna.go(`/${SAMPLE}/registers/${register}`)
      await page.getByRole('link', { name: add }).click()
      await page.getByPlaceholder(reason).waitFor()
      await settled(page)
    }
    await speak(page, 'nl')
  })
})
