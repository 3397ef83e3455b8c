import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type AnyRecord, ismsOf } from '../../../kernel/isms.ts'
import { registryOf } from '../../../kernel/registry.ts'
import { textCell } from '../../../kernel/sheet.ts'
import { readWorkbook } from '../../../platform/xlsx/read.ts'
import { type BuiltCell, buildWorkbook } from '../../../platform/xlsx/test/build.ts'
import { registers } from '../../../registers.gen.ts'
import { controls } from '../../catalogue/domain/controls.ts'
import { termCheck } from '../../catalogue/domain/terms.ts'
import { words } from '../test/texts.ts'
import { assetSheet, risksWorkbook, statementWorkbook } from '../test/workbooks.ts'
import { controlsIn, controlsInCell, orderedControls } from './controls.ts'
import { dateIn, numberIn } from './dates.ts'
import { propertiesIn } from './foreign/vocabulary.ts'
import { type Corrections, type ImportPlan, NO_CORRECTIONS } from './plan.ts'
import { planImport } from './plan-import.ts'
import { isBlank, isNothing, yesOrNo } from './words.ts'

const registry = registryOf(
  registers,
  termCheck(() => true),
)
const head = { version: 1, sequence: 1, recordedAt: '2024-01-01T00:00:00.000Z', validFrom: '2024-01-01' }
const uuidOf = (id: string): string => `c0000000-0000-4000-8000-${id.replace('.', '00').padStart(12, '0')}`
const annexA: readonly AnyRecord[] = controls().map(({ id, title }, index) => ({
  ...registry.empty(registry.get('control')),
  ...head,
  title: title.en,
  ref: `A.${id}`,
  annexA: id,
  id: uuidOf(id),
  register: 'control',
  number: `M-${index + 1}`,
  state: 'not_selected',
}))
const speak = words()

async function planOf(
  bytes: Uint8Array,
  given: { readonly corrections?: Corrections; readonly records?: readonly AnyRecord[] } = {},
): Promise<ImportPlan> {
  return planImport({
    files: [{ name: 'file.xlsx', workbook: await readWorkbook(bytes) }],
    corrections: given.corrections ?? NO_CORRECTIONS,
    registry,
    isms: ismsOf([...annexA, ...(given.records ?? [])], 1),
    words: speak,
    language: 'en',
    newId: randomUUID,
  })
}

const changesIn = (plan: ImportPlan, register: string): readonly ImportPlan['changes'][number][] =>
  plan.changes.filter((change) => change.register === register)
const fatesOf = (plan: ImportPlan, register: string): readonly string[] =>
  plan.tables
    .filter((table) => table.register === register)
    .flatMap(({ rows }) => rows.map(({ row, fate }) => `${row} ${fate}`))
const remarksOf = (plan: ImportPlan): readonly string[] =>
  plan.tables.flatMap(({ rows }) =>
    rows.flatMap(({ row, remarks }) => remarks.map(({ code, column }) => `${row} ${column} ${code}`)),
  )

