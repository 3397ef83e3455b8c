import { describe, expect, test } from 'vitest'
import { differenceOf } from './footprint.ts'
import { type AnyRecord, type Isms, ismsOf } from './isms.ts'
import { momentOf } from './moment.ts'
import { link, type RecordOf, register, simpleMachine, text } from './register.ts'
import { type Sayings, speakerOf } from './said.ts'

const form = { group: 'risks' as const, states: simpleMachine, list: ['number' as const] }
const cup = register('cup', { ...form, code: 'C', fields: { title: text(), shelf: link('shelf') } })
const shelf = register('shelf', { ...form, code: 'S', fields: { title: text() } })
const guest = register('guest', { ...form, code: 'G', fields: { title: text(), cup: link('cup') } })
type Cup = RecordOf<typeof cup>

function row(name: string, id: string, set: Record<string, unknown> = {}): AnyRecord {
  const number = `X-${id.slice(1)}`
  const head = { id, register: name, number, state: 'active', version: 1, sequence: 1 }
  return { ...head, recordedAt: '2026-01-01T00:00:00.000Z', validFrom: '2026-01-01', title: id, ...set }
}

const CUPS = ['c1', 'c2', 'c3'].map((id, index) => row('cup', id, { shelf: `s${index + 1}` }))
const START = ismsOf([...CUPS, row('shelf', 's1'), row('shelf', 's2'), row('guest', 'g1', { cup: 'c3' })], 1)

type Rule = (isms: Isms, aside: <T>(work: () => T) => T) => (one: Cup) => unknown

/** Puts a rule to all cups, then again after a change. Gives the cups that were looked at the second time. */
function lookedAtAgain(rule: Rule, changed: readonly AnyRecord[]): readonly string[] {
  const after = START.after(changed, 2)
  const seen: string[] = []
  const put = (isms: Isms, before: Sayings | null): Sayings => {
    const difference = differenceOf(START, isms, ['cup', 'shelf', 'guest'])
    const speaker = speakerOf(isms, momentOf('2026-02-01'), before === null ? null : { sayings: before, difference })
    const look = rule(speaker.isms, speaker.aside)
    const cups = speaker.aside(() => isms.all(cup))
    speaker.each(cups, (one) => {
      seen.push(one.id)
      look(one)
      return { is: 'fine' }
    })
    return speaker.sayings()
  }
  const before = put(START, null)
  seen.length = 0
  put(after, before)
  return seen
}

const byItself: Rule = () => () => undefined
const byShelf: Rule = (isms) => (one) => isms.find(shelf, one.shelf)
const byGuests: Rule = (isms) => (one) => isms.pointing(guest, 'cup', one.id)
const byAllShelves: Rule = (isms) => () => isms.all(shelf)
const byShelvesBeside: Rule = (isms) => {
  isms.all(shelf)
  return () => undefined
}
const byShelvesAside: Rule = (isms, aside) => {
  aside(() => isms.all(shelf))
  return () => undefined
}

describe('after a change', () => {
  test.each<[string, Rule, readonly AnyRecord[], readonly string[]]>([
    ['nothing where nothing was read', byItself, [row('shelf', 's1')], []],
    ['a member that is another record now', byItself, [row('cup', 'c2')], ['c2']],
    ['a member that came', byItself, [row('cup', 'c4')], ['c4']],
    ['whoever looked up the record', byShelf, [row('shelf', 's1')], ['c1']],
    ['whoever looked for what was not there', byShelf, [row('shelf', 's3')], ['c3']],
    ['whoever is pointed at, or was', byGuests, [row('guest', 'g1', { cup: 'c1' })], ['c1', 'c3']],
    ['everybody, where the whole register was read', byAllShelves, [row('shelf', 's1')], ['c1', 'c2', 'c3']],
    ['everybody, where it was read beside', byShelvesBeside, [row('shelf', 's1')], ['c1', 'c2', 'c3']],
    ['nobody, where it has no part in it', byShelvesAside, [row('shelf', 's1')], []],
  ])('looks again at %s', (_, rule, changed, expected) => {
    expect(lookedAtAgain(rule, changed)).toEqual(expected)
  })
})
