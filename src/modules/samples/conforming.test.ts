import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/calendar.ts'
import { STAGES } from '../../kernel/rule.ts'
import { head } from '../../platform/store/workspace/format.ts'
import { ask, listed } from '../readiness/test/ask.ts'
import { conforming, type Wish } from './domain/conforming/conforming.ts'
import { makeSample } from './service/made.ts'

const NOTHING = { MAJ: [], MIN: [], OFI: [] }
const AT = '2026-09-14'

/** What is objected to and asked on a day, as it was known by then. */
function objections(org: ReturnType<typeof conforming>, at: string, stage: (typeof STAGES)[number]) {
  const answer = ask(org.build.isms(at), { at, stage })
  return { ...listed(answer), questions: answer.question.map(({ rule }) => rule), notes: answer.parameterNotes }
}

describe('a conforming organisation', () => {
  test.each([
    { people: 1 },
    { people: 12 },
    { people: 200 },
    { people: 1, phase: 'certified' },
    { people: 12, phase: 'certified' },
    { people: 200, phase: 'certified' },
  ] satisfies Wish[])('leaves nothing to object to and nothing to ask: %o', (wish) => {
    const org = conforming({ ...wish, at: AT })
    for (const stage of STAGES) {
      expect(objections(org, AT, stage), stage).toEqual({ ...NOTHING, questions: [], notes: [] })
    }
  })

  test('leaves nothing on the days around it either, once it is certified', () => {
    const org = conforming({ people: 20, phase: 'certified', at: AT })
    for (const days of [-150, -120, -90, -76, -60, -45, -30, -15, -7, 7]) {
      const at = addDays(AT, days)
      expect([at, objections(org, at, 'SV')]).toEqual([at, { ...NOTHING, questions: [], notes: [] }])
    }
  })

  test('is the same to the byte for the same seed, and another ledger for another size', async () => {
    const headOf = async (wish: Wish) => head.parse((await makeSample(wish).lines().next()).value)
    const once = await headOf({ people: 3 })
    expect(once).toMatchObject({ isSample: true, statedUntil: once.size, slug: 'kiekendief-software-b-v' })
    expect(await headOf({ people: 3 })).toEqual(once)
    expect((await headOf({ people: 4 })).ledger).not.toBe(once.ledger)
    expect((await headOf({ people: 3, seed: 'other' })).root).not.toBe(once.root)
  })
})
