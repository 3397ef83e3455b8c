/** What is not in order in a sample, as data: a list of operations on the records of a conforming organisation. */
import { z } from 'zod'
import type { JsonObject } from '../../../kernel/json.ts'
import { type Fault, Refusal } from '../../../kernel/refusal.ts'
import type { Field, Fields, Register } from '../../../kernel/register.ts'
import type { Registry } from '../../../kernel/registry.ts'
import { faultsOf, isDate } from '../../../kernel/schema.ts'
import type { Builder, Told } from './builder.ts'
import { isValues } from './story.ts'

const day = z.string().refine(isDate, { params: { fault: 'field.not-a-date' } })
/** Records by key or number, `person.{46..53}` for a row of them; several where all of them get the same. */
const names = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])
const fields = z.record(z.string(), z.json())
/** Why it is in the file; read by people only. */
const note = z.string().optional()

const operation = z.union([
  z.strictObject({
    set: names,
    on: day.optional(),
    fields: fields.optional(),
    state: z.string().optional(),
    note,
  }),
  z.strictObject({
    change: names,
    on: day,
    recordedOn: day.optional(),
    fields: fields.optional(),
    state: z.string().optional(),
    reason: z.string().optional(),
    note,
  }),
  z.strictObject({
    add: z.string(),
    key: z.string().min(1).optional(),
    on: day.optional(),
    recordedOn: day.optional(),
    fields,
    state: z.string().optional(),
    note,
  }),
  z.strictObject({ remove: names, note }),
])

const count = z.int().min(1)

/** The organisation that the deviations are meant for; what is said elsewhere goes before. */
const base = z.strictObject({
  title: z.string().min(1).max(200).optional(),
  people: count.max(100_000).optional(),
  at: day.optional(),
  seed: z.string().min(1).max(100).optional(),
  phase: z.enum(['initial', 'certified']).optional(),
  counts: z
    .strictObject({ documents: count, assets: count, systems: count, suppliers: count, risks: count, evidence: count })
    .partial()
    .optional(),
})

const deviationsFile = z.strictObject({ organisation: base.optional(), deviations: z.array(operation) })

export type Deviations = z.infer<typeof deviationsFile>
type Operation = z.infer<typeof operation>

/** Reads what a file holds. Throws invalid `deviations.invalid` with every place that is not as it must be. */
export function readDeviations(value: unknown): Deviations {
  const read = deviationsFile.safeParse(value)
  if (read.success) return read.data
  throw new Refusal('invalid', 'deviations.invalid', { faults: read.error.issues.flatMap(flatten).flatMap(faultOf) })
}

/** Of a value that fits none of several shapes: what the shape that it comes closest to objects to. */
function flatten(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const [closest = []] = issue.errors.toSorted((a, b) => strangeness(a) - strangeness(b))
  return closest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }))
}

/** Keys that a shape does not know weigh more than a value that is wrong. */
function strangeness(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 10 * issue.keys.length : 1), 0)
}

function faultOf(issue: z.core.$ZodIssue): readonly Fault[] {
  return faultsOf(new z.ZodError([issue]))
}

interface Applying {
  readonly build: Builder
  readonly registry: Registry
  readonly faults: Fault[]
}

/** Applies the operations in order. Throws invalid `deviations.invalid` with every record, register or field it does not know. */
export function deviate(build: Builder, registry: Registry, { deviations }: Deviations): void {
  const applying: Applying = { build, registry, faults: [] }
  deviations.forEach((one, index) => apply(applying, one, `deviations.${index}`))
  if (applying.faults.length > 0) throw new Refusal('invalid', 'deviations.invalid', { faults: applying.faults })
}

