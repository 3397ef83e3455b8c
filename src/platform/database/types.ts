import { type CustomTypesConfig, types as driverTypes } from 'pg'

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182
const TIMESTAMPTZ_ARRAY = 1185

/** Dates stay what they are: `YYYY-MM-DD`. A JavaScript `Date` would move them with the machine's time zone. */
function dateOf(text: string): string {
  return text
}

/**
 * An instant in UTC with milliseconds: `2026-11-24T09:48:00.000Z`.
 * INVARIANT: sessions run in UTC and ISO style (`SESSION_OPTIONS`); any other form throws instead of being misread.
 */
function instantOf(text: string): string {
  const parts = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text)
  if (parts === null) throw new Error(`cannot read \`${text}\` as an instant`)
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
}

/** Sequences and counts. Beyond 2^53 a number would lie, so it throws. */
function integerOf(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`cannot hold \`${text}\` as a number`)
  return value
}

/** Arrays of these kinds: flat, and no element has a comma or a quote inside. */
function arrayOf(element: (text: string) => unknown): (text: string) => unknown {
  return (text) => {
    if (text === '{}') return []
    const parts = text.slice(1, -1).replaceAll('"', '').split(',')
    return parts.map((part) => (part === 'NULL' ? null : element(part)))
  }
}

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map([
  [INT8, integerOf],
  [DATE, dateOf],
  [TIMESTAMPTZ, instantOf],
  [INT8_ARRAY, arrayOf(integerOf)],
  [DATE_ARRAY, arrayOf(dateOf)],
  [TIMESTAMPTZ_ARRAY, arrayOf(instantOf)],
])

/** How values arrive from PostgreSQL; per connection, because the driver's global table belongs to every library. */
export const types: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ?? driverTypes.getTypeParser(oid, format),
}

/** What every session starts with; the parsers above rest on it. */
export const SESSION_OPTIONS = '-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601'
