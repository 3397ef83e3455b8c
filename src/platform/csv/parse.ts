/** A parser after RFC 4180 that takes its text piece by piece, forgiving where Excel is: bare quotes and any line ending. */
export interface CsvParser {
  /** Gives the rows that the piece completes. */
  write(piece: string): readonly CsvRow[]
  end(): readonly CsvRow[]
}

export interface CsvRow {
  /** The line of the record, counted as Excel counts rows: a record with line breaks inside quotes is one row. */
  readonly row: number
  readonly fields: readonly string[]
  /** Set where a quoted field never closed; everything after it went into that field. */
  readonly isUnclosed: boolean
}

const QUOTE = '"'

interface Parsing {
  readonly delimiter: string
  rows: CsvRow[]
  fields: string[]
  field: string
  count: number
  mode: 'start' | 'bare' | 'quoted' | 'closed'
  isAfterReturn: boolean
}

export function csvParser(delimiter: string): CsvParser {
  const parsing: Parsing = {
    delimiter,
    rows: [],
    fields: [],
    field: '',
    count: 0,
    mode: 'start',
    isAfterReturn: false,
  }
  return {
    write: (piece) => {
      parsing.rows = []
      for (let at = 0; at < piece.length; ) at = step(parsing, piece, at)
      return parsing.rows
    },
    end: () => {
      parsing.rows = []
      const isOpen = parsing.mode !== 'start' || parsing.fields.length > 0
      if (isOpen) endRow(parsing, parsing.mode === 'quoted')
      return parsing.rows
    },
  }
}

/** Takes as much of the piece as belongs together and gives where the rest begins. */
function step(parsing: Parsing, piece: string, at: number): number {
  if (parsing.mode === 'quoted') return takeQuoted(parsing, piece, at)
  const end = plainEnd(piece, at, parsing.delimiter)
  if (end === at) return takeSpecial(parsing, piece[at] ?? '', at)
  parsing.field += piece.slice(at, end)
  parsing.mode = 'bare'
  parsing.isAfterReturn = false
  return end
}

function plainEnd(piece: string, from: number, delimiter: string): number {
  let at = from
  while (at < piece.length) {
    const character = piece[at]
    if (character === delimiter || character === '\n' || character === '\r' || character === QUOTE) break
    at += 1
  }
  return at
}

function takeQuoted(parsing: Parsing, piece: string, from: number): number {
  const at = piece.indexOf(QUOTE, from)
  parsing.field += piece.slice(from, at === -1 ? piece.length : at)
  if (at === -1) return piece.length
  parsing.mode = 'closed'
  return at + 1
}

function takeSpecial(parsing: Parsing, character: string, at: number): number {
  const isSecondOfPair = character === '\n' && parsing.isAfterReturn
  parsing.isAfterReturn = character === '\r'
  if (isSecondOfPair) return at + 1
  if (character === QUOTE) takeQuote(parsing)
  else if (character === parsing.delimiter) endField(parsing)
  else endRow(parsing, false)
  return at + 1
}

function takeQuote(parsing: Parsing): void {
  if (parsing.mode !== 'start') parsing.field += QUOTE
  if (parsing.mode !== 'bare') parsing.mode = 'quoted'
}

function endField(parsing: Parsing): void {
  parsing.fields.push(parsing.field)
  parsing.field = ''
  parsing.mode = 'start'
}

function endRow(parsing: Parsing, isUnclosed: boolean): void {
  endField(parsing)
  parsing.count += 1
  parsing.rows.push({ row: parsing.count, fields: parsing.fields, isUnclosed })
  parsing.fields = []
}
