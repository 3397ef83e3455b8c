import { canonical, type Json, type JsonObject } from '../../../kernel/json.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Registry } from '../../../kernel/registry.ts'
import type { EntryRow } from '../entry.ts'

/**
 * What an entry of a file says, held against the declarations before it is taken in. Its hash proves that it was not changed; it
 * does not prove that this version knows it. Throws invalid with the line of the file.
 */
export function checkContent(registry: Registry, { register: name, ordinary, personal }: EntryRow, line: number): void {
  if (!registry.has(name))
    throw new Refusal('invalid', 'workspace.unknown-register', { values: { line, register: name } })
  const { fields: declared } = registry.get(name)
  for (const text of [ordinary, personal]) {
    if (text === null) continue
    const unknown = Object.keys(fieldsIn(text, line)).find((field) => !(field in declared))
    if (unknown !== undefined)
      throw new Refusal('invalid', 'workspace.unknown-field', { values: { line, register: name, field: unknown } })
  }
}

/** A body is written in one way only, so another way of writing it hides something: a name that stands there twice. */
function fieldsIn(text: string, line: number): JsonObject {
  const body = parsed(text)
  if (body === undefined || canonical(body) !== text || !isObject(body))
    throw new Refusal('invalid', 'workspace.not-canonical', { values: { line } })
  const { fields } = body
  if (!isObject(fields)) throw new Refusal('invalid', 'workspace.bad-line', { values: { line } })
  return fields
}

function parsed(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
