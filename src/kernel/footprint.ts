import type { AnyRecord, Isms } from './isms.ts'
import type { RecordId } from './register.ts'

/** What some work read of an organisation: what it would be done again for. */
export interface Footprint {
  /** Registers that were read whole; single records of them are not noted any more. */
  readonly registers: Set<string>
  /** Ids by which a record was looked up, there or not. */
  found: readonly RecordId[]
  /** Ids of which it was asked what points at them. */
  pointed: readonly RecordId[]
}

/** The same registers, with a note of what is read. */
export interface Noting {
  readonly isms: Isms
  /** What was read outside `into`. */
  readonly rest: Footprint
  /** What the work reads goes there, and not into the rest. */
  into<T>(footprint: Footprint, work: () => T): T
}

const NONE: readonly RecordId[] = []

export function footprintOf(registers: Iterable<string> = []): Footprint {
  return { registers: new Set(registers), found: NONE, pointed: NONE }
}

export function noting(isms: Isms): Noting {
  const rest = footprintOf()
  let { registers } = rest
  let found: RecordId[] = []
  let pointed: RecordId[] = []
  const take = (footprint: Footprint): void => {
    if (found.length > 0) {
      footprint.found = footprint.found.length === 0 ? found : [...footprint.found, ...found]
      found = []
    }
    if (pointed.length > 0) {
      footprint.pointed = footprint.pointed.length === 0 ? pointed : [...footprint.pointed, ...pointed]
      pointed = []
    }
  }
  return {
    isms: {
      sequence: isms.sequence,
      all: (register) => {
        registers.add(register.name)
        return isms.all(register)
      },
      find: (register, id) => {
        if (id !== null && !registers.has(register.name)) found.push(id)
        return isms.find(register, id)
      },
      any: (id) => {
        if (id !== null) found.push(id)
        return isms.any(id)
      },
      pointing: (register, path, id) => {
        if (!registers.has(register.name)) pointed.push(id)
        return isms.pointing(register, path, id)
      },
      revision: (register) => {
        registers.add(register)
        return isms.revision(register)
      },
    },
    rest,
    into: (footprint, work) => {
      take(rest)
      registers = footprint.registers
      const made = work()
      take(footprint)
      registers = rest.registers
      return made
    },
  }
}

/** What differs between two states. */
export interface Difference {
  readonly registers: ReadonlySet<string>
  /** The records that differ. */
  readonly found: ReadonlySet<RecordId>
  /** What they point at, or did: every word in them, since ids are words that nothing else is. */
  readonly pointed: ReadonlySet<unknown>
}

export function differenceOf(before: Isms, after: Isms, registers: Iterable<string>): Difference {
  const changed = [...registers].filter((name) => before.revision(name) !== after.revision(name))
  const records = changed.flatMap((name) => differing(before.revision(name).rows, after.revision(name).rows))
  return {
    registers: new Set(changed),
    found: new Set(records.map(({ id }) => id)),
    pointed: new Set(records.flatMap((record) => wordsIn(record))),
  }
}

/** Records that only one of the two has; both come in order of number, so mostly few stand between equal ends. */
function differing(before: readonly AnyRecord[], after: readonly AnyRecord[]): readonly AnyRecord[] {
  const least = Math.min(before.length, after.length)
  let start = 0
  while (start < least && before[start] === after[start]) start += 1
  let end = 0
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const old = new Set(before.slice(start, before.length - end))
  const young = new Set(after.slice(start, after.length - end))
  return [...[...old].filter((record) => !young.has(record)), ...[...young].filter((record) => !old.has(record))]
}

function wordsIn(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}

/** Whether any of the registers that were read whole differs. */
export function differsWhole({ registers }: Footprint, difference: Difference): boolean {
  for (const name of difference.registers) if (registers.has(name)) return true
  return false
}

/** Whether a record that was read differs, or what points at one. */
export function differsIn({ found, pointed }: Pick<Footprint, 'found' | 'pointed'>, difference: Difference): boolean {
  for (const id of found) if (difference.found.has(id)) return true
  for (const id of pointed) if (difference.pointed.has(id)) return true
  return false
}
