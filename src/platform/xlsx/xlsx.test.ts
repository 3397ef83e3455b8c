import * as fc from 'fast-check'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../kernel/refusal.ts'
import { type Cell, MOST_CELL_TEXT, type OutCell } from '../../kernel/sheet.ts'
import { readWorkbook } from './read.ts'
import { serialText } from './serial.ts'
import { type BuiltSheet, buildWorkbook, workbookParts, zip } from './test/build.ts'
import { writeWorkbook } from './write.ts'

const one = (rows: BuiltSheet['rows'], merged: readonly string[] = []): BuiltSheet => ({ name: 'Sheet', rows, merged })
const cellsOf = async (bytes: Uint8Array): Promise<readonly Cell[]> =>
  (await readWorkbook(bytes)).sheets.flatMap(({ rows }) => rows.flat())
const refusal = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readWorkbook(bytes)
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'none'
}
const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const plain = workbookParts([one({ 1: ['a'] })])

describe('reading a workbook', () => {
  test('gives numbers in their shortest exact form', async () => {
    const cells = await cellsOf(
      buildWorkbook([
        one({ 1: [{ raw: '5.0999999999999996' }, { raw: '5.1100000000000003' }, { raw: '8.1999999999999993' }] }),
      ]),
    )
    expect(cells.map((cell) => cell.text)).toEqual(['5.1', '5.11', '8.2'])
  })

  test('gives dates as days, times beside them, and keeps what is no date a number', async () => {
    const cells = await cellsOf(
      buildWorkbook([one({ 1: [{ raw: '44927', style: 1 }, { raw: '44927.5', style: 1 }, 44927] })]),
    )
    expect(cells.map(({ text: shown, date }) => [shown, date])).toEqual([
      ['2023-01-01', '2023-01-01'],
      ['2023-01-01T12:00:00', '2023-01-01'],
      ['44927', null],
    ])
  })

  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [44927, false, '2023-01-01'],
    [43465, true, '2023-01-01'],
    [-1, false, null],
    [2_958_466, false, null],
  ])('counts day %d (1904: %s) as %s', (serial, is1904, day) => {
    expect(serialText(serial, is1904)).toBe(day)
  })

  test('repeats the value of merged cells and says that they are repeats', async () => {
    const cells = await cellsOf(buildWorkbook([one({ 1: ['group', null, 'x'] }, ['A1:B2'])]))
    expect(cells.map(({ row, column, text: shown, isCopy }) => [row, column, shown, isCopy])).toEqual([
      [1, 1, 'group', false],
      [1, 2, 'group', true],
      [1, 3, 'x', false],
      [2, 1, 'group', true],
      [2, 2, 'group', true],
    ])
  })

  test('does not spread a merged range over a whole sheet', async () => {
    expect(await cellsOf(buildWorkbook([one({ 1: ['a'] }, ['A1:XFD1048576'])]))).toHaveLength(1)
  })

  test('takes the saved value of formulas and tells where there is none', async () => {
    const { sheets, notices } = await readWorkbook(
      buildWorkbook([
        one({ 2: [{ formula: 'A1*2', raw: '6' }, { formula: 'NOW()' }, { type: 'e', raw: '#N/A', formula: 'X' }] }),
      ]),
    )
    expect(sheets[0]?.rows[0]?.map(({ text: shown, isFormula, isError }) => [shown, isFormula, isError])).toEqual([
      ['6', true, false],
      ['', true, true],
      ['', true, true],
    ])
    expect(notices).toEqual([
      { code: 'workbook.formula_without_value', sheet: 'Sheet', row: 2, column: 2, count: 1 },
      { code: 'workbook.error_value', sheet: 'Sheet', row: 2, column: 3, count: 1 },
    ])
  })

  test('reads hidden sheets, as hidden, with a notice', async () => {
    const { sheets, notices } = await readWorkbook(
      buildWorkbook([one({ 1: ['a'] }), { name: 'Old', state: 'veryHidden', rows: { 1: ['b'] } }]),
    )
    expect(sheets.map(({ isHidden }) => isHidden)).toEqual([false, true])
    expect(notices).toMatchObject([{ code: 'workbook.hidden_sheet', sheet: 'Old' }])
  })

  test('leaves macros and external links alone, with a notice', async () => {
    const { notices } = await readWorkbook(
      zip([
        ...plain,
        { name: 'xl/vbaProject.bin', bytes: text('macro') },
        { name: 'xl/externalLinks/externalLink1.xml', bytes: text('<externalLink/>') },
      ]),
    )
    expect(notices.map(({ code }) => code)).toEqual(['workbook.macros', 'workbook.external_links'])
  })

  test('keeps what no database takes as text out of it', async () => {
    const cells = await cellsOf(
      buildWorkbook([one({ 1: ['a_x0000_b', 'c_xD83D_', { type: 'str', raw: 'd_x0000_' }] })]),
    )
    expect(cells.map((cell) => cell.text)).toEqual(['ab', 'c\uFFFD', 'd'])
  })

  test('reads shared texts with rich runs, without phonetic readings, and with escaped characters', async () => {
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const bytes = buildWorkbook(
      [
        one({
          1: [
            { type: 's', raw: '0' },
            { type: 's', raw: '1' },
          ],
        }),
      ],
      [
        {
          name: 'xl/_rels/workbook.xml.rels',
          bytes: text(
            `<Relationships><Relationship Id="s0" Type="${relations}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="t" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
          ),
        },
        {
          name: 'xl/sharedStrings.xml',
          bytes: text(
            '<x:sst xmlns:x="u"><x:si><x:r><x:t>one </x:t></x:r><x:r><x:t>&amp; two &#128512;</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:si><x:si><x:t>a_x000D_b</x:t></x:si></x:sst>',
          ),
        },
      ],
    )
    expect((await cellsOf(bytes)).map((cell) => cell.text)).toEqual(['one & two 😀', 'a\rb'])
  })
})

describe('a file that is no workbook to trust', () => {
  const compound = (content: string): Uint8Array =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(content, 'utf16le')])
  const zeros = (size: number): Uint8Array => new Uint8Array(size)

  test.each([
    ['HTML called .xlsx', text('<html></html>'), 'workbook.not_a_workbook'],
    ['an empty file', zeros(0), 'workbook.not_a_workbook'],
    ['an .xls', compound('Workbook'), 'workbook.old_format'],
    ['a workbook with a password', compound('EncryptedPackage'), 'workbook.encrypted'],
    ['more than 50 MB', zeros(50 * 1024 * 1024 + 1), 'file.too_big'],
    ['cut off', zip(plain).subarray(0, 400), 'workbook.damaged'],
    ['a ZIP of something else', zip([{ name: 'word/document.xml', bytes: text('<x/>') }]), 'workbook.not_a_workbook'],
    ['an OpenDocument sheet', zip([{ name: 'content.xml', bytes: text('<x/>') }]), 'workbook.open_document'],
    ['a part twice', zip([...plain, ...plain]), 'workbook.damaged'],
    ['a bomb by its own account', zip([...plain, { name: 'x', bytes: zeros(8 * 1024 * 1024) }]), 'workbook.zip_bomb'],
    [
      'a bomb that lies about its size',
      zip(
        plain.map((part) =>
          part.name.includes('sheet1') ? { ...part, bytes: zeros(30_000_000), claimedSize: 900 } : part,
        ),
      ),
      'workbook.zip_bomb',
    ],
    [
      'smaller inside than it says',
      zip(plain.map((part) => (part.name.includes('sheet1') ? { ...part, claimedSize: 9_000 } : part))),
      'workbook.damaged',
    ],
    [
      'too much together',
      zip([
        ...plain,
        ...Array.from({ length: 3 }, (_, index) => ({ name: `x${index}`, bytes: text('x'), claimedSize: 2 ** 28 })),
      ]),
      'workbook.zip_bomb',
    ],
    [
      'more parts than a workbook has',
      zip([...plain, ...Array.from({ length: 10_001 }, (_, index) => ({ name: `x${index}`, bytes: text('x') }))]),
      'workbook.zip_bomb',
    ],
    [
      'XML that ends half way',
      buildWorkbook([one({})], [{ name: 'xl/worksheets/sheet1.xml', bytes: text('<a><b>') }]),
      'workbook.damaged',
    ],
    [
      'XML with entities of its own',
      buildWorkbook(
        [one({})],
        [{ name: 'xl/worksheets/sheet1.xml', bytes: text('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>') }],
      ),
      'workbook.damaged',
    ],
    ['a cell outside any sheet', buildWorkbook([one({ 9999999: ['x'] })]), 'workbook.damaged'],
  ])('is refused: %s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code)
  })

  test('never ends in anything but a refusal, whatever bytes were changed', async () => {
    const whole = zip(plain)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.byteLength - 1), fc.nat(255), async (at, byte) => {
        const broken = Uint8Array.from(whole)
        broken[at] = byte
        await refusal(broken)
      }),
      { numRuns: 300 },
    )
  })
})

describe('writing a workbook', () => {
  test('writes a long one in a thread of its own, and nothing in it differently', async () => {
    const rows = Array.from({ length: 1_001 }, (_, index): readonly OutCell[] => [
      { kind: 'number', number: index },
      { kind: 'text', text: 'één' },
      { kind: 'date', date: '2026-02-28' },
    ])
    const cells = await cellsOf(await writeWorkbook([{ name: 'Sheet', header: ['n', 'text', 'day'], rows }]))
    expect(cells.length).toBe(3 * 1_002)
    expect(cells.slice(-3).map(({ text: shown, date }) => date ?? shown)).toEqual(['1000', 'één', '2026-02-28'])
  })

  const sheet = (cells: readonly OutCell[]): Promise<Uint8Array> =>
    writeWorkbook([{ name: 'Sheet', header: cells.map((_, index) => `c${index}`), rows: [cells] }])

  test('writes text as text, never as a formula', async () => {
    const cells = await cellsOf(
      await sheet([
        { kind: 'text', text: '=1+1' },
        { kind: 'text', text: '@x' },
      ]),
    )
    expect(cells.slice(2).map(({ text: shown, isFormula }) => [shown, isFormula])).toEqual([
      ['=1+1', false],
      ['@x', false],
    ])
  })

  test('gives back every text exactly', async () => {
    const special = fc.constantFrom(
      'constructor',
      '__proto__',
      'toString',
      '_x000D_',
      '\r\n',
      ' lead',
      'trail ',
      '&lt;',
      ']]>',
      '\u0001',
      '\u0085\u0090',
      '\uFFFD\uFDD0',
      '\u{1FFFE}',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), special), { minLength: 1, maxLength: 8 }),
        async (texts) => {
          const cells = await cellsOf(await sheet(texts.map((value) => ({ kind: 'text', text: value }))))
          expect(cells.slice(texts.length).map((cell) => cell.text)).toEqual(texts)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('writes dates that another reader takes for dates', async () => {
    const bytes = await sheet([
      { kind: 'date', date: '2024-02-29' },
      { kind: 'number', number: 1.5 },
      { kind: 'date', date: '1899-12-31' },
    ])
    const [first] = await readExcelFile(Buffer.from(bytes))
    expect(first?.data[1]).toEqual([new Date('2024-02-29T00:00:00Z'), 1.5, '1899-12-31'])
    expect((await cellsOf(bytes)).slice(3).map(({ date, text: shown }) => date ?? shown)).toEqual([
      '2024-02-29',
      '1.5',
      '1899-12-31',
    ])
  })

  test('gives sheets names that Excel allows, all different', async () => {
    const name = "Risico's [2024]: een heel lange naam van een register"
    const rows = { header: ['a'], rows: [] }
    const { sheets } = await readWorkbook(
      await writeWorkbook([
        { name, ...rows },
        { name, ...rows },
      ]),
    )
    expect(sheets.map((written) => written.name)).toEqual([
      "Risico's  2024   een heel lange",
      "Risico's  2024   een heel l (2)",
    ])
  })

  test('takes the longest text that Excel takes', async () => {
    const long = 'x'.repeat(MOST_CELL_TEXT)
    expect((await cellsOf(await sheet([{ kind: 'text', text: long }])))[1]?.text).toBe(long)
  })
})