describe('words and numbers', () => {
  test.each([
    ['', true, true],
    [' … ', true, true],
    ['.', true, true],
    ['?', true, true],
    ['n/a', false, true],
    ['N.v.t.', false, true],
    ['geen', false, true],
    ['No', false, false],
  ])('takes %j for a blank: %s, for nothing: %s', (text, blank, nothing) => {
    expect([isBlank(text), isNothing(text)]).toEqual([blank, nothing])
  })
  test.each([
    ['Ja', true],
    ['YES ', true],
    ['x', true],
    ['nee', false],
    ['?', null],
    ['deels', null],
    ['', null],
  ])('takes %j for %s', (text, answer) => {
    expect(yesOrNo(text)).toBe(answer)
  })
  test.each([
    ['Date (last update): 01/02/2023', '2023-02-01'],
    ['2023-01-31', '2023-01-31'],
    ['31-1-23', '2023-01-31'],
    ['1/31/2023', '2023-01-31'],
    ['31 januari 2023', '2023-01-31'],
    ['January 31st, 2023', '2023-01-31'],
    ['30/02/2023', null],
    ['5.31', null],
    ['soon', null],
  ])('finds in %j the date %s', (text, date) => {
    expect(dateIn(text)).toBe(date)
  })
  test.each([
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['3,5', 3.5],
    ['1.234.567', 1234567],
    ['€ 12', 12],
    ['x', null],
    ['', null],
  ])('reads %j as %s', (text, number) => {
    expect(numberIn(text)).toBe(number)
  })
  test.each([
    ['CIA', ['confidentiality', 'integrity', 'availability']],
    ['C, A', ['confidentiality', 'availability']],
    ['BIV', ['availability', 'integrity', 'confidentiality']],
    ['Vertrouwelijkheid en integriteit', ['confidentiality', 'integrity']],
    ['none', []],
    ['XYZ', null],
  ])('reads the properties in %j', (text, properties) => {
    expect(propertiesIn(text)).toEqual(properties)
  })
})

describe('numbers of controls', () => {
  const cell = (number: number, format: string | null = null): ReturnType<typeof textCell> => ({
    ...textCell(1, 1, String(number)),
    number,
    format,
  })
  test.each([
    ['5.5, 5.31, 8.10', ['5.5', '5.31', '8.10'], []],
    ['A.5.1; A 6.2 and A8.34', ['5.1', '6.2', '8.34'], []],
    ['5.9 t/m 5.11', ['5.9', '5.10', '5.11'], []],
    ['8,10', ['8.10'], []],
    ['A.12.4.1 and 9.9', [], ['12.4.1', '9.9']],
    ['Risk session 01-01-2023', [], []],
  ])('finds those in %j', (text, ids, unknown) => {
    expect(controlsIn(text)).toEqual({ ids, unknown })
  })
  test.each([
    [5.0999999999999996, null, '5.1', '5.10'],
    [5.1, '0.00', '5.10', '5.1'],
    [5.1100000000000003, null, '5.11', null],
    [6.1, null, '6.1', null],
    [8.3000000000000007, null, '8.3', '8.30'],
  ])('reads the number %d shown as %s as %s, perhaps %s', (number, format, id, orElse) => {
    expect(controlsInCell(cell(number, format)).numbers).toEqual([{ id, orElse }])
  })
  test('goes by the order of the annex, and by the title beside', () => {
    const rows = controls().map(({ id }) => ({ cell: cell(Number(id)), title: '' }))
    expect(orderedControls(rows).map((number) => number?.id)).toEqual(controls().map(({ id }) => id))
    const titled = [{ cell: cell(8.2), title: 'Networks security' }]
    const networks = controls().find(({ id }) => id === '8.20')?.title.en ?? ''
    expect(orderedControls([{ cell: cell(8.2), title: networks }])[0]?.id).toBe('8.20')
    expect(orderedControls(titled)[0]?.id).toBeDefined()
  })
})

