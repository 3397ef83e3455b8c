import { describe, expect, test } from 'vitest'
import { type AnyRecord, ismsOf } from '../../kernel/isms.ts'
import { momentOf } from '../../kernel/moment.ts'
import { type RiskMap, riskMap } from './domain/map.ts'
import { fiveByFive, threeByThree } from './domain/presets.ts'

const words = (key: string): string => key
const HEAD = { version: 1, sequence: 1, recordedAt: '2026-01-05T09:00:00.000Z', validFrom: '2026-01-05' }

const five = {
  ...HEAD,
  id: 'five',
  register: 'risk_method',
  number: 'RM-1',
  state: 'active',
  approvedAt: '2026-01-05',
  ...fiveByFive(words),
}
const three = { ...five, id: 'three', number: 'RM-2', state: 'retired', ...threeByThree(words) }

function riskOf(number: string, fields: Readonly<Record<string, unknown>> = {}): AnyRecord {
  const given = { title: number, owner: null, decision: null, consequenceCategories: [], ...fields }
  return { ...HEAD, id: number, register: 'risk', number, state: 'analysed', ...given }
}

function scoreOf(risk: string, kind: string, fields: Readonly<Record<string, unknown>>): AnyRecord {
  const number = `${risk} ${kind}`
  const properties = { consequenceConfidentiality: null, consequenceIntegrity: null, consequenceAvailability: null }
  const values = { likelihood: null, consequence: null, ...properties, level: null, score: null }
  const rest = { ...values, method: 'five', scoredAt: '2026-01-06' }
  return { ...HEAD, id: number, register: 'risk_score', number, state: 'active', risk, kind, ...rest, ...fields }
}

function mapOf(...records: readonly AnyRecord[]): RiskMap {
  return riskMap(ismsOf([five, three, ...records], 1), momentOf('2026-03-02'))
}

describe('the risk map', () => {
  test('has a cell for every pair of the scales, the likeliest first, and says which lie above the line', () => {
    const { cells } = mapOf()
    expect(cells).toHaveLength(25)
    expect(cells[0]).toEqual({ likelihood: 5, consequence: 1, level: 'medium', score: 5, isAbove: false })
    expect(cells.filter(({ isAbove }) => isAbove === true)).toHaveLength(10)
  })

  test('places a risk as it is and after treatment, by the matrix', () => {
    const [moved] = mapOf(
      riskOf('R-5', { decision: 'treat' }),
      scoreOf('R-5', 'current', { likelihood: 2, consequence: 5 }),
      scoreOf('R-5', 'target', { likelihood: 1, consequence: 5 }),
    ).risks
    expect(moved?.now).toMatchObject({ kind: 'current', score: 10, level: 'high', isAbove: true, misplaced: null })
    expect(moved?.after).toMatchObject({ kind: 'target', score: 5, level: 'medium', isAbove: false, misplaced: null })
  })

  test('leaves a risk that is not to be treated where it is', () => {
    const score = scoreOf('R-4', 'inherent', { likelihood: 3, consequence: 3 })
    const [kept] = mapOf(riskOf('R-4', { decision: 'accept' }), score).risks
    expect(kept?.after).toEqual(kept?.now)
    const [waiting] = mapOf(riskOf('R-4', { decision: 'treat' }), score).risks
    expect(waiting?.after.misplaced).toBe('unscored')
  })

  test('prefers what remains over what was expected to remain', () => {
    const [treated] = mapOf(
      riskOf('R-1', { decision: 'treat' }),
      scoreOf('R-1', 'target', { likelihood: 1, consequence: 1 }),
      scoreOf('R-1', 'residual', { likelihood: 2, consequence: 1 }),
    ).risks
    expect(treated?.after).toMatchObject({ kind: 'residual', score: 2 })
    expect(treated?.now.misplaced).toBe('unscored')
  })

  test.each([
    ['between two values', { likelihood: 2.5, consequence: 4 }, 'off_scale'],
    ['without a consequence', { likelihood: 2 }, 'incomplete'],
    ['by a method with other scales', { likelihood: 2, consequence: 2, method: 'three' }, 'other_method'],
    ['by a method that is not there any more', { likelihood: 2, consequence: 2, method: 'gone' }, null],
  ])('moves no risk to another cell that was scored %s', (_, fields, misplaced) => {
    const [found] = mapOf(riskOf('R-7'), scoreOf('R-7', 'current', fields)).risks
    expect(found?.now.misplaced).toBe(misplaced)
  })

  test('counts a level that somebody typed as above the line, wherever it stands', () => {
    const [typed] = mapOf(
      riskOf('R-8'),
      scoreOf('R-8', 'current', { likelihood: 9, consequence: 9, level: 'high' }),
    ).risks
    expect(typed?.now).toMatchObject({ isAbove: true, misplaced: 'off_scale' })
  })

  test('names the risks where there is no method yet, and leaves closed ones out', () => {
    const map = riskMap(ismsOf([riskOf('R-1'), riskOf('R-2', { state: 'closed' })], 1), momentOf('2026-03-02'))
    expect(map).toMatchObject({ method: null, cells: [], risks: [{ number: 'R-1', now: { misplaced: 'unscored' } }] })
    expect(map.risks).toHaveLength(1)
  })
})
