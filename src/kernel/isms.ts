import type { CalendarDate, RecordHead, RecordId, RecordOf, Register } from './register.ts'
import { idsBelow, type Shelf, shelfOf } from './shelf.ts'

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
  /** Two states with the same revision of a register hold the same records of it; compared by identity, and only so. */
  revision(register: string): Revision
}

/** The records of a register as they stood in some states. */
export interface Revision {
  /** In order of number. */
  readonly rows: readonly AnyRecord[]
}

/** A state from which later ones are made: they share every register in which nothing changed. */
export interface IsmsState extends Isms {
  /** The state after these records came or changed, the newest of each last. */
  after(changed: Iterable<AnyRecord>, sequence: number): IsmsState
  /** Another moment of the same organisation: each record as it was then, or nothing. None that this state does not have. */
  retold(then: (record: AnyRecord) => AnyRecord | undefined, sequence: number): IsmsState
}

/** When a field of a record last changed, by the ledger; null where it never did. Asked only for what fails. */
export type LastChange = (id: RecordId, field: string) => CalendarDate | null

/** All ids that stand at the path in a record; the path goes through lists and groups: `reasons.link`. */
export function idsAt(record: Readonly<Record<string, unknown>>, path: string): readonly RecordId[] {
  return idsBelow(record, path.split('.'))
}

/** Indexes records of one organisation. Within a register they come in order of number. */
export function ismsOf(records: Iterable<AnyRecord>, sequence: number): IsmsState {
  const byName = byRegister(records)
  const shelves = new Map([...byName].map(([name, rows]) => [name, shelfOf(rows)]))
  return stateOf(shelves, placesIn(byName), sequence)
}

/** What stands for a register without records. */
const NOTHING: Shelf = shelfOf([])

/**
 * In which register each record stands. Shared by a state and all that are made from it, and only added to: no record ever
 * moves to another register. That a record has a place does not mean that this state has it.
 */
type Places = Map<RecordId, string>

function placesIn(byName: ReadonlyMap<string, readonly AnyRecord[]>, places: Places = new Map()): Places {
  for (const [name, rows] of byName) for (const { id } of rows) places.set(id, name)
  return places
}

function stateOf(shelves: ReadonlyMap<string, Shelf>, places: Places, sequence: number): IsmsState {
  const shelfOn = (register: string): Shelf => shelves.get(register) ?? NOTHING
  return {
    sequence,
    all: (register) => typed(register, shelfOn(register.name).rows),
    find: (register, id) => {
      const record = id === null ? undefined : shelfOn(register.name).find(id)
      return record === undefined ? null : (typed(register, [record])[0] ?? null)
    },
    any: (id) => (id === null ? null : (shelfOn(places.get(id) ?? '').find(id) ?? null)),
    pointing: (register, path, id) => typed(register, shelfOn(register.name).pointing(path, id)),
    revision: shelfOn,
    after: (changed, later) => {
      const next = new Map(shelves)
      const byName = byRegister(changed)
      for (const [name, rows] of byName) next.set(name, shelfOn(name).after(rows))
      return stateOf(next, placesIn(byName, places), later)
    },
    retold: (then, moment) => {
      const next = new Map([...shelves].map(([name, shelf]) => [name, retoldShelf(shelf, then)]))
      return stateOf(next, places, moment)
    },
  }
}

/** Nobody changes his number, so what was there stands in order. The very same shelf where nothing was otherwise. */
function retoldShelf(shelf: Shelf, then: (record: AnyRecord) => AnyRecord | undefined): Shelf {
  const rows = shelf.rows.flatMap((record) => then(record) ?? [])
  const isSame = rows.length === shelf.rows.length && rows.every((record, index) => record === shelf.rows[index])
  return isSame ? shelf : shelfOf(rows)
}

function byRegister(records: Iterable<AnyRecord>): ReadonlyMap<string, readonly AnyRecord[]> {
  const found = new Map<string, AnyRecord[]>()
  for (const record of records) {
    const rows = found.get(record.register)
    if (rows === undefined) found.set(record.register, [record])
    else rows.push(record)
  }
  return found
}

/** INVARIANT: whatever is in the store was parsed against its declaration by `change()`, so its shape is the declared one. */
function typed<R extends Register>(_register: R, records: readonly AnyRecord[]): readonly RecordOf<R>[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one edge where stored rows get their declared type
  return records as readonly unknown[] as readonly RecordOf<R>[]
}
