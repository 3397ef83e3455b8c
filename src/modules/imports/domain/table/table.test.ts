import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnyRecord, type Isms, ismsOf } from '../../../../kernel/isms.ts'
import type { Json, JsonObject } from '../../../../kernel/json.ts'
import type { Field, Fields, Register } from '../../../../kernel/register.ts'
import { registryOf } from '../../../../kernel/registry.ts'
import type { Cell, OutSheet, Workbook } from '../../../../kernel/sheet.ts'
import { readCsv } from '../../../../platform/csv/read.ts'
import { writeCsv } from '../../../../platform/csv/write.ts'
import { readWorkbook } from '../../../../platform/xlsx/read.ts'
import { writeWorkbook } from '../../../../platform/xlsx/write.ts'
import { registers } from '../../../../registers.gen.ts'
import { terms } from '../../../catalogue/domain/terms.ts'
import { organisation } from '../../../organisation/registers/organisation.ts'
import { person } from '../../../people/registers/person.ts'
import { scope } from '../../../scopes/register.ts'
import { words } from '../../test/texts.ts'
import { columnNamed, headerIndex } from './columns.ts'
import { lookupOf } from './lookup.ts'
import { matchRows, type RowResult, readRow, type TableInput } from './read-table.ts'
import { readingOf } from './read-value.ts'
import { tableOf } from './write-table.ts'

const speak = words()
const registry = registryOf(registers, () => true)
const uuid = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

/** One person and so on of every register, for links to point at; two of them share a title. */
const targets: readonly AnyRecord[] = registers.flatMap((register, index) =>
  [0, 1].map((copy) => ({
    ...registry.empty(register),
    [register.title]: `${register.name} ${index === 3 ? 'same' : copy}; with a mark`,
    id: uuid(index * 10 + copy + 1),
    register: register.name,
    number: `${register.code}-${900 + copy}`,
    state: register.states.initial,
    version: 1,
    sequence: 1,
    recordedAt: '2024-01-01T00:00:00.000Z',
    validFrom: '2024-01-01',
  })),
)

const characters = fc.constantFrom(
  'a',
  'é',
  '€',
  "'",
  '"',
  ';',
  ',',
  '=',
  '+',
  '-',
  '@',
  '\\',
  'n',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '😀',
  '_x000D_',
)
const someText = (most: number): fc.Arbitrary<string> =>
  fc
    .array(characters, { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join('').slice(0, most).toWellFormed().trim().normalize('NFC'))
    .filter((value) => value !== '')

function valueOf(field: Field): fc.Arbitrary<Json> {
  const { options } = field
  const optional = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
    field.isRequired ? value : fc.option(value, { nil: null })
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'richText':
      return optional(someText(options.max ?? 200))
    case 'choice':
      return field.isRequired
        ? fc.constantFrom(...(options.choices ?? []))
        : fc.constantFrom(null, ...(options.choices ?? []))
    case 'choices':
      return fc.subarray([...(options.choices ?? [])])
    case 'number':
      return optional(numberOf(options))
    case 'boolean':
      return fc.constantFrom(null, true, false)
    case 'date':
      return optional(
        fc
          .date({ min: new Date('1900-01-01'), max: new Date('2999-01-01'), noInvalidDate: true })
          .map((d) => d.toISOString().slice(0, 10)),
      )
    case 'instant':
      return optional(fc.constant('2024-05-06T07:08:09.010Z'))
    case 'link':
      return field.isRequired ? fc.constantFrom(...idsFor(field)) : fc.constantFrom(null, ...idsFor(field))
    case 'links':
      return fc.subarray([...idsFor(field)])
    case 'term':
      return fc.constantFrom(null, ...termIds(field))
    case 'terms':
      return fc.subarray([...termIds(field)])
    case 'file':
      return fc.constantFrom(null, 'ab'.repeat(32))
    case 'group':
      return fc.record(fieldValues(options.fields ?? {}))
    case 'list':
      return fc.array(
        fc.record(fieldValues(options.fields ?? {})).filter((row) => !isEmptyRow(row)),
        { maxLength: 3 },
      )
  }
}