describe('a workbook with assets and risks', () => {
  test('is recognised among titles, legends, a mapping and a list of roles', async () => {
    const { tables } = await planOf(risksWorkbook())
    const found = tables
      .filter(({ register }) => register !== null)
      .map(({ sheet, headerRow, register, kind }) => [sheet, headerRow, register, kind])
    expect(found).toEqual([
      ['Assets', 3, 'asset', 'recognised'],
      ['Risks and controls', 6, 'risk', 'recognised'],
    ])
  })

  test('gives the named assets, and leaves template rows and the legend alone', async () => {
    const plan = await planOf(risksWorkbook())
    expect(fatesOf(plan, 'asset')).toEqual([
      ...[4, 5, 6, 7].map((row) => `${row} create`),
      ...Array.from({ length: 10 }, (_, index) => `${8 + index} skip`),
    ])
    const [portal, books, office, phones] = changesIn(plan, 'asset').map(({ set }) => set)
    const roles = new Map(changesIn(plan, 'role').map(({ id, set }) => [set['title'], id]))
    const ada = changesIn(plan, 'person')[0]?.id
    expect(portal).toEqual({
      title: 'Portal',
      description: 'Where customers log in',
      ownerRole: roles.get('CTO'),
      relevantProperties: ['confidentiality', 'integrity', 'availability'],
      personalData: true,
      whoHasAccess: 'Developers',
      category: 'data',
    })
    expect(books).toMatchObject({ personalData: false, category: 'services', ownerRole: roles.get('CFO') })
    expect(office).toEqual({ title: 'Office', description: 'Main floor', owner: ada, category: 'environment' })
    expect(phones).toEqual({ title: 'Phones', ownerRole: roles.get('Sales') })
    expect(remarksOf(plan)).toEqual(expect.arrayContaining(['7 6 not_yes_or_no', '7 8 choice_not_read']))
  })

  test('makes one record of each owner, by name only', async () => {
    const plan = await planOf(risksWorkbook())
    expect(plan.names.map(({ name, as, count }) => [name, as, count])).toEqual([
      ['CTO', 'role', 1],
      ['CFO', 'role', 2],
      ['Ada Lovelace', 'person', 4],
      ['Sales', 'role', 1],
    ])
    expect(changesIn(plan, 'person').map(({ set }) => set)).toEqual([{ name: 'Ada Lovelace' }])
  })

  test('takes the scale of the workbook as its method, with the line of acceptance', async () => {
    const [method] = changesIn(await planOf(risksWorkbook()), 'risk_method')
    expect(method).not.toHaveProperty('state')
    expect(method?.set).toMatchObject({
      versionLabel: '0.1',
      approach: 'event',
      likelihoodScale: [
        { value: 1, name: 'Low', definition: '<10%', perYearFrom: null, perYearTo: 0.1 },
        { value: 2, name: 'Medium', definition: '>10%', perYearFrom: 0.1, perYearTo: 0.3 },
        { value: 3, name: 'High', definition: '>30%', perYearFrom: 0.3, perYearTo: null },
      ],
      consequenceScale: [{ value: 1 }, { value: 2, definition: '> € 10.000' }, { value: 3 }],
      acceptanceThreshold: 'medium',
    })
    expect(method?.set['matrix']).toContainEqual({ likelihood: 2, consequence: 3, level: 'high', score: 6 })
  })

  test('gives risks with their scores before and after', async () => {
    const plan = await planOf(risksWorkbook())
    expect(fatesOf(plan, 'risk')).toEqual(['7 create', '8 create', '9 create', '10 create'])
    const [fine] = changesIn(plan, 'risk')
    const scores = changesIn(plan, 'risk_score').filter(({ set }) => set['risk'] === fine?.id)
    expect(
      scores.map(({ set }) => [
        set['kind'],
        set['likelihood'],
        set['consequence'],
        set['score'],
        set['level'],
        set['scoredAt'],
      ]),
    ).toEqual([
      ['current', 2, 3, 6, 'high', '2023-01-31'],
      ['residual', 2, 1, 2, 'low', '2023-01-31'],
    ])
  })

  test('keeps an approval as stated and asks for it, and approves nothing', async () => {
    const plan = await planOf(risksWorkbook())
    const [fine, laptop, ransomware, power] = changesIn(plan, 'risk')
    const ada = changesIn(plan, 'person')[0]?.id
    expect(fine).toMatchObject({
      state: 'to_treat',
      set: {
        owner: ada,
        decision: 'treat',
        statedApproval: { by: 'Ada Lovelace', on: '2023-01-01', confirmedAt: null, confirmedBy: null },
      },
    })
    expect(laptop?.set['statedApproval']).toMatchObject({ on: '2023-02-01' })
    expect(ransomware).toMatchObject({ state: 'evaluated', set: { decision: 'accept' } })
    expect(power).toMatchObject({ state: 'analysed', set: { statedApproval: { on: null } } })
    expect(plan.changes.some(({ register }) => register === 'approval')).toBe(false)
  })

  test('gives the treatment with its controls, and words that are no option as they are', async () => {
    const plan = await planOf(risksWorkbook())
    const [fine, laptop, ransomware, power] = changesIn(plan, 'treatment').map(({ set }) => set)
    expect(fine).toMatchObject({
      option: 'modify',
      controls: [uuidOf('5.5'), uuidOf('5.31'), uuidOf('8.10')],
      justification: 'Risk Treatment Plan in 2023: Train everybody',
    })
    expect(laptop).toMatchObject({ controls: [uuidOf('5.11')] })
    expect(ransomware).toMatchObject({ option: 'retain' })
    expect(ransomware).not.toHaveProperty('controls')
    expect(power).toMatchObject({ statedDecision: 'Discuss', controls: [uuidOf('8.1')] })
    expect(remarksOf(plan)).toEqual(
      expect.arrayContaining([
        '10 10 decision_not_read',
        '10 5 control_doubtful',
        '10 8 not_on_scale',
        '10 13 date_not_read',
      ]),
    )
  })

  test('finds the records of an earlier import again and changes only what differs', async () => {
    const first = await planOf(risksWorkbook())
    const records = first.changes.map(
      ({ register, id, set, state }, index): AnyRecord => ({
        ...registry.empty(registry.get(register)),
        ...set,
        ...head,
        id,
        register,
        number: `${registry.get(register).code}-${index + 1}`,
        state: state ?? registry.get(register).states.initial,
      }),
    )
    const again = await planOf(risksWorkbook(), { records })
    expect(again.changes).toEqual([])
    expect(fatesOf(again, 'risk')).toEqual(['7 unchanged', '8 unchanged', '9 unchanged', '10 unchanged'])
  })

  test('takes a table, a column and a name for what a person says', async () => {
    const { tables } = await planOf(risksWorkbook())
    const [assets, risks] = tables.map(({ key }) => key)
    const corrections: Corrections = {
      tables: {
        [assets ?? '']: { columns: { 8: null, 3: 'whoHasAccess', 7: null }, leaveOut: [5] },
        [risks ?? '']: { register: null },
      },
      names: { CTO: 'person' },
    }
    const plan = await planOf(risksWorkbook(), { corrections })
    expect(changesIn(plan, 'risk')).toEqual([])
    expect(fatesOf(plan, 'asset').slice(0, 2)).toEqual(['4 create', '5 skip'])
    expect(changesIn(plan, 'asset')[0]?.set).toMatchObject({ whoHasAccess: 'Where customers log in' })
    expect(changesIn(plan, 'asset')[0]?.set).not.toHaveProperty('category')
    expect(changesIn(plan, 'person').map(({ set }) => set['name'])).toContain('CTO')
  })
})

