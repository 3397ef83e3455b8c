import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../kernel/refusal.ts'
import { encodingOf } from './encoding.ts'
import { csvParser } from './parse.ts'
import { openCsv, readCsv } from './read.ts'
import { csvLine, csvText, writeCsv } from './write.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const fieldsOf = (text: string, delimiter = ';'): readonly (readonly string[])[] => {
  const parser = csvParser(delimiter)
  return [...parser.write(text), ...parser.end()].map(({ fields }) => fields)
}
const textsOf = async (file: Uint8Array): Promise<readonly (readonly string[])[]> =>
  (await readCsv(file, 'x')).sheets[0]?.rows.map((row) => row.map(({ text }) => text)) ?? []
const codeOf = async (act: () => Promise<unknown>): Promise<string> => {
  try {
    await act()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'none'
}

describe('csvParser', () => {
  test.each([
    [
      'plain fields',
      'a;b\r\nc;d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['no line end at the end', 'a;b', [['a', 'b']]],
    ['an empty last field', 'a;\n', [['a', '']]],
    ['a lone return as line end', 'a\rb\r', [['a'], ['b']]],
    ['a quote in the middle as itself', 'a"b;c\n', [['a"b', 'c']]],
    ['a quoted field with line breaks', '"a\r\nb;c";d\n', [['a\r\nb;c', 'd']]],
    ['doubled quotes', '"a""b";""\n', [['a"b', '']]],
  ])('reads %s', (_, text, rows) => {
    expect(fieldsOf(text)).toEqual(rows)
  })

  test('reads the same however the text is cut into pieces', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ';', '\r', '\n', ' ') }), fc.nat(), (text, cut) => {
        const at = text.length === 0 ? 0 : cut % text.length
        const parser = csvParser(';')
        const rows = [...parser.write(text.slice(0, at)), ...parser.write(text.slice(at)), ...parser.end()]
        expect(rows.map(({ fields }) => fields)).toEqual(fieldsOf(text))
      }),
    )
  })
})

describe('a CSV file', () => {
  test('comes back as it was written, whatever stands in its cells', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ';', ',', 'x') }),
    )
    return fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        async (rows) => {
          const withHeader = [['head', 'of', 'the', 'file'], ...rows]
          const read = (await readCsv(writeCsv(withHeader, ';'), 'x')).sheets[0]?.rows.flat() ?? []
          const expected = withHeader.flatMap((row, r) =>
            row.flatMap((text, c) => (text === '' ? [] : [{ row: r + 1, column: c + 1, text }])),
          )
          expect(read.map(({ row, column, text }) => ({ row, column, text }))).toEqual(expected)
        },
      ),
    )
  })

  test.each(['=1+1', '+31', '-x', '@sum', '\tx', '\rx', "'=1", "''=1"])(
    'guards %j against being run as a formula',
    (text) => {
      expect(csvText(text)).toBe(`'${text}`)
      expect(csvText(`x${text}`)).toBe(`x${text}`)
    },
  )

  test('leaves numbers as numbers', () => {
    expect(csvLine([-5, 1.5, true, null, "it's"], ';')).toBe("-5;1.5;true;;it's\r\n")
  })

  test.each([
    ['semicolons', 'a;b;c\n1,5;2;3\n'],
    ['commas', 'a,b,c\n"1;5",2,3\n'],
    ['tabs', 'a\tb\tc\n1,5\t2\t3\n'],
    ["Excel's own hint", 'sep=|\r\na|b|c\r\n1;2;3|2|3\r\n'],
  ])('is split at %s', async (_, text) => {
    const rows = await textsOf(bytes(text))
    expect(rows[0]).toEqual(['a', 'b', 'c'])
    expect(rows[1]).toHaveLength(3)
  })

  test.each([
    ['UTF-8 with a mark', bytes('\uFEFFé;€\n')],
    ['UTF-8 without a mark', bytes('é;€\n')],
    ['UTF-16 little-endian with a mark', new Uint8Array(Buffer.from('\uFEFFé;€\n', 'utf16le'))],
    ['UTF-16 big-endian with a mark', new Uint8Array(Buffer.from('\uFEFFé;€\n', 'utf16le').swap16())],
    ['Windows-1252', new Uint8Array([0xe9, 0x3b, 0x80, 0x0a])],
  ])('is read in %s', async (_, file) => {
    expect(await textsOf(file)).toEqual([['é', '€']])
  })

  test('without a mark is known as UTF-16 by its zero bytes', () => {
    const file = new Uint8Array(Buffer.from('naam;nummer\nJan;12\n', 'utf16le'))
    expect(encodingOf(file).name).toBe('utf-16le')
  })

  test('in Windows-1252 is read with a notice, because that was a guess', async () => {
    const { notices } = await readCsv(new Uint8Array([0xe9, 0x3b, 0x80]), 'x')
    expect(notices).toMatchObject([{ code: 'csv.windows_1252' }])
  })

  test.each([
    ['bytes that are no text', new Uint8Array([0, 1, 2, 0, 0, 3, 9, 9]), 'csv.not_text'],
    ['bytes that Windows-1252 does not know', new Uint8Array([0x61, 0x81, 0x62]), 'csv.not_text'],
    ['HTML', bytes('<!DOCTYPE html><html>'), 'workbook.not_a_workbook'],
    ['a quote that never closes', bytes('a;b\n"c;d\ne;f\n'), 'csv.unclosed_quote'],
  ])('is refused when it is %s', async (_, file, code) => {
    expect(await codeOf(() => readCsv(file, 'x'))).toBe(code)
  })

  test('of 100,000 rows is read in batches, in seconds', () => {
    const line = bytes('A-1;Laptop van een medewerker met een lange omschrijving;Jan;intern;ja;2024-01-31\r\n')
    const file = new Uint8Array(line.byteLength * 100_000)
    for (let index = 0; index < 100_000; index += 1) file.set(line, index * line.byteLength)
    let count = 0
    let batches = 0
    for (const batch of openCsv(file).batches()) {
      count += batch.length
      batches += 1
    }
    expect(count).toBe(100_000)
    expect(batches).toBeGreaterThan(10)
  })
})
