import { expect, test } from 'vitest'
import { STAGES } from '../../src/kernel/rule.ts'
import { ask, listed } from '../../src/modules/readiness/test/ask.ts'
import { conforming } from '../../src/modules/samples/domain/conforming/conforming.ts'

test.each(['initial', 'certified'] as const)('5,000 people leave nothing to object to: %s', (phase) => {
  const at = '2026-09-14'
  const isms = conforming({ people: 5_000, phase, at }).build.isms()
  for (const stage of STAGES) {
    const answer = ask(isms, { at, stage })
    expect([stage, listed(answer), answer.question]).toEqual([stage, { MAJ: [], MIN: [], OFI: [] }, []])
  }
})