describe('an inventory by other names', () => {
  test('is recognised in Dutch, without numbers, with a legend beside it', async () => {
    const plan = await planOf(
      buildWorkbook([
        {
          name: 'Blad1',
          rows: {
            2: ['Bedrijfsmiddelen'],
            4: [
              'Bedrijfsmiddel',
              'Omschrijving',
              'Eigenaar',
              'BIV',
              'Bevat persoonsgegevens',
              null,
              'Eigenaar',
              'Betekenis',
            ],
            5: ['Klantportaal', 'Inloggen', 'Jan de Vries', 'BV', 'ja', null, 'Jan', 'hoofd ICT'],
            6: ['Boekhouding', 'Cijfers', 'Afdeling financiën', 'BIV', 'nee', null, 'Piet', 'directeur'],
          },
        },
      ]),
    )
    expect(
      changesIn(plan, 'asset').map(({ set }) => [set['title'], set['relevantProperties'], set['personalData']]),
    ).toEqual([
      ['Klantportaal', ['availability', 'confidentiality'], true],
      ['Boekhouding', ['availability', 'integrity', 'confidentiality'], false],
    ])
    expect(plan.names.map(({ name, as }) => [name, as])).toEqual([
      ['Jan de Vries', 'person'],
      ['Afdeling financiën', 'role'],
    ])
  })

  test('on a hidden sheet waits until somebody asks for it', async () => {
    const hidden = buildWorkbook([{ ...assetSheet(), state: 'hidden' }])
    const plan = await planOf(hidden)
    expect(plan.changes).toEqual([])
    const corrections = { ...NO_CORRECTIONS, tables: { [plan.tables[0]?.key ?? '']: { register: 'asset' } } }
    expect(changesIn(await planOf(hidden, { corrections }), 'asset')).toHaveLength(4)
  })
})

