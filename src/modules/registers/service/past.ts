import type { AnyRecord, Isms } from '../../../kernel/isms.ts'
import type { Registry } from '../../../kernel/registry.ts'
import type { Filter } from '../../../platform/store/filter.ts'
import type { ListQuery } from '../../../platform/store/list.ts'

/** Whether a past record passes; the same answers as the database gives for the present. */
export function passes(record: AnyRecord, filter: Filter): boolean {
  const value = filter.field === 'number' ? ordinalOf(record) : (record[filter.field] ?? null)
  const many = value === null ? [] : [value].flat().map(keyOf)
  const limit = limitLike(many[0], filter.values[0] ?? '')
  switch (filter.operator) {
    case 'empty':
      return many.length === 0
    case 'filled':
      return many.length > 0
    case 'in':
      return filter.values.includes('*') || many.some((one) => filter.values.includes(String(one)))
    case 'has':
      return many.some((one) => plain(String(one)).includes(plain(String(limit))))
    case 'from':
      return many.some((one) => compare(one, limit) >= 0)
    case 'until':
      return many.some((one) => compare(one, limit) <= 0)
  }
}

/** The 12 of R-12: what a list filters and sorts numbers by. */
function ordinalOf({ number }: AnyRecord): number {
  return Number(number.slice(number.lastIndexOf('-') + 1))
}

/** What a value is compared by. */
type Key = string | number | null

function keyOf(value: unknown): Key {
  if (typeof value === 'string' || typeof value === 'number') return value
  return value === null || value === undefined ? null : JSON.stringify(value)
}

function limitLike(value: Key | undefined, limit: string): Key {
  return typeof value === 'number' ? Number(limit) : limit
}

function compare(a: Key, b: Key): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

/** Text as a search compares it: without accents and in lower case. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
}

/** Whether every word of `q` begins some word of the text. */
export function finds(q: string, text: string): boolean {
  const wanted = plain(q).match(/[\p{Letter}\p{Number}]+/gu) ?? []
  const words = plain(text).match(/[\p{Letter}\p{Number}]+/gu) ?? []
  return wanted.every((word) => words.some((one) => one.startsWith(word)))
}

/** By the field, empty last, and by number where values are equal. Links sort by what they point at. */
export function sorted(
  records: readonly AnyRecord[],
  { field, isDescending }: NonNullable<ListQuery['sort']>,
  nameOf: (id: string) => string | null,
): readonly AnyRecord[] {
  const direction = isDescending ? -1 : 1
  const keyed = records.map((record) => {
    const ordinal = ordinalOf(record)
    const key = field === 'number' ? ordinal : keyOf(record[field])
    return { record, ordinal, key: typeof key === 'string' ? (nameOf(key) ?? key) : key }
  })
  keyed.sort((a, b) => {
    const order = compare(a.key, b.key)
    // Empty values stand last in either direction.
    if (a.key === null || b.key === null) return order === 0 ? direction * (a.ordinal - b.ordinal) : order
    return direction * (order === 0 ? a.ordinal - b.ordinal : order)
  })
  return keyed.map(({ record }) => record)
}

/** What a record was called then. One that is named by a reference takes that one's name. */
export function titleThen(isms: Isms, registry: Registry, record: AnyRecord): string {
  const { title, fields } = registry.get(record.register)
  const value = record[title]
  if (typeof value !== 'string') return ''
  if (fields[title]?.kind !== 'link') return value
  const target = isms.any(value)
  const named = target === null ? null : target[registry.get(target.register).title]
  return typeof named === 'string' ? named : ''
}
