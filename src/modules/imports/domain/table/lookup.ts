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
  byTitle(title: string, registers: readonly string[]): readonly Named[]
  /** A record that will be made; it has no number yet. */
  add(record: { readonly id: RecordId; readonly register: string; readonly title: string }): void
}

/** Reads the records of these registers; those of none but of any register where a link may point anywhere. */
export function lookupOf(isms: Isms, registers: readonly Register[]): Lookup {
  const byId = new Map<RecordId, Named>()
  const byNumber = new Map<string, Named>()
  const byTitle = new Map<string, Named[]>()
  const put = (named: Named, isEnded: boolean): void => {
    byId.set(named.id, named)
    if (named.number !== '') byNumber.set(named.number, named)
    const key = normalised(named.title)
    if (key === '' || isEnded) return
    const known = byTitle.get(key)
    if (known === undefined) byTitle.set(key, [named])
    else known.push(named)
  }
  for (const register of registers) {
    for (const record of isms.all(register)) {
      put(namedOf(record, titleOf(record, register, isms)), register.states.ended.includes(record.state))
    }
  }
  return {
    byId: (id) => byId.get(id) ?? null,
    byNumber: (number) => byNumber.get(number.toUpperCase()) ?? null,
    byTitle: (title, wanted) =>
      (byTitle.get(normalised(title)) ?? []).filter(({ register }) => wanted.length === 0 || wanted.includes(register)),
    add: (record) => put({ ...record, number: '' }, false),
  }
}

function namedOf(record: AnyRecord, title: string): Named {
  return { id: record.id, register: record.register, number: record.number, title }
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
