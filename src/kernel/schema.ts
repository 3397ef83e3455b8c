import { z } from 'zod'
import type { Fault } from './refusal.ts'
import type { Field, Fields, Register, TermSet } from './register.ts'

/** Whether a term stands in the catalogue; handed in, so that the kernel knows no catalogue. */
export type IsTerm = (set: TermSet, id: string) => boolean

/** What an input of this register may hold: every field, each may be left out or null, nothing else. */
export type InputSchema = z.ZodObject<Record<string, z.ZodType>>

/** Longest list in one record: keeps one record from filling memory. */
const MOST_ROWS = 5_000

/** Without the year 0, which no calendar and no database has. */
const DATE = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const SHA_256 = /^[0-9a-f]{64}$/

/** Whether the text is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(value: string): boolean {
  if (!DATE.test(value)) return false
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === value
}

/** The schema of a register's fields, as the API documents it and as `change()` demands it. */
export function inputSchema(register: Pick<Register, 'fields'>, isTerm: IsTerm, withSet = true): InputSchema {
  return objectOf(register.fields, isTerm, withSet)
}

function objectOf(fields: Fields, isTerm: IsTerm, withSet: boolean): InputSchema {
  const shape: Record<string, z.ZodType> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (field.isSet && !withSet) continue
    shape[name] = fieldSchema(field, isTerm).nullable().optional()
  }
  return z.strictObject(shape)
}

function fieldSchema(field: Field, isTerm: IsTerm): z.ZodType {
  const { options } = field
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'richText':
      return z.string().max(options.max ?? 200)
    case 'choice':
      return z.enum(options.choices ?? [])
    case 'choices':
      return z.array(z.enum(options.choices ?? [])).max(MOST_ROWS)
    case 'number':
      return numberSchema(options)
    case 'boolean':
      return z.boolean()
    case 'date':
      return z
        .string()
        .refine(isDate, { params: { fault: 'field.not-a-date' } })
        .meta({ format: 'date' })
    case 'instant':
      return z.iso.datetime()
    case 'link':
      return z.uuid()
    case 'links':
      return z.array(z.uuid()).max(MOST_ROWS)
    case 'term':
      return termSchema(options.set, isTerm)
    case 'terms':
      return z.array(termSchema(options.set, isTerm)).max(MOST_ROWS)
    case 'file':
      return z.string().regex(SHA_256)
    case 'list':
      return z.array(objectOf(options.fields ?? {}, isTerm, true)).max(MOST_ROWS)
    case 'group':
      return objectOf(options.fields ?? {}, isTerm, true)
  }
}

function numberSchema(options: Field['options']): z.ZodType {
  let schema = options.integer === true ? z.int() : z.number()
  if (options.least !== undefined) schema = schema.min(options.least)
  if (options.most !== undefined) schema = schema.max(options.most)
  return schema
}

function termSchema(set: TermSet | undefined, isTerm: IsTerm): z.ZodType {
  return z.string().refine((id) => set !== undefined && isTerm(set, id), { params: { fault: 'field.not-a-term' } })
}

/** What the schema objects to, as faults with a code that `text/` words. */
export function faultsOf(error: z.ZodError): readonly Fault[] {
  return error.issues.map((issue) => {
    const path = issue.path.map(String).join('.')
    switch (issue.code) {
      case 'too_big':
        return {
          path,
          code: issue.origin === 'string' ? 'field.too-long' : 'field.too-big',
          values: { most: Number(issue.maximum) },
        }
      case 'too_small':
        return { path, code: 'field.too-small', values: { least: Number(issue.minimum) } }
      case 'unrecognized_keys':
        return { path: [...issue.path.map(String), ...issue.keys].join('.'), code: 'field.unknown' }
      case 'invalid_value':
        return { path, code: 'field.not-a-choice', values: { choices: issue.values.map(String).join(', ') } }
      case 'custom':
        return { path, code: typeof issue.params?.['fault'] === 'string' ? issue.params['fault'] : 'field.wrong' }
      default:
        return { path, code: 'field.wrong' }
    }
  })
}
