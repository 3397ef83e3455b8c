import type { AnyRecord } from './isms.ts'
import type { RecordId } from './register.ts'

/**
 * The records of one register as they stood once, with their indexes. A shelf never changes: a later state takes over
 * every shelf on which nothing changed, and makes a new one of those on which something did.
 */
export interface Shelf {
  /** In order of number. */
  readonly rows: readonly AnyRecord[]
  find(id: RecordId): AnyRecord | undefined
  /** Records whose field at the path points at the id, in order of number. The index is made when first asked for. */
  pointing(path: string, id: RecordId): readonly AnyRecord[]
  /** The shelf after these records came or changed. */
  after(changed: readonly AnyRecord[]): Shelf
}

/** So many changes at once make a new index cheaper than a corrected one. */
const MOST_CORRECTED = 200
/** So many corrections lie over an index before they are worked into it. */
const MOST_LAID_OVER = 500

/** A map that is corrected without being copied: few entries lie over many. */
interface Layered<V> {
  get(key: string): V | undefined
  with(entries: ReadonlyMap<string, V>): Layered<V>
}

function layered<V>(base: ReadonlyMap<string, V>, over: ReadonlyMap<string, V> = new Map()): Layered<V> {
  return {
    get: over.size === 0 ? (key) => base.get(key) : (key) => over.get(key) ?? base.get(key),
    with: (entries) => {
      const laid = new Map([...over, ...entries])
      return laid.size > MOST_LAID_OVER ? layered(new Map([...base, ...laid])) : layered(base, laid)
    },
  }
}

type Pointers = Layered<readonly AnyRecord[]>

export function shelfOf(rows: readonly AnyRecord[]): Shelf {
  return shelf(rows, layered(new Map(rows.map((record) => [record.id, record]))), new Map())
}

function shelf(rows: readonly AnyRecord[], byId: Layered<AnyRecord>, pointers: Map<string, Pointers>): Shelf {
  return {
    rows,
    find: (id) => byId.get(id),
    pointing: (path, id) => {
      if (rows.length === 0) return []
      const known = pointers.get(path) ?? pointersIn(rows, path)
      pointers.set(path, known)
      return known.get(id) ?? []
    },
    after: (changed) => {
      const newest = new Map(changed.map((record) => [record.id, record]))
      if (newest.size > MOST_CORRECTED) return shelfOf(merged(rows, newest))
      const corrected = new Map([...pointers].map(([path, known]) => [path, repointed(known, path, byId, newest)]))
      return shelf(placed(rows, byId, newest), byId.with(newest), corrected)
    },
  }
}

/** R-12 gives 12: what orders the records of a register. */
export function ordinalOf({ number }: AnyRecord): number {
  return Number(number.slice(number.lastIndexOf('-') + 1))
}

function merged(rows: readonly AnyRecord[], newest: ReadonlyMap<string, AnyRecord>): readonly AnyRecord[] {
  const kept = rows.filter(({ id }) => !newest.has(id))
  return [...kept, ...newest.values()].toSorted((a, b) => ordinalOf(a) - ordinalOf(b))
}

function placed(
  rows: readonly AnyRecord[],
  byId: Layered<AnyRecord>,
  newest: ReadonlyMap<string, AnyRecord>,
): readonly AnyRecord[] {
  const after = [...rows]
  for (const record of newest.values()) {
    const index = placeIn(after, record)
    after.splice(index, byId.get(record.id) === undefined ? 0 : 1, record)
  }
  return after
}

/** Where a record of that number stands, or would stand. */
function placeIn(rows: readonly AnyRecord[], record: AnyRecord): number {
  const ordinal = ordinalOf(record)
  let from = 0
  let to = rows.length
  while (from < to) {
    const middle = (from + to) >> 1
    const there = rows[middle]
    if (there !== undefined && ordinalOf(there) < ordinal) from = middle + 1
    else to = middle
  }
  return from
}

function repointed(
  known: Pointers,
  path: string,
  byId: Layered<AnyRecord>,
  newest: ReadonlyMap<string, AnyRecord>,
): Pointers {
  const steps = path.split('.')
  const corrected = new Map<string, readonly AnyRecord[]>()
  for (const record of newest.values()) {
    const before = byId.get(record.id)
    const pointed = before === undefined ? [] : idsBelow(before, steps)
    const points = new Set(idsBelow(record, steps))
    for (const id of new Set([...pointed, ...points])) {
      const rows = (corrected.get(id) ?? known.get(id) ?? []).filter((row) => row.id !== record.id)
      corrected.set(id, points.has(id) ? rows.toSpliced(placeIn(rows, record), 0, record) : rows)
    }
  }
  return known.with(corrected)
}

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
  return layered(made)
}

/** Called for every record of a register when an index is made, so it copies nothing where the path has one step. */
export function idsBelow(
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