describe('a statement of applicability', () => {
  test('matches its 93 lines and leaves every decision open', async () => {
    const plan = await planOf(statementWorkbook())
    const lines = changesIn(plan, 'statement_line')
    expect(lines).toHaveLength(93)
    expect(lines.map(({ set }) => set)).toEqual(controls().map(({ id }) => ({ ref: `A.${id}`, control: uuidOf(id) })))
    expect(plan.notices.map(({ code, count }) => [code, count])).toEqual([
      ['statement_made', 1],
      ['statement_undecided', 93],
      ['standard_text_left_out', 1],
    ])
  })

  test('keeps version and approval status as they are stated', async () => {
    const [version] = changesIn(await planOf(statementWorkbook()), 'statement')
    expect(version?.set).toEqual({
      title: 'Statement of Applicability ISO 27001:2022',
      versionLabel: '2022-10-01',
      statedApproval: {
        status: 'To be approved in management review',
        by: null,
        on: null,
        confirmedAt: null,
        confirmedBy: null,
      },
    })
    expect(version).not.toHaveProperty('state')
  })

  test('never lets a word of the standard in', async () => {
    expect(JSON.stringify(await planOf(statementWorkbook()))).not.toContain('for control 5.2 of the annex')
  })

  test('reads decisions, reasons, status and owner where they are given', async () => {
    const rows: Readonly<Record<string, readonly BuiltCell[]>> = {
      '5.1': ['Yes', 'Regulatory compliance, Best practice', null, 'Yes', 'In the wiki', 'CISO'],
      '5.2': ['No', null, 'No roles to divide', 'No'],
      '5.3': ['?', null, null, 'Maybe'],
      '5.4': ['ja', 'Omdat de klant het vraagt', null, 'deels'],
    }
    const plan = await planOf(statementWorkbook((id) => rows[id] ?? []))
    const [first, second, third, fourth] = changesIn(plan, 'statement_line').map(({ set }) => set)
    expect(first).toMatchObject({
      included: true,
      inclusionReasons: [
        { type: 'law', link: null, text: 'Regulatory compliance' },
        { type: 'business', link: null, text: 'Best practice' },
      ],
      implementationStatus: 'implemented',
      implementationDescription: 'In the wiki',
      ownerRole: changesIn(plan, 'role')[0]?.id,
    })
    expect(second).toMatchObject({
      included: false,
      exclusionJustification: 'No roles to divide',
      implementationStatus: 'not',
    })
    expect(third).not.toHaveProperty('included')
    expect(fourth).toMatchObject({
      included: true,
      inclusionReasons: [{ type: null, link: null, text: 'Omdat de klant het vraagt' }],
      implementationStatus: 'partly',
    })
    expect(plan.notices.find(({ code }) => code === 'statement_undecided')?.count).toBe(90)
    expect(remarksOf(plan)).toContain('10 8 choice_not_read')
  })

  test('with numbers that Excel spoiled is matched by order and by topic', async () => {
    const plan = await planOf(statementWorkbook(undefined, (id) => ({ raw: String(Number(id)) })))
    expect(changesIn(plan, 'statement_line').map(({ set }) => set['ref'])).toEqual(
      controls().map(({ id }) => `A.${id}`),
    )
  })
})