function apply(applying: Applying, one: Operation, path: string): void {
  const { build } = applying
  if ('add' in one) {
    add(applying, one, path)
    return
  }
  if ('remove' in one) {
    for (const { id } of recordsOf(applying, one.remove, `${path}.remove`)) build.remove(id)
    return
  }
  const wanted = 'set' in one ? one.set : one.change
  for (const { id, register } of recordsOf(applying, wanted, `${path}.${'set' in one ? 'set' : 'change'}`)) {
    const values = valuesFor(applying, register, one, path)
    const { state } = one
    const set = { ...values, ...(state !== undefined && { state }) }
    if ('set' in one) build.set(register, id, { ...set, ...(one.on !== undefined && { validFrom: one.on }) })
    else build.change(register, id, { on: one.on, recordedOn: one.recordedOn, reason: one.reason }, set)
  }
}

function add(applying: Applying, one: Extract<Operation, { add: string }>, path: string): void {
  const { build, registry, faults } = applying
  if (!registry.has(one.add)) {
    faults.push({ path: `${path}.add`, code: 'deviation.no-register', values: { name: one.add } })
    return
  }
  if (one.key !== undefined && build.named(one.key) !== null) {
    faults.push({ path: `${path}.key`, code: 'deviation.key-taken', values: { name: one.key } })
    return
  }
  const register = registry.get(one.add)
  const values = valuesFor(applying, register, one, path)
  for (const fault of registry.missing(register, values))
    faults.push({ ...fault, path: `${path}.fields.${fault.path}` })
  const told: Told = {
    ...(one.key !== undefined && { key: one.key }),
    ...(one.state !== undefined && { state: one.state }),
    ...(one.on !== undefined && { validFrom: one.on }),
    ...(one.recordedOn !== undefined && { recordedOn: one.recordedOn }),
  }
  build.add(register, values, told)
}

const ROW = /\{(\d{1,6})\.\.(\d{1,6})\}/

function eachName(name: string): readonly string[] {
  const row = ROW.exec(name)
  if (row === null) return [name]
  const [whole, first, last] = row
  const length = Math.max(0, Number(last) - Number(first) + 1)
  return Array.from({ length }, (_, index) => name.replace(whole, String(Number(first) + index)))
}

type Named = NonNullable<ReturnType<Builder['named']>>

function recordsOf({ build, faults }: Applying, wanted: string | readonly string[], path: string): readonly Named[] {
  return [wanted]
    .flat()
    .flatMap(eachName)
    .flatMap((name) => {
      const found = build.named(name)
      if (found === null) faults.push({ path, code: 'deviation.no-record', values: { name } })
      return found ?? []
    })
}

/** The fields with records in place of their names, checked against the declaration. */
function valuesFor(
  { build, registry, faults }: Applying,
  register: Register,
  one: { readonly fields?: JsonObject | undefined; readonly state?: string | undefined },
  path: string,
): JsonObject {
  const states = [register.states.initial, ...Object.values(register.states.transitions).map(({ to }) => to)]
  if (one.state !== undefined && !states.includes(one.state)) {
    const choices = [...new Set(states)].join(', ')
    faults.push({ path: `${path}.state`, code: 'field.not-a-choice', values: { choices } })
  }
  const linked = linkedObject(build, register.fields, one.fields ?? {})
  try {
    return registry.parse(register, linked)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const fault of error.details.faults ?? []) faults.push({ ...fault, path: `${path}.fields.${fault.path}` })
    return {}
  }
}

function linkedObject(build: Builder, declared: Fields, values: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = declared[name]
      return [name, field === undefined ? value : linked(build, field, value)]
    }),
  )
}

/** What names no record stays as it is, and is refused as no id. */
function linked(build: Builder, field: Field, value: JsonObject[string]): JsonObject[string] {
  if (Array.isArray(value)) return value.map((inner: JsonObject[string]) => linked(build, field, inner))
  if ((field.kind === 'link' || field.kind === 'links') && typeof value === 'string') {
    return build.named(value)?.id ?? value
  }
  return isValues(value) ? linkedObject(build, field.options.fields ?? {}, value) : value
}
