import { describe, expect, test } from 'vitest'
import { momentOf } from '../../kernel/moment.ts'
import { builder } from '../samples/domain/builder.ts'
import { mayBeShown, surveillances } from './domain/cycle.ts'
import { mayDecide } from './domain.ts'
import { certificate } from './registers/certificate.ts'

test.each([
  ['2025-10-20', '2028-10-19', true],
  ['2025-10-20', '2025-10-20', false],
  ['2025-10-20', null, false],
  [null, '2028-10-19', false],
])('a decision of %s with a last day %s', (decisionAt, validUntil, isDecided) => {
  expect(mayDecide({ decisionAt, validUntil }).ok).toBe(isDecided)
})

function make(state: string) {
  const build = builder()
  build.add(certificate, { title: 'ISO/IEC 27001', decisionAt: '2025-10-20', validUntil: '2028-10-19' }, { state })
  const [made] = build.isms().all(certificate)
  if (made === undefined) throw new Error('cannot find the certificate')
  return made
}

describe('a certificate', () => {
  test('asks for a surveillance within a year, and one in each year but the first and the last', () => {
    const limits = (state: string) => surveillances(make(state)).map(({ limit }) => limit)
    expect(limits('active')).toEqual(['2026-10-20', '2026-12-31', '2027-12-31'])
    expect(limits('recertified')).toEqual(['2026-12-31', '2027-12-31'])
  })

  test.each([
    ['active', '2028-10-19', true],
    ['active', '2028-10-20', false],
    ['suspended', '2026-10-20', false],
    ['withdrawn', '2026-10-20', false],
    ['restored', '2026-10-20', true],
  ])('%s on %s may be shown: %s', (state, on, isShown) => {
    expect(mayBeShown(make(state), momentOf(on))).toBe(isShown)
  })
})
