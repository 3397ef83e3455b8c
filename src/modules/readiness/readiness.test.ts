import { describe, expect, test } from 'vitest'
import { conforming } from '../samples/domain/conforming/conforming.ts'
import { ask, listed } from './test/ask.ts'

describe('the conforming organisation', () => {
  test.each(['S1', 'S2', 'SV', 'RC'] as const)('has no expected finding and no open question at %s', (stage) => {
    const answer = ask(conforming().build.isms(), { stage })
    expect(listed(answer)).toEqual({ MAJ: [], MIN: [], OFI: [] })
    expect(answer.question).toEqual([])
    expect(answer.preview).toEqual([])
    expect(answer.ready).toEqual({ ok: true, majors: 0, questions: 0 })
    expect(answer.parameterNotes).toEqual([])
  })
})
