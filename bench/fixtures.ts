import type { JsonObject } from '../src/kernel/json.ts'
import type { ChangeInput } from '../src/platform/store/change.ts'
import { idAt } from '../src/platform/store/id.ts'

/** What a bench fills an organisation with: made by count, so that every run has the same. */

export type Made = ChangeInput & { readonly id: string }

/** One record, and the state that it stands in where that is not the first. */
export function made(register: string, set: JsonObject, state?: string): Made {
  return { register, act: 'create', id: idAt(new Date()), set, ...(state !== undefined && { state }) }
}

export function times<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

/** The element at the index, round and round. */
export function at<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('cannot choose from nothing')
  return value
}

export function persons(count: number): readonly Made[] {
  return times(count, (index) => made('person', { name: `Medewerker ${index}`, email: `m${index}@example.org` }))
}

export function assets(count: number, owners: readonly Made[]): readonly Made[] {
  return times(count, (index) =>
    made('asset', {
      title: `Laptop ${index}`,
      kind: 'hardware',
      description: `Laptop van een medewerker, geleverd in 2026, nummer ${index}`,
      ...(owners.length > 0 && { owner: at(owners, index).id }),
    }),
  )
}

export function risks(count: number, owners: readonly Made[], state?: string): readonly Made[] {
  return times(count, (index) =>
    made(
      'risk',
      {
        title: `Uitval van dienst ${index} door een storing bij de leverancier`,
        scenario: `De leverancier van dienst ${index} valt uit, waardoor klanten er een dag lang niet bij kunnen.`,
        approach: 'event',
        vulnerabilities: 'Er is geen tweede leverancier en het herstel is niet beproefd.',
        properties: at([['availability'], ['availability', 'integrity'], ['confidentiality']], index),
        owner: at(owners, index).id,
        decision: at(['treat', 'accept'], index),
        priority: ((index * 7919) % 1_000) + 1,
        reviewAt: `2027-0${(index % 9) + 1}-15`,
      },
      state,
    ),
  )
}

const LEVELS = ['low', 'medium', 'high']

export function levelFor(likelihood: number, consequence: number): string {
  const product = likelihood * consequence
  return at(LEVELS, product >= 15 ? 2 : product >= 6 ? 1 : 0)
}

export function scores(of: readonly Made[], set: JsonObject = {}): readonly Made[] {
  return of.map((risk, index) => {
    const [likelihood, consequence] = [(index % 5) + 1, (Math.floor(index / 5) % 5) + 1]
    const level = levelFor(likelihood, consequence)
    const score = likelihood * consequence
    return made('risk_score', { risk: risk.id, kind: 'current', likelihood, consequence, level, score, ...set })
  })
}
