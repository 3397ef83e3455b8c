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
