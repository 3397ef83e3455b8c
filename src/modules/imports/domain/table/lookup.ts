import type { AnyRecord, Isms } from '../../../../kernel/isms.ts'
import type { RecordId, Register } from '../../../../kernel/register.ts'
import { normalised } from '../words.ts'

export interface Named {
  readonly id: RecordId
  readonly register: string
  readonly number: string
  readonly title: string
}

/** Finds records by what people write: a number, or the title. Records that the same import makes are found by title too. */
export interface Lookup {
  byId(id: RecordId): Named | null
  byNumber(number: string): Named | null
  /** Those that are not ended, in these registers; in all where none is named. */
  byTitle(title: string, registers: readonly string[]): readonly Named[]
  /** A record that will be made; it has no number yet. */
  add(record: { readonly id: RecordId; readonly register: string; readonly title: string }): void
}

interface Index {
  readonly byNumber: ReadonlyMap<string, Named>
  readonly byTitle: Map<string, Named[]>
}

/** Each register is indexed when it is first asked for: most imports link to few. */
export function lookupOf(isms: Isms, registers: readonly Register[]): Lookup {
  const byName = new Map(registers.map((register) => [register.name, register]))
  const byCode = new Map(registers.map((register) => [register.code, register]))
  const added = new Map<RecordId, Named>()
  const indexes = new Map<string, Index>()
  const indexed = (register: Register): Index => {
    const known = indexes.get(register.name)
    if (known !== undefined) return known
    const made = indexOf(isms, register)
    for (const named of added.values()) if (named.register === register.name) putTitle(made.byTitle, named)
    indexes.set(register.name, made)
    return made
  }
  return {
    byId: (id) => {
      const record = isms.any(id)
      const register = byName.get(record?.register ?? '')
      if (record === null || register === undefined) return added.get(id) ?? null
      return namedOf(record, register, isms)
    },
    byNumber: (number) => {
      const register = byCode.get(number.toUpperCase().split('-')[0] ?? '')
      return register === undefined ? null : (indexed(register).byNumber.get(number.toUpperCase()) ?? null)
    },
    byTitle: (title, wanted) => {
      const names = wanted.length === 0 ? registers : wanted.flatMap((name) => byName.get(name) ?? [])
      return names.flatMap((register) => indexed(register).byTitle.get(normalised(title)) ?? [])
    },
    add: (record) => {
      const named = { ...record, number: '' }
      added.set(record.id, named)
      const index = indexes.get(record.register)
      if (index !== undefined) putTitle(index.byTitle, named)
    },
  }
}

function indexOf(isms: Isms, register: Register): Index {
  const byNumber = new Map<string, Named>()
  const byTitle = new Map<string, Named[]>()
  for (const record of isms.all(register)) {
    const named = namedOf(record, register, isms)
    byNumber.set(named.number, named)
    if (!register.states.ended.includes(record.state)) putTitle(byTitle, named)
  }
  return { byNumber, byTitle }
}

function putTitle(byTitle: Map<string, Named[]>, named: Named): void {
  const key = normalised(named.title)
  if (key === '') return
  const known = byTitle.get(key)
  if (known === undefined) byTitle.set(key, [named])
  else known.push(named)
}

function namedOf(record: AnyRecord, register: Register, isms: Isms): Named {
  return { id: record.id, register: record.register, number: record.number, title: titleOf(record, register, isms) }
}

/** A record that is named by a link (a score by its risk) is called as what it points at. */
function titleOf(record: AnyRecord, register: Register, isms: Isms): string {
  const value = record[register.title]
  if (typeof value !== 'string') return ''
  if (register.fields[register.title]?.kind !== 'link') return value
  const target = isms.any(value)
  if (target === null) return ''
  const named = target['title'] ?? target['name']
  return typeof named === 'string' ? named : ''
}
