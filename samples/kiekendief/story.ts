/** The words in which the sample is told: who did what on which day. `tell.ts` makes records of it. */
import { createHash } from 'node:crypto'
import { startOfDay } from '../../src/kernel/calendar.ts'
import type { Isms } from '../../src/kernel/isms.ts'
import type { JsonObject } from '../../src/kernel/json.ts'
import type { Fields, Machine, RecordId, Register, ValuesOf } from '../../src/kernel/register.ts'
import type { ChangeInput } from '../../src/platform/store/change.ts'
import type { Actor } from './cast.ts'

/** Fixed for ever: it makes the ids of this sample and of nothing else. */
const NAMESPACE = '5c1f6c1e-7a0b-4d53-9f0e-6b1d0a9b2c47'

/** A UUID of version 5 (RFC 9562): the same name gives the same id, so a sample that is made again has the same ids. */
export function idOf(register: string, key: string): RecordId {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(`${register}/${key}`)
    .digest()
    .subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export const idsOf = (register: string, ...keys: readonly string[]): readonly RecordId[] =>
  keys.map((key) => idOf(register, key))

const ZONE = 'Europe/Amsterdam'
const MINUTE_MS = 60_000

/** `2026-03-02 08:40` on the clock in the office. No step falls in the night in which the clock changes. */
export function momentOf(at: string): Date {
  const [day = '', hours = ''] = at.split(' ')
  const [hour = 0, minute = 0] = hours.split(':').map(Number)
  return new Date(Date.parse(startOfDay(day, ZONE)) + (hour * 60 + minute) * MINUTE_MS)
}

/** The same for fields that hold a time. */
export const timeOf = (at: string): string => momentOf(at).toISOString()

/** What somebody fills in: any of the fields, and of rows and groups any of theirs. */
export type Given<T> = T extends readonly (infer Row)[]
  ? readonly Given<Row>[]
  : T extends object
    ? { readonly [K in keyof T]?: Given<T[K]> }
    : T

type Set<F extends Fields> = Given<ValuesOf<F>>

/** What the registers understand; they check it once more, field by field. */
function json(set: object): JsonObject {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- values of declared fields are JSON, which a generic type cannot show
  return set as JsonObject
}

/** A new record, known in the story by its key; `state` where it is older than the ISMS. */
export function create<F extends Fields, S extends string>(
  register: Register<string, F, S>,
  key: string,
  set: Set<F>,
  state?: NoInfer<S>,
): ChangeInput {
  const made = { register: register.name, act: 'create', id: idOf(register.name, key), set: json(set) }
  return state === undefined ? made : { ...made, state }
}

export function update<F extends Fields>(
  register: Register<string, F>,
  key: string,
  set: Set<F>,
  reason: string,
): ChangeInput {
  return { register: register.name, act: 'update', id: idOf(register.name, key), set: json(set), reason }
}

interface Doing<F extends Fields> {
  readonly set?: Set<F>
  readonly reason?: string
}

/** One of the acts that the register declares. */
export function act<F extends Fields>(
  register: Register<string, F> & { readonly states: Machine },
  key: string,
  name: string,
  { set, reason }: Doing<F> = {},
): ChangeInput {
  return {
    register: register.name,
    act: name,
    id: idOf(register.name, key),
    ...(set !== undefined && { set: json(set) }),
    ...(reason !== undefined && { reason }),
  }
}

/** What one person enters at one moment, all or none. `at` is the time on the clock in the office. */
export interface Step {
  readonly at: string
  readonly by: Actor
  readonly changes: readonly ChangeInput[] | ((isms: Isms) => readonly ChangeInput[])
}

/** `on('2025-10-06 09:30', 'fenna', …)`. */
export function on(at: string, by: Actor, ...changes: readonly ChangeInput[]): Step {
  return { at, by, changes }
}

/** As `on`, for what depends on the registers as they are by then. */
export function onReading(at: string, by: Actor, changes: (isms: Isms) => readonly ChangeInput[]): Step {
  return { at, by, changes }
}
