import { describe, expect, it } from 'vitest'
import { nextOnPath, type PathReply, type PathStep } from './path.ts'

const step = (number: number, state: PathStep['state'], ...rules: readonly string[]): PathStep => ({
  number,
  phase: 'A',
  state,
  needs: [],
  opens: [],
  waitsFor: [],
  waitsUntil: null,
  who: [],
  hours: 1,
  waits: 0,
  rules: rules.map((rule) => ({ rule, state: 'finding' })),
  places: [],
  isOwnPeoples: false,
  planned: null,
})

const path = (certificate: PathReply['certificate'], ...steps: readonly PathStep[]): PathReply => ({
  at: '2026-03-02',
  steps: [...steps],
  plan: { finish: '2027-01-01', target: null, slack: null, critical: [], tooEarly: [], help: null },
  certificate,
  time: null,
  titles: {},
})

const findings = ['R-grave', 'R-second', 'R-first'].map((rule) => ({ rule }))
const keys = (of: PathReply | undefined): readonly string[] => nextOnPath(findings, of).map(({ key }) => key)

describe('what comes next', () => {
  it('is the step that can begin, then what waits, while nothing was begun', () => {
    const steps = [step(1, 'open'), step(2, 'waits', 'R-second'), step(6, 'waits', 'R-grave')]
    expect(keys(path(null, ...steps)).slice(0, 3)).toEqual(['1', '2', '6'])
  })

  it('is what the steps lack that were begun, in the order of the path, and then the rest', () => {
    const steps = [step(1, 'done'), step(2, 'busy', 'R-first'), step(3, 'busy', 'R-second'), step(4, 'busy')]
    expect(keys(path(null, ...steps))).toEqual(['R-first', 'R-second', 'R-grave'])
  })

  it('is the gravest where there is a certificate, or the path is not known', () => {
    const graveFirst = findings.map(({ rule }) => rule)
    expect(keys(path({ id: 'c', validUntil: null }, step(2, 'busy', 'R-first')))).toEqual(graveFirst)
    expect(keys(undefined)).toEqual(graveFirst)
  })
})
