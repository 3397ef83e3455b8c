import type { AnyRecord } from '../../kernel/isms.ts'
import type { Field, Register } from '../../kernel/register.ts'
import type { Titles } from '../replies.ts'

const SHORT: ReadonlySet<string> = new Set(['choice', 'number', 'boolean', 'date', 'instant', 'link', 'term'])

/** Inputs of one line that may stand two beside each other. */
export function isShort(field: Field): boolean {
  return SHORT.has(field.kind)
}

/** The fields of a form, in the order of the declaration: those that an act sets are not asked. */
export function formFields(register: Register): readonly (readonly [name: string, field: Field])[] {
  return Object.entries(register.fields).filter(([, field]) => !field.isSet)
}

/** Rows of a form: two short neighbours share one. */
export function pairs(
  fields: readonly (readonly [name: string, field: Field])[],
): readonly (readonly (readonly [name: string, field: Field])[])[] {
  const rows: (readonly [string, Field])[][] = []
  for (const entry of fields) {
    const last = rows.at(-1)
    const isRoom = last?.length === 1 && last[0] !== undefined && isShort(last[0][1])
    if (isRoom && isShort(entry[1])) last?.push(entry)
    else rows.push([entry])
  }
  return rows
}

/** How a record is called: its title field; for scores and lines the parent tells more, so the number stands in. */
export function nameOf(register: Register, record: AnyRecord, titles: Titles): string {
  const title = record[register.title]
  if (typeof title !== 'string' || title === '') return record.number
  return register.fields[register.title]?.kind === 'link' ? (titles[title]?.title ?? record.number) : title
}
