import { emptyFields, emptyValue } from './empty.ts'
import { type Json, type JsonObject, storable } from './json.ts'
import { type Fault, Refusal } from './refusal.ts'
import type { Field, Fields, RecordId, Register } from './register.ts'
import { faultsOf, type InputSchema, type IsTerm, inputSchema } from './schema.ts'

/** A reference inside a record: where it stands, and to which record it points. */
export interface Reference {
  readonly path: string
  readonly to: RecordId
  /** Registers it may point to; empty means any. */
  readonly targets: readonly string[]
}

/** The declarations of all registers, with what is derived from each of them once. */
export interface Registry {
  readonly registers: readonly Register[]
  /** Throws not_found: the name comes from an address or a file. */
  get(name: string): Register
  has(name: string): boolean
  /** Checks and tidies what somebody wants to write: blanks become null, duplicates in links go. Throws invalid with all faults. */
  parse(register: Register, input: JsonObject): JsonObject
  /** Only tidies: for what was checked before. */
  tidy(register: Register, input: JsonObject): JsonObject
  schema(register: Register): InputSchema
  /** All fields of the register with nothing filled in. */
  empty(register: Register): JsonObject
  references(register: Register, values: JsonObject): readonly Reference[]
  /** The text that a search reads: the title and every text of the record. */
  searchText(register: Register, values: JsonObject): string
  personalFields(register: Register): readonly string[]
  /** Whether the value is missing where the declaration demands one. */
  missing(register: Register, values: JsonObject): readonly Fault[]
}

export function registryOf(registers: readonly Register[], isTerm: IsTerm): Registry {
  const byName = new Map(registers.map((register) => [register.name, register]))
  if (byName.size !== registers.length) throw new Error('cannot have two registers of one name')
  if (new Set(registers.map(({ code }) => code)).size !== registers.length)
    throw new Error('cannot have two registers with one code')
  const schemas = new Map(registers.map((register) => [register.name, inputSchema(register, isTerm)]))
  const schema = (register: Register): InputSchema => {
    const known = schemas.get(register.name)
    if (known === undefined) throw new Error(`cannot find the schema of \`${register.name}\``)
    return known
  }
  return {
    registers,
    get: (name) => {
      const register = byName.get(name)
      if (register === undefined) throw new Refusal('not_found', 'register.unknown', { values: { register: name } })
      return register
    },
    has: (name) => byName.has(name),
    schema,
    parse: (register, input) => {
      const tidied = tidyObject(register.fields, input)
      const result = schema(register).safeParse(tidied)
      if (!result.success) throw new Refusal('invalid', 'record.invalid', { faults: faultsOf(result.error) })
      return tidied
    },
    tidy: (register, input) => tidyObject(register.fields, input),
    empty: (register) => emptyFields(register.fields),
    references: (register, values) => referencesIn(register.fields, values, ''),
    searchText: (register, values) => textsIn(register.fields, values).join(' '),
    personalFields: (register) =>
      Object.keys(register.fields).filter((name) => register.fields[name]?.isPersonal === true),
    missing: (register, values) =>
      Object.entries(register.fields).flatMap(([path, field]) =>
        field.isRequired && isEmpty(values[path]) ? [{ path, code: 'field.required' }] : [],
      ),
  }
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** INVARIANT: one value, one form. Blank text is null and a many-field is never null, else two equal records would hash apart. */
function tidyObject(fields: Fields, input: JsonObject): JsonObject {
  const tidied: Record<string, Json> = {}
  for (const [name, value] of Object.entries(input)) {
    const field = fields[name]
    tidied[name] = field === undefined ? value : tidy(field, value)
  }
  return tidied
}

function tidy(field: Field, value: Json): Json {
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'richText':
      return typeof value === 'string' ? tidyText(value) : value
    case 'choices':
    case 'links':
    case 'terms':
      return Array.isArray(value) ? [...new Set<Json>(value)] : (value ?? [])
    case 'list':
    case 'group':
      return tidyNested(field, value)
    default:
      return value === '' ? null : value
  }
}

/** Text as it is kept, wherever it comes from; null where nothing is left of it. */
export function tidyText(text: string): string | null {
  return storable(text).trim().normalize('NFC') || null
}

function tidyNested(field: Field, value: Json): Json {
  const fields = field.options.fields ?? {}
  if (value === null) return emptyValue(field)
  if (Array.isArray(value)) return value.map((row: Json) => (isObject(row) ? whole(fields, row) : row))
  return isObject(value) ? whole(fields, value) : value
}

function whole(fields: Fields, input: JsonObject): JsonObject {
  return { ...emptyFields(fields), ...tidyObject(fields, input) }
}

function referencesIn(fields: Fields, values: JsonObject, prefix: string): readonly Reference[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name]
    const path = `${prefix}${name}`
    const targets = field.options.targets ?? []
    if (field.kind === 'link' && typeof value === 'string') return [{ path, to: value, targets }]
    if (field.kind === 'links' && Array.isArray(value)) {
      return value.filter((to: Json) => typeof to === 'string').map((to) => ({ path, to, targets }))
    }
    const rows: readonly Json[] =
      field.kind === 'list' && Array.isArray(value) ? value : field.kind === 'group' ? [value ?? null] : []
    return rows.flatMap((row) => (isObject(row) ? referencesIn(field.options.fields ?? {}, row, `${path}.`) : []))
  })
}

function textsIn(fields: Fields, values: JsonObject): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name]
    if (typeof value === 'string' && ['text', 'longText', 'term'].includes(field.kind)) return [value]
    if (typeof value === 'string' && field.kind === 'richText') return [value.replaceAll(/<[^>]*>/g, ' ')]
    const rows: readonly Json[] =
      field.kind === 'list' && Array.isArray(value) ? value : field.kind === 'group' ? [value ?? null] : []
    return rows.flatMap((row) => (isObject(row) ? textsIn(field.options.fields ?? {}, row) : []))
  })
}
