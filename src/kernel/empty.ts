import type { Json, JsonObject } from './json.ts'
import type { Field, Fields } from './register.ts'

/** What a field holds where nothing is filled in. INVARIANT: a many-field is never null, else two equal records would hash apart. */
export function emptyValue(field: Field): Json {
  switch (field.kind) {
    case 'choices':
    case 'links':
    case 'terms':
    case 'list':
      return []
    case 'group':
      return emptyFields(field.options.fields ?? {})
    default:
      return null
  }
}

/** All fields with nothing filled in. */
export function emptyFields(fields: Fields): JsonObject {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, emptyValue(field)]))
}

/**
 * Values that were written before a field was declared, with that field empty: what reads them needs not know when they were
 * written. The very same object where nothing is missing.
 */
export function completed(fields: Fields, values: JsonObject): JsonObject {
  let filled: Record<string, Json> | null = null
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    const whole = value === undefined ? emptyValue(field) : completedInside(field, value)
    if (whole === value) continue
    filled ??= { ...values }
    filled[name] = whole
  }
  return filled ?? values
}

/** The rows of a list and the fields of a group have fields of their own, which may be younger too. */
function completedInside(field: Field, value: Json): Json {
  const { fields } = field.options
  if (fields === undefined) return value
  if (isObject(value)) return completed(fields, value)
  if (!Array.isArray(value)) return value
  const rows = value.map((row: Json) => (isObject(row) ? completed(fields, row) : row))
  return rows.every((row, index) => row === value[index]) ? value : rows
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
