import type { Field, Fields, Register } from '../../kernel/register.ts'
import type { Values } from '../replies.ts'

/** Whether two values of a record are the same, however their keys are ordered. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b || (isNothing(a) && isNothing(b))) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, index) => isSame(value, b[index]))
  }
  if (!isObject(a) || !isObject(b)) return false
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]))
}

/** Nothing filled in: absent, null, blank, no rows, or a group of only such. */
export function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return isObject(value) && Object.values(value).every(isNothing)
}

export function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field that differs, with what it was and what it became; the path leads through groups: `stagePlan.stage1`. */
export interface Change {
  readonly path: string
  readonly field: Field
  readonly before: unknown
  readonly after: unknown
}

/** The fields in which two versions of a record differ, in the order of the declaration; of a group only what differs in it. */
export function changesBetween(fields: Fields, before: Values, after: Values, prefix = ''): readonly Change[] {
  return Object.entries(fields).flatMap(([name, field]): readonly Change[] => {
    const [was, is] = [before[name], after[name]]
    const path = `${prefix}${name}`
    if (isSame(was, is)) return []
    if (field.kind === 'group' && field.options.fields !== undefined) {
      return changesBetween(field.options.fields, valuesIn(was), valuesIn(is), `${path}.`)
    }
    return [{ path, field, before: was, after: is }]
  })
}

function valuesIn(value: unknown): Values {
  return isObject(value) ? value : {}
}

/** A field that two people changed at once: what it was, what I typed, what stands there now. */
export interface Conflict {
  readonly name: string
  readonly field: Field
  readonly mine: unknown
  readonly theirs: unknown
}

/**
 * What must be chosen after somebody else saved first: the fields that I changed and that now say something else than
 * what I started from. Where `base` is not known (a draft from another day), every field in which we differ is asked.
 */
export function conflictsOf(register: Register, base: Values | null, typed: Values, now: Values): readonly Conflict[] {
  return Object.entries(register.fields)
    .filter(([name]) => name in typed && !isSame(typed[name], now[name]))
    .filter(([name]) => base === null || !isSame(base[name], now[name]))
    .map(([name, field]) => ({ name, field, mine: typed[name], theirs: now[name] }))
}

/** What was typed without the fields that say again what stands there already. */
export function withoutSame(typed: Values, record: Values): Values {
  return Object.fromEntries(Object.entries(typed).filter(([name, value]) => !isSame(value, record[name])))
}