function numberOf({ least = -1e9, most = 1e9, integer }: Field['options']): fc.Arbitrary<number> {
  if (integer === true) return fc.integer({ min: least, max: most })
  return fc.double({ min: least, max: most, noNaN: true }).map((value) => value + 0)
}

const isEmptyValue = (value: Json): boolean =>
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isEmptyValue))
const isEmptyRow = (row: JsonObject): boolean => Object.values(row).every(isEmptyValue)

function idsFor(field: Field): readonly string[] {
  const wanted = field.options.targets ?? []
  return targets
    .filter(({ register }) => wanted.length === 0 || wanted.includes(register))
    .map(({ id }) => id)
    .slice(0, 6)
}

function termIds(field: Field): readonly string[] {
  const set = field.options.set
  if (set === undefined || set === 'rule') return ['R-4.1-1', 'R-6.1.2-c-1']
  return terms(set)
    .slice(0, 12)
    .map(({ id }) => id)
}

function fieldValues(fields: Fields): Record<string, fc.Arbitrary<Json>> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field)]))
}

function recordsOf(register: Register): fc.Arbitrary<readonly AnyRecord[]> {
  const maxLength = register.single ? 1 : 3
  return fc.array(fc.record(fieldValues(register.fields)), { minLength: 1, maxLength }).map((rows) =>
    rows.map((values, index) => ({
      ...values,
      id: uuid(5000 + index),
      register: register.name,
      number: `${register.code}-${index + 1}`,
      state: register.states.initial,
      version: 2,
      sequence: 5,
      recordedAt: '2024-01-01T00:00:00.000Z',
      validFrom: '2024-01-01',
    })),
  )
}

function csvOf(sheet: OutSheet): Uint8Array {
  return writeCsv(
    [
      sheet.header,
      ...sheet.rows.map((row) =>
        row.map((cell) =>
          cell === null ? null : cell.kind === 'text' ? cell.text : cell.kind === 'number' ? cell.number : cell.date,
        ),
      ),
    ],
    ';',
  )
}

function tableIn(register: Register, workbook: Workbook): TableInput {
  const [header = [], ...rows] = workbook.sheets[0]?.rows ?? []
  const index = headerIndex(register, speak)
  const columns = new Map(header.map((cell) => [cell.column, columnNamed(index, cell.text) ?? '?']))
  const byColumn = (cells: readonly Cell[]): ReadonlyMap<number, Cell> =>
    new Map(cells.map((cell) => [cell.column, cell]))
  return {
    register,
    columnOf: new Map([...columns].map(([column, key]) => [key, column])),
    rows: rows.map((cells) => ({ row: cells[0]?.row ?? 0, cells: byColumn(cells) })),
    leaveOut: new Set(),
  }
}

function readBack(table: TableInput, isms: Isms, existing: readonly AnyRecord[]): readonly RowResult[] {
  const lookup = lookupOf(isms, registers)
  const byNumber = new Map(existing.map((record) => [record.number, record]))
  const matched = matchRows(table, byNumber, () => uuid(9999))
  const reading = readingOf({ register: table.register, words: speak, language: 'en', lookup })
  return matched.map((row) => readRow(reading, table, row))
}

