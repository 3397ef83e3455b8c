import { type AnyRecord, type Isms, ismsOf } from '../../../kernel/isms.ts'
import type { CalendarDate, Field, Fields, InputOf, RecordId, Register } from '../../../kernel/register.ts'

/** Makes records of an organisation in memory, with everything empty that is not said. */
export interface Builder {
  /** Adds a record and gives its id. The state is the initial one, unless told. */
  add<R extends Register>(
    register: R,
    set: InputOf<R>,
    head?: { readonly state?: string; readonly validFrom?: CalendarDate },
  ): RecordId
  /** Changes fields of a record, or its state. */
  set<R extends Register>(register: R, id: RecordId, set: InputOf<R> & { readonly state?: string }): void
  remove(id: RecordId): void
  /** All records of a register, in order of number. */
  all(register: Register): readonly AnyRecord[]
  isms(): Isms
}

/** `name` turns a running number into an id, so that a test can show that ids mean nothing. */
export function builder(name: (count: number) => RecordId = plainId): Builder {
  const records = new Map<RecordId, AnyRecord>()
  const numbers = new Map<string, number>()
  let count = 0
  const all = (register: Register): readonly AnyRecord[] =>
    [...records.values()].filter((record) => record.register === register.name)
  return {
    all,
    add: (register, set, head = {}) => {
      count += 1
      const number = (numbers.get(register.name) ?? 0) + 1
      numbers.set(register.name, number)
      const id = name(count)
      const validFrom = head.validFrom ?? '2025-10-01'
      records.set(id, {
        ...filled(register.fields, set),
        id,
        register: register.name,
        number: `${register.code}-${number}`,
        state: head.state ?? register.states.initial,
        version: 1,
        sequence: count,
        recordedAt: `${validFrom}T09:00:00.000Z`,
        validFrom,
      })
      return id
    },
    set: (register, id, set) => {
      const record = records.get(id)
      if (record === undefined) throw new Error(`cannot change \`${id}\`: no such record`)
      const { state, ...fields } = { state: record.state, ...set }
      records.set(id, { ...record, ...filled(register.fields, { ...record, ...fields }), state })
    },
    remove: (id) => {
      records.delete(id)
    },
    isms: () => ismsOf(ordered([...records.values()]), count),
  }
}

function plainId(count: number): RecordId {
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
}

/** As the store hands them out: by register, in order of number. */
function ordered(records: readonly AnyRecord[]): readonly AnyRecord[] {
  const ordinal = (record: AnyRecord): number => Number(record.number.split('-')[1])
  return records.toSorted((a, b) =>
    a.register < b.register ? -1 : a.register > b.register ? 1 : ordinal(a) - ordinal(b),
  )
}

type Values = Readonly<Record<string, unknown>>

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function filled(fields: Fields, set: Values): Values {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field, set[name])]))
}

function valueOf(field: Field, value: unknown): unknown {
  const inner = field.options.fields ?? {}
  if (field.kind === 'group') return filled(inner, isValues(value) ? value : {})
  if (field.kind === 'list')
    return Array.isArray(value) ? value.map((row) => (isValues(row) ? filled(inner, row) : row)) : []
  const isMany = field.kind === 'links' || field.kind === 'choices' || field.kind === 'terms'
  return value ?? (isMany ? [] : null)
}
