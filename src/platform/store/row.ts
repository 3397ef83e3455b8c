import { completed } from '../../kernel/empty.ts'
import type { AnyRecord } from '../../kernel/isms.ts'
import type { Json, JsonObject } from '../../kernel/json.ts'
import type { Registry } from '../../kernel/registry.ts'

/** A row of `record`, as the driver gives it: dates and instants as text, counts as numbers. */
export interface RecordRow {
  readonly id: string
  readonly register: string
  readonly number: string
  readonly state: string
  readonly title: string
  readonly version: number
  readonly sequence: number
  readonly recorded_at: string
  readonly valid_from: string
  readonly data: JsonObject
}

export const RECORD_COLUMNS = 'id, register, number, state, title, version, sequence, recorded_at, valid_from, data'

/** A record as everything above the store reads it: head and fields side by side, those declared since it was written empty. */
export function toRecord(row: RecordRow, registry: Registry): AnyRecord {
  // Into what the driver has just parsed: a copy of each of a hundred thousand would be as many to clear away.
  return Object.assign(completed(registry.get(row.register).fields, row.data), {
    id: row.id,
    register: row.register,
    number: row.number,
    state: row.state,
    version: row.version,
    sequence: row.sequence,
    recordedAt: row.recorded_at,
    validFrom: row.valid_from,
  })
}

/** Fields only: a record without its head. */
export function fieldsOf(record: AnyRecord, names: readonly string[]): JsonObject {
  const fields: Record<string, Json> = {}
  for (const name of names) {
    const value = record[name]
    fields[name] = isJson(value) ? value : null
  }
  return fields
}

/** What came out of jsonb is JSON; this tells the compiler so, and catches a bug that put something else there. */
function isJson(value: unknown): value is Json {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint'
}
