import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../kernel/sheet.ts'
import type { Language } from '../../kernel/text.ts'
import { readWorkbook } from '../../platform/xlsx/read.ts'
import { founded, type Place, refusal } from '../statements/place.fixture.ts'
import { current } from '../statements/service/read.ts'
import { changeLines, start } from '../statements/service/write.ts'
import { approvedBy, decided, small, wordsFor } from './reports.fixture.ts'
import { type Asked, readinessFile, risksFile, statementFile } from './service.ts'

const run = (command: string, args: readonly string[], input: Uint8Array): string =>
  execFileSync(command, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
/** Words of a PDF in reading order, whatever the line breaks; a word broken over two lines (soft hyphen) is one. */
const textOf = (pdf: Uint8Array): string =>
  run('pdftotext', ['-', '-'], pdf)
    .replaceAll(/\u00AD\s+/g, '')
    .replaceAll(/\s+/g, ' ')

function asked(format: Asked['format'], language: Language = 'nl', more: Partial<Asked> = {}): Asked {
  return { format, language, words: wordsFor(language), ...more }
}

const statementOf = async (at: Place, how: Parameters<typeof statementFile>[1]): Promise<Uint8Array> =>
  (await at.run((ctx) => statementFile(ctx, how))).bytes
const risksOf = async (at: Place, how: Asked): Promise<Uint8Array> => (await at.run((ctx) => risksFile(ctx, how))).bytes

/** Rows of a sheet as people read them, gaps included. */
async function rowsOf(bytes: Uint8Array, sheet: string): Promise<readonly (readonly string[])[]> {
  const book = await readWorkbook(bytes)
  const rows = book.sheets.find(({ name }) => name === sheet)?.rows ?? []
  return rows.map((cells: readonly Cell[]) => {
    const row: string[] = []
    for (const { column, text } of cells) row[column - 1] = text
    return Array.from(row, (text) => text ?? '')
  })
}

const json = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8'))

describe('the statement as a file', () => {
  test('says in a draft that nobody approved it, and gives every control its reasons', async () => {
    const at = await small()
    await decided(at)
    const file = await at.run((ctx) => statementFile(ctx, asked('pdf')))
    expect([file.name, file.type]).toEqual([
      'kiekendief-software-b-v-verklaring-van-toepasselijkheid-1-0-2026-02-02.pdf',
      'application/pdf',
    ])
    expect(run('pdfinfo', ['-'], file.bytes)).toMatch(
      /Title: +Verklaring van toepasselijkheid, Kiekendief Software B.V./,
    )
    const text = textOf(file.bytes)
    for (const words of [
      'Concept: versie 1.0 is niet goedgekeurd',
      '90 beheersmaatregelen gelden hier, 3 niet. Van wat geldt zijn er 76 ingevoerd, 14 deels en 0 nog niet.',
      'Het maken en beheren van roostersoftware. (concept)',
      'ISO/IEC 27001:2022, bijlage A',
      'A.5 Organisatorische beheersmaatregelen',
      'R-1 Back-up blijkt niet terug te zetten (risico)',
      'E-1 AVG art. 32: beschikbaarheid (wet)',
      'Elke nacht, wekelijks teruggezet in een leeg systeem.',
      'Geen eigen netwerk of systemen (A.8.20).',
      'Pagina 1 van',
      'grootboekregel 295, wortel',
    ]) {
      expect(text).toContain(words)
    }
    expect(text.match(/A\.\d\.\d+ [A-Z]/g)?.length).toBeGreaterThanOrEqual(93)
  })

  test('speaks English where asked, with the catalogue’s titles, and names who approved it', async () => {
    const at = await small()
    await decided(at)
    await approvedBy(at)
    const text = textOf(await statementOf(at, asked('pdf', 'en')))
    expect(text).toContain('Fenna Postma, 2 February 2026')
    expect(text).toContain('in force')
    expect(text).toContain('Policies for information security')
    expect(text).not.toContain('Draft')
    expect(text).not.toMatch(/report\.|\{page|undefined|null/)
  })

  test('is the same file for the same question, byte for byte', async () => {
    const at = await small()
    await decided(at)
    const [one, two] = [await statementOf(at, asked('pdf')), await statementOf(at, asked('pdf'))]
    expect(Buffer.compare(one, two)).toBe(0)
  })

  test('shows what was approved, not what became of it, and as of an earlier day what was known then', async () => {
    const at = await small()
    await decided(at)
    at.clock.time = new Date('2026-03-09T09:00:00Z')
    await approvedBy(at)
    at.clock.time = new Date('2026-05-20T09:00:00Z')
    const line = (await at.run((ctx) => current(ctx, '2026-05-20', 'known'))).lines[0]
    const set = { implementationDescription: 'Nieuw beleid.' }
    await at.run((ctx) => changeLines(ctx, { lines: [{ id: line?.id ?? '', version: line?.version ?? 0, set }] }))
    const now = textOf(await statementOf(at, asked('pdf')))
    expect(now).toContain('Sinds de goedkeuring is 1 regel veranderd')
    expect(now).not.toContain('Nieuw beleid.')
    const before = json(await statementOf(at, asked('json', 'nl', { at: '2026-03-08' })))
    expect(before).toMatchObject({ state: 'draft', cover: { notice: 'Concept: versie 1.0 is niet goedgekeurd' } })
    expect(textOf(await statementOf(at, asked('pdf', 'nl', { at: '2026-03-08' })))).toContain(
      '8 maart 2026, zoals toen bekend',
    )
    const roots = await Promise.all(
      ['2026-03-08', '2026-03-09'].map(
        async (day) =>
          JSON.stringify(json(await statementOf(at, asked('json', 'nl', { at: day })))).match(
            /wortel ([0-9a-f]{64})/,
          )?.[1],
      ),
    )
    expect(new Set(roots).size).toBe(2)
    await at.run((ctx) => start(ctx, { version: '1.1' }, wordsFor('nl')))
    expect(textOf(await statementOf(at, asked('pdf')))).toContain('Nieuw beleid.')
    expect(textOf(await statementOf(at, { ...asked('pdf'), version: 'VT-1' }))).not.toContain('Nieuw beleid.')
  })

  test('keeps a signature on paper apart from one given here', async () => {
    const at = await founded()
    const statedApproval = {
      status: 'Goedgekeurd',
      by: 'F. Postma',
      on: '2025-11-01',
      confirmedAt: null,
      confirmedBy: null,
    }
    await at.save({ register: 'statement', act: 'create', set: { title: 'VvT', versionLabel: '3', statedApproval } })
    const text = textOf(await statementOf(at, asked('pdf')))
    expect(text).toContain('op papier: F. Postma, 1 november 2025; hier niet bevestigd')
    expect(text).toContain('Concept: versie 3 is niet goedgekeurd')
  })

  test('says what a file said where it named neither a person nor a day', async () => {
    const at = await founded('en')
    const nothing = { by: null, on: null, confirmedAt: null, confirmedBy: null }
    const statedApproval = { ...nothing, status: 'To be approved in management review' }
    await at.save({ register: 'statement', act: 'create', set: { title: 'SoA', statedApproval } })
    const text = textOf(await statementOf(at, asked('pdf', 'en')))
    expect(text).toContain('not approved yet; the file says: To be approved in management review')
  })

  test('leaves an undecided control undecided', async () => {
    const at = await founded()
    await at.run((ctx) => start(ctx, { version: '0.1' }, wordsFor('nl')))
    const text = textOf(await statementOf(at, asked('pdf')))
    expect(text).toContain('Over geen van de 93 beheersmaatregelen is al besloten.')
    expect((await rowsOf(await statementOf(at, asked('xlsx')), 'Beheersmaatregelen'))[1]?.[3]).toBe('nog open')
  })

  test('as a workbook has a row per control, and runs nothing that stands in it', async () => {
    const at = await small()
    await decided(at)
    const line = (await at.run((ctx) => current(ctx, '2099-01-01', 'known'))).lines[0]
    const set = { implementationDescription: '=1+1' }
    await at.run((ctx) => changeLines(ctx, { lines: [{ id: line?.id ?? '', version: line?.version ?? 0, set }] }))
    const bytes = await statementOf(at, asked('xlsx'))
    const rows = await rowsOf(bytes, 'Beheersmaatregelen')
    expect(rows.length).toBe(94)
    expect(rows[1]).toEqual([
      'A.5.1',
      'Beleidsregels voor informatiebeveiliging',
      'A.5 Organisatorische beheersmaatregelen',
      'ja',
      'eigen keuze of goede praktijk',
      '',
      'ingevoerd',
      '=1+1',
      'Fenna Postma',
      '2026-02-02',
    ])
    expect(rows.find(([ref]) => ref === 'A.8.13')?.[4]).toBe(
      'risico: R-1 Back-up blijkt niet terug te zetten\nwet: E-1 AVG art. 32: beschikbaarheid',
    )
    expect((await rowsOf(bytes, 'Uitsluitingen')).map(([ref]) => ref)).toEqual(['Nr', 'A.8.20', 'A.8.22', 'A.8.34'])
    expect((await readWorkbook(bytes)).sheets.map(({ name }) => name)).toEqual([
      'Verklaring',
      'Beheersmaatregelen',
      'Uitsluitingen',
      'Verwijzingen',
    ])
    const english = await readWorkbook(await statementOf(at, asked('xlsx', 'en')))
    expect(english.sheets.map(({ name }) => name)).toEqual(['Statement', 'Controls', 'Exclusions', 'References'])
  })

  test('is refused where there was none', async () => {
    const at = await founded()
    expect((await refusal(statementOf(at, asked('pdf')))).code).toBe('statement.none')
  })
})

describe('the risk register as a file', () => {
  test('shows the method, the map with the acceptance line, and every risk', async () => {
    const at = await small()
    const text = textOf(await risksOf(at, asked('pdf')))
    for (const words of [
      '3 open risico’s, waarvan 1 boven de aanvaardingslijn. 1 risico heeft nog geen niveau.',
      'Vijf bij vijf, versie 2',
      'tot en met midden; wat daarboven ligt, wordt behandeld',
      'Niet op de kaart, omdat kans of gevolg ontbreekt of niet op de schaal staat: R-3.',
      '3 × 5, nu',
      '2,5 × 3, nu',
      'A.8.13',
      'Youssef el Amrani',
    ]) {
      expect(text).toContain(words)
    }
    expect(json(await risksOf(at, asked('json', 'en')))).toMatchObject({
      counts: { total: 3, above: 1, unscored: 1, afterAbove: 0 },
      cover: { notice: null },
      // Likelihood 5 and 4, consequence 1 and 2: 10 lies above the line, 5 and 8 do not.
      method: {
        map: {
          rows: [
            { cells: [{ isAbove: false }, { isAbove: true, lineLeft: true }, {}, {}, {}] },
            { cells: [{}, { now: ['R-2'], isAbove: false, lineTop: true }, {}, {}, {}] },
            {},
            {},
            {},
          ],
        },
      },
      risks: [
        {
          number: 'R-1',
          letters: 'A I',
          now: { level: 'zeer hoog', isAbove: true },
          after: { level: 'midden', score: 5 },
          controls: ['A.8.13'],
        },
        { number: 'R-2', now: { level: 'midden', isAbove: false }, after: null },
        { number: 'R-3', now: { level: '' } },
      ],
    })
  })

  test('as a workbook gives numbers as numbers, and the matrix with what stands in it', async () => {
    const at = await small()
    const bytes = await risksOf(at, asked('xlsx', 'en'))
    const book = await readWorkbook(bytes)
    expect(book.sheets.map(({ name }) => name)).toEqual([
      'Risk register',
      'Risks',
      'Likelihood scale',
      'Consequence scale',
      'Levels',
      'Matrix',
    ])
    const first = book.sheets[1]?.rows[1]
    expect(first?.find(({ column }) => column === 9)?.number).toBe(15)
    expect((await rowsOf(bytes, 'Matrix'))[3]?.[5]).toBe('zeer hoog\nR-1')
  })

  test('says so where there is no method and no risk yet', async () => {
    const at = await founded('en')
    const text = textOf(await risksOf(at, asked('pdf', 'en')))
    expect(text).toContain('There is no method yet')
    expect(text).toContain('There are no risks yet.')
  })

  test('tells of an approval on paper until its owner confirms it', async () => {
    const at = await small()
    const statedApproval = { by: 'Youssef', on: '2025-10-01', confirmedAt: null, confirmedBy: null }
    await at.save({ register: 'risk', act: 'update', id: at.risk, set: { statedApproval } })
    expect(textOf(await risksOf(at, asked('pdf')))).toContain('op papier: Youssef, 1 oktober 2025; hier niet bevestigd')
  })
})

describe('the readiness as a file', () => {
  const readinessOf = async (at: Place, how: Asked): Promise<Uint8Array> =>
    (await at.run((ctx) => readinessFile(ctx, { ...how, stage: 'S1' }))).bytes

  test('says for management what an auditor would find, why, and who takes it up, and that it is a forecast', async () => {
    const at = await small()
    const text = textOf(await readinessOf(at, asked('pdf')))
    expect(text).toContain('Gereedheid voor fase 1')
    expect(text).toContain('Nog niet klaar voor fase 1.')
    expect(text).toContain('Dit is een verwachting op grond van de registers op 2 februari 2026')
    expect(text).toContain('Het komende jaar, als niemand iets doet')
  })

  test('holds a row per finding, with its rule and its basis, in the language that is asked', async () => {
    const at = await small('en')
    const rows = await rowsOf(await readinessOf(at, asked('xlsx', 'en')), 'Expected findings')
    const found = rows.find((row) => row.includes('R-4.1-1'))
    expect(found?.slice(0, 4)).toEqual(['Expected', 'major', '4.1', 'R-4.1-1'])
    expect(found?.[7]).toContain('the standard asks for it')
    expect(json(await readinessOf(at, asked('json', 'en')))).toMatchObject({
      ready: false,
      counts: { MAJ: expect.any(Number) },
    })
  })
})
