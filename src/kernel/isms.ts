import type { CalendarDate, RecordHead, RecordId, RecordOf, Register } from './register.ts'

/** A record of whatever register: its head, and its fields by name. */
export interface AnyRecord extends RecordHead {
  readonly [field: string]: unknown
}

/** How a past moment is read: what was entered by then, or what was true by then with today's knowledge (readiness 1.2). */
export type AsOfMode = 'known' | 'true'

/**
 * The registers of one organisation at one moment, as the rules read them: immutable and indexed.
 * It knows records only; what is due or late at a moment is the business of whoever asks.
 */
export interface Isms {
  /** Size of the ledger that this state was read from. */
  readonly sequence: number
  /** Every record of the register, ended ones included, in order of number. */
  all<R extends Register>(register: R): readonly RecordOf<R>[]
  find<R extends Register>(register: R, id: RecordId | null): RecordOf<R> | null
  any(id: RecordId | null): AnyRecord | null
  /** Records of the register whose field (a link, links, or one inside a list or group: `reasons.link`) points at the id. */
  pointing<R extends Register>(register: R, path: string, id: RecordId): readonly RecordOf<R>[]
}

/** When a field of a record last changed, by the ledger; null where it never did. Asked only for what fails. */
export type LastChange = (id: RecordId, field: string) => CalendarDate | null

/** All ids that stand at the path in a record; the path goes through lists and groups: `reasons.link`. */
export function idsAt(record: Readonly<Record<string, unknown>>, path: string): readonly RecordId[] {
  return idsBelow(record, path.split('.'))
}

/** Called for every record of a register when an index is made, so it copies nothing where the path has one step. */
function idsBelow(
  value: Readonly<Record<string, unknown>>,
  [step = '', ...rest]: readonly string[],
): readonly RecordId[] {
  const found = value[step]
  const each: readonly unknown[] = Array.isArray(found) ? found : [found]
  if (rest.length === 0) return each.filter((id) => typeof id === 'string')
  return each.flatMap((inner) => (isObject(inner) ? idsBelow(inner, rest) : []))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Pointers = ReadonlyMap<RecordId, readonly AnyRecord[]>

function pointersIn(records: readonly AnyRecord[], path: string): Pointers {
  const made = new Map<RecordId, AnyRecord[]>()
  const steps = path.split('.')
  for (const record of records) {
    for (const id of idsBelow(record, steps)) {
      const rows = made.get(id)
      if (rows === undefined) made.set(id, [record])
      // A record that points twice at the same one stands there once.
      else if (rows.at(-1) !== record) rows.push(record)
    }
  }
  return made
}

/** Indexes records of one organisation. Indexes over links are made when they are first asked for, and kept. */
export function ismsOf(records: Iterable<AnyRecord>, sequence: number): Isms {
  const byId = new Map<RecordId, AnyRecord>()
  const byRegister = new Map<string, AnyRecord[]>()
  for (const record of records) {
    byId.set(record.id, record)
    const rows = byRegister.get(record.register)
    if (rows === undefined) byRegister.set(record.register, [record])
    else rows.push(record)
  }
  const pointers = new Map<string, Map<string, Pointers>>()
  const pointersOf = (register: string, path: string): Pointers => {
    const known = pointers.get(register)?.get(path)
    if (known !== undefined) return known
    const made = pointersIn(byRegister.get(register) ?? [], path)
    pointers.set(register, (pointers.get(register) ?? new Map<string, Pointers>()).set(path, made))
    return made
  }
  return {
    sequence,
    all: (register) => typed(register, byRegister.get(register.name) ?? []),
    find: (register, id) => {
      const record = id === null ? undefined : byId.get(id)
      return record?.register === register.name ? (typed(register, [record])[0] ?? null) : null
    },
    any: (id) => (id === null ? null : (byId.get(id) ?? null)),
    pointing: (register, path, id) => typed(register, pointersOf(register.name, path).get(id) ?? []),
  }
}

/** INVARIANT: whatever is in the store was parsed against its declaration by `change()`, so its shape is the declared one. */
function typed<R extends Register>(_register: R, records: readonly AnyRecord[]): readonly RecordOf<R>[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one edge where stored rows get their declared type
  return records as readonly unknown[] as readonly RecordOf<R>[]
}
