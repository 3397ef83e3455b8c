import type { AnyRecord } from '../../kernel/isms.ts'
import type { JsonObject } from '../../kernel/json.ts'
import type { Register } from '../../kernel/register.ts'
import { fieldsOf } from './row.ts'
import type { Context } from './store.ts'

/** A record on its way into the database: its columns, its references, the words by which it is found. */

export function referencesOf(
  ctx: Context,
  record: AnyRecord | undefined,
): ReturnType<Context['registry']['references']> {
  if (record === undefined) return []
  const register = ctx.registry.get(record.register)
  return ctx.registry.references(register, fieldsOf(record, Object.keys(register.fields)))
}

/** A record as its row: the common columns beside the data, because they serve across registers. */
export interface Columns {
  readonly id: string
  readonly register: string
  readonly ordinal: number
  readonly number: string
  readonly state: string
  readonly ended: boolean
  readonly title: string
  readonly owner: string | null
  readonly due: string | null
  readonly version: number
  readonly sequence: number
  readonly recorded_at: string
  readonly valid_from: string
  readonly data: JsonObject
  readonly search: readonly string[]
}

export function columnsOf(ctx: Context, record: AnyRecord): Columns {
  const register = ctx.registry.get(record.register)
  // A copy holds what its entries tell: a field that is younger than the entry stands in neither.
  const data = fieldsOf(
    record,
    Object.keys(register.fields).filter((name) => name in record),
  )
  return {
    id: record.id,
    register: record.register,
    ordinal: Number(record.number.slice(register.code.length + 1)),
    number: record.number,
    state: record.state,
    ended: register.states.ended.includes(record.state),
    title: titleOf(register, data),
    owner: textAt(data, register.owner),
    due: textAt(data, register.due),
    version: record.version,
    sequence: record.sequence,
    recorded_at: record.recordedAt,
    valid_from: record.validFrom,
    data,
    search: searchWords(`${record.number} ${ctx.registry.searchText(register, data)}`),
  }
}

function textAt(data: JsonObject, field: string | null): string | null {
  const value = field === null ? null : data[field]
  return typeof value === 'string' ? value : null
}

/** What lists and links call the record; empty where its title is a reference, which readers resolve themselves. */
function titleOf(register: Register, data: Readonly<Record<string, unknown>>): string {
  const title = data[register.title]
  return typeof title === 'string' && register.fields[register.title]?.kind !== 'link' ? title : ''
}

/** Longest word that is kept, in characters; PostgreSQL takes 2,046 bytes. */
const LONGEST_WORD = 100

/** The words by which a record is found: without accents and in lower case, so that "privé" is found by "prive". Each once. */
export function searchWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
  const words = plain.match(/[\p{Letter}\p{Number}]+/gu) ?? []
  return [...new Set(words.map((word) => word.slice(0, LONGEST_WORD)))]
}