describe('every register', () => {
  test.each(registers.map((register) => [register.name, register] as const))(
    '%s has headers that are all found again, in both languages',
    (_, register) => {
      const index = headerIndex(register, speak)
      for (const language of ['nl', 'en'] as const) {
        const sheet = tableOf(readingOf({ register, words: speak, language, lookup: lookupOf(ismsOf([], 0), []) }), [])
        const found = sheet.header.map((header) => columnNamed(index, header))
        expect(new Set(found).size).toBe(sheet.header.length)
        expect(found).not.toContain(null)
      }
    },
  )

  test.each(registers.map((register) => [register.name, register] as const))(
    '%s comes back from XLSX and CSV as it was, in both languages',
    async (_, register) => {
      await fc.assert(
        fc.asyncProperty(
          recordsOf(register),
          fc.constantFrom('nl', 'en'),
          fc.boolean(),
          async (records, language, isCsv) => {
            const isms = ismsOf([...targets, ...records], 5)
            const lookup = lookupOf(isms, registers)
            const sheet = tableOf(readingOf({ register, words: speak, language, lookup }), records)
            const workbook = isCsv ? await readCsv(csvOf(sheet), 'x') : await readWorkbook(await writeWorkbook([sheet]))
            const table = tableIn(register, workbook)
            const results = readBack(table, isms, records)
            expect(results.map(({ fate }) => [fate.fate, fate.faults])).toEqual(records.map(() => ['unchanged', []]))
            const values = readBack(
              { ...table, columnOf: new Map([...table.columnOf].filter(([key]) => key !== 'number')) },
              isms,
              [],
            )
            for (const [index, { change }] of values.entries())
              expect(change?.set).toEqual(written(register, records[index]))
          },
        ),
        { numRuns: 4 },
      )
    },
  )
})

/** What a new record would get: every field that is filled in, but those that only the system fills. */
function written(register: Register, record: AnyRecord | undefined): JsonObject {
  const found: Record<string, Json> = {}
  for (const [name, field] of Object.entries(register.fields)) {
    const value = registry.parse(register, { [name]: jsonOf(record?.[name]) })[name] ?? null
    if (!field.isSet && !(value === null || (Array.isArray(value) && value.length === 0))) found[name] = value
  }
  return found
}

function jsonOf(value: unknown): Json {
  const parsed: unknown = JSON.parse(JSON.stringify(value ?? null))
  return isJson(parsed) ? parsed : null
}
const isJson = (value: unknown): value is Json => value !== undefined

describe('a table that was changed', () => {
  const jan: AnyRecord = {
    ...registry.empty(person),
    name: 'Jan Jansen',
    jobTitle: 'Hoofd ICT',
    id: uuid(1),
    register: 'person',
    number: 'P-1',
    state: 'active',
    version: 3,
    sequence: 3,
    recordedAt: '2024-01-01T00:00:00.000Z',
    validFrom: '2024-01-01',
  }
  const piet: AnyRecord = { ...jan, name: 'Piet Pietersen', id: uuid(2), number: 'P-2' }
  const read = async (rows: readonly (readonly string[])[]): Promise<readonly RowResult[]> =>
    readBack(tableIn(person, await readCsv(writeCsv(rows, ';'), 'x')), ismsOf([jan, piet], 3), [jan, piet])
  const fates = async (rows: readonly (readonly string[])[]): Promise<readonly unknown[]> =>
    (await read(rows)).map(({ fate, change }) => [
      fate.fate,
      fate.faults.map(({ code, column }) => [code, column]),
      change?.set ?? null,
    ])

  test('updates the row with that number, and only what differs', async () => {
    expect(
      await fates([
        ['Number', 'Name', 'Job title'],
        ['P-1', 'Jan Jansen ', 'CISO'],
      ]),
    ).toEqual([['update', [], { jobTitle: 'CISO' }]])
  })
  test('reads headers in either language and by name', async () => {
    expect(
      await fates([
        ['nummer', 'Naam', 'jobTitle'],
        ['p-1', 'Jan de Vries', 'Hoofd ICT'],
      ]),
    ).toEqual([['update', [], { name: 'Jan de Vries' }]])
  })
  test('empties a field whose cell is empty, and leaves one without a column alone', async () => {
    expect(
      await fates([
        ['Number', 'Job title'],
        ['P-1', ''],
      ]),
    ).toEqual([['update', [], { jobTitle: null }]])
  })
  test('makes a record of a row without a number', async () => {
    expect(
      await fates([
        ['Number', 'Name', 'Manager'],
        ['', 'Kees', 'Piet Pietersen'],
      ]),
    ).toEqual([['create', [], { name: 'Kees', manager: uuid(2) }]])
  })
  test.each([
    ['a number that nobody has', ['P-9', 'x', '', ''], 'number_unknown', 1],
    ['no name', ['', '', 'P-1', ''], 'required', 2],
    ['a manager that nobody knows', ['P-1', 'Jan Jansen', 'Klaas', ''], 'link_unknown', 3],
    ['a manager whose number and name differ', ['P-1', 'Jan Jansen', 'P-2 Jan Jansen', ''], 'link_contradicts', 3],
    ['a version that is no longer the last', ['P-1', 'Jan J', '', '2'], 'changed_since', 4],
  ])('names the cell of a row with %s', async (_, row, code, column) => {
    expect(await fates([['Number', 'Name', 'Manager', 'Version'], row])).toEqual([['fault', [[code, column]], null]])
  })
  test('does not change what is retired', async () => {
    const gone = { ...jan, state: 'retired' }
    const table = tableIn(
      person,
      await readCsv(
        writeCsv(
          [
            ['Number', 'Name'],
            ['P-1', 'Jan'],
          ],
          ';',
        ),
        'x',
      ),
    )
    expect(readBack(table, ismsOf([gone], 3), [gone]).map(({ fate }) => fate.faults[0]?.code)).toEqual(['record_ended'])
  })
  test('finds the only one of a register without its number, and takes no second', async () => {
    const one: AnyRecord = {
      ...jan,
      ...registry.empty(organisation),
      title: 'Old',
      register: 'organisation',
      number: 'ORG-1',
    }
    const table = tableIn(
      organisation,
      await readCsv(
        writeCsv(
          [
            ['title', 'sector'],
            ['New', ''],
            ['Other', ''],
          ],
          ';',
        ),
        'x',
      ),
    )
    expect(readBack(table, ismsOf([one], 3), [one]).map(({ fate }) => [fate.fate, fate.faults[0]?.code])).toEqual([
      ['update', undefined],
      ['fault', 'only_one'],
    ])
  })
  test('takes a number only once', async () => {
    expect(
      (
        await read([
          ['Number', 'Name'],
          ['P-1', 'Jan Jansen'],
          ['P-1', 'Jan'],
        ])
      ).map(({ fate }) => fate.fate),
    ).toEqual(['unchanged', 'fault'])
  })
  test('does not object to an old version where nothing was changed', async () => {
    expect(
      await fates([
        ['Number', 'Name', 'Version'],
        ['P-1', 'Jan Jansen', '2'],
      ]),
    ).toEqual([['unchanged', [], null]])
  })

  test('keeps the fields of a list that have no column', async () => {
    const record: AnyRecord = {
      ...jan,
      ...registry.empty(scope),
      title: 'Scope',
      register: 'scope',
      number: 'SC-1',
      interfaces: [
        { what: 'hosting', with: 'Host', party: null, border: 'rack', control: null },
        { what: 'mail', with: 'Mailer', party: null, border: null, control: 'SPF' },
      ],
    }
    const table = tableIn(
      scope,
      await readCsv(
        writeCsv(
          [
            ['number', 'interfaces.what'],
            ['SC-1', 'housing\nmail\nDNS'],
          ],
          ';',
        ),
        'x',
      ),
    )
    const [result] = readBack(table, ismsOf([record], 3), [record])
    expect(result?.change?.set).toEqual({
      interfaces: [
        { what: 'housing', with: 'Host', party: null, border: 'rack', control: null },
        { what: 'mail', with: 'Mailer', party: null, border: null, control: 'SPF' },
        { what: 'DNS', with: null, party: null, border: null, control: null },
      ],
    })
  })
})
