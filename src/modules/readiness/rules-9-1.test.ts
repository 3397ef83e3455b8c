import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../kernel/register.ts'
import { rules } from '../../rules.gen.ts'
import { decision } from '../approvals/registers/decision.ts'
import { evaluationReport } from '../objectives/registers/evaluation-report.ts'
import { measurement } from '../objectives/registers/measurement.ts'
import { metric } from '../objectives/registers/metric.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { managementReview } from '../reviews/registers/management-review.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { allow } from './test/allow.ts'
import { ask } from './test/ask.ts'
import { asked } from './test/asked.ts'
import { check, type Turn } from './test/turn.ts'

/** Nothing was ever measured; the rhythm is half a year, so that all is due on 1 April, as in case A. */
function unmeasured({ build, metrics }: Conforming): void {
  build.all(measurement).forEach(({ id }) => build.remove(id))
  metrics.forEach((id) => build.set(metric, id, { frequencyMonths: 6 }))
}

/** One reading of the metric of a control, outside its limits. */
function outside({ build, controlReadings }: Conforming, set: InputOf<typeof measurement> = {}): string {
  const id = controlReadings.at(-1) ?? ''
  build.set(measurement, id, { value: 80, ...set })
  return id
}

/** The only thing that says whether the ISMS works is the review that was held on this day. */
function held({ build }: Conforming, heldAt: string, set: InputOf<typeof managementReview> = {}): void {
  build.all(evaluationReport).forEach(({ id }) => build.remove(id))
  build.all(managementReview).forEach(({ id }) => build.remove(id))
  build.add(managementReview, { title: 'Directiebeoordeling', plannedAt: heldAt, heldAt, ...set }, { state: 'held' })
}

const SAID = { text: 'Besproken', links: [] }
const INPUTS = { a: SAID, b: SAID, c: SAID, d1: SAID, d2: SAID, d3: SAID, d4: SAID, e: SAID, f: SAID, g: SAID }

const TURNS: readonly Turn[] = [
  {
    rule: 'R-9.1-a-1',
    what: 'no metric',
    deviate: ({ build }) => build.all(metric).forEach(({ id }) => build.remove(id)),
    stage: 'S1',
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-9.1-a-1',
    what: 'none of a control',
    deviate: ({ build, metrics }) => build.set(metric, metrics[1], { subject: 'isms_process' }),
    stage: 'S1',
    expected: ['MIN', 'kind'],
  },
  {
    rule: 'R-9.1-a-1',
    what: 'one of each',
    deviate: ({ build, metrics }) => build.set(metric, metrics[0], { unit: null }),
    stage: 'S1',
    expected: null,
  },
  {
    rule: 'R-9.1-b-1',
    what: 'nobody who evaluates',
    deviate: ({ build, metrics }) => build.set(metric, metrics[0], { whoEvaluates: null }),
    stage: 'S1',
    expected: ['MIN'],
  },
  {
    rule: 'R-9.1-b-1',
    what: 'a retired one without a card',
    deviate: ({ build, metrics, measurement: reading }) => {
      build.add(metric, { title: 'Oud' }, { state: 'retired' })
      build.set(measurement, reading, { metric: metrics[0] })
    },
    stage: 'S1',
    expected: null,
  },
  { rule: 'R-9.1-2', what: 'never, and due in April', deviate: unmeasured, expected: null },
  { rule: 'R-9.1-2', what: 'never, on the last day of grace', deviate: unmeasured, at: '2026-05-01', expected: null },
  {
    rule: 'R-9.1-2',
    what: 'never, and the first of all past its grace',
    deviate: unmeasured,
    at: '2026-05-02',
    expected: ['MAJ', 'never'],
  },
  {
    rule: 'R-9.1-2',
    what: 'one of two never',
    deviate: (org) => {
      org.controlReadings.forEach((id) => org.build.remove(id))
      org.build.set(metric, org.metrics[1], { frequencyMonths: 3, startsOn: null })
    },
    expected: ['MIN', 'never'],
  },
  {
    rule: 'R-9.1-2',
    what: 'one that was thought of later',
    deviate: (org) => {
      org.controlReadings.forEach((id) => org.build.remove(id))
      org.build.set(metric, org.metrics[1], { frequencyMonths: 3, startsOn: '2025-12-01' })
    },
    expected: null,
  },
  {
    rule: 'R-9.1-2',
    what: 'three months and 31 days ago',
    deviate: (org) => lastRead(org, '2025-10-30'),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-9.1-2',
    what: 'three months and thirty days ago',
    deviate: (org) => lastRead(org, '2025-10-31'),
    expected: null,
  },
  {
    rule: 'R-9.1-2',
    what: 'three months and 31 days ago, and excepted: the standard asks it',
    deviate: (org) => {
      lastRead(org, '2025-10-30')
      org.metrics.forEach((id) => allow(org, id, '2026-12-31'))
    },
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-9.1-3',
    what: 'read 31 days ago, and not evaluated',
    deviate: ({ build, controlReadings }) =>
      build.set(measurement, controlReadings.at(-1) ?? '', { at: '2026-01-30', evaluatedAt: null, evaluatedBy: null }),
    expected: ['MIN', 'unevaluated'],
  },
  {
    rule: 'R-9.1-3',
    what: 'read thirty days ago, and not evaluated',
    deviate: ({ build, controlReadings }) =>
      build.set(measurement, controlReadings.at(-1) ?? '', { at: '2026-01-31', evaluatedAt: null, evaluatedBy: null }),
    expected: null,
  },
  {
    rule: 'R-9.1-3',
    what: 'evaluated 31 days after it was planned',
    deviate: ({ build, controlReadings }) =>
      build.set(measurement, controlReadings.at(-1) ?? '', {
        plannedAt: '2026-01-10',
        at: '2026-01-08',
        evaluatedAt: '2026-02-10',
      }),
    expected: ['MIN', 'unevaluated'],
  },
  { rule: 'R-9.1-3', what: 'outside, and nobody does anything', deviate: outside, expected: ['MIN', 'unanswered'] },
  {
    rule: 'R-9.1-3',
    what: 'outside, and somebody does something',
    deviate: (org) => outside(org, { followUp: [org.ismsAction] }),
    expected: null,
  },
  {
    rule: 'R-9.1-3',
    what: 'outside, and somebody decided to wait',
    deviate: (org) => {
      const subject = outside(org)
      org.build.add(decision, { title: 'Even aanzien', kind: 'no_follow_up', subject, by: org.director })
    },
    expected: null,
  },
  {
    rule: 'R-9.1-3',
    what: 'on the very limit',
    deviate: (org) => outside(org, { value: 90 }),
    expected: null,
  },
  {
    rule: 'R-9.1-4',
    what: 'the first review is today',
    deviate: (org) => held(org, '2026-03-02'),
    expected: null,
  },
  {
    rule: 'R-9.1-4',
    what: 'the first review was yesterday, and said nothing of it',
    deviate: (org) => held(org, '2026-03-01'),
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-9.1-4',
    what: 'the first review was planned for yesterday, and not held',
    deviate: (org) => {
      held(org, '2026-03-01')
      org.build
        .all(managementReview)
        .forEach(({ id }) => org.build.set(managementReview, id, { heldAt: null, state: 'planned' }))
    },
    expected: null,
  },
  {
    rule: 'R-9.1-4',
    what: 'a conclusion without what was measured',
    deviate: (org) => held(org, '2026-03-01', { effectivenessConclusion: 'Het werkt.' }),
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-9.1-4',
    what: 'a review that looked at it and concluded',
    deviate: (org) => held(org, '2026-03-01', { effectivenessConclusion: 'Het werkt.', inputs: INPUTS }),
    expected: null,
  },
  {
    rule: 'R-9.1-4',
    what: 'a report of more than a year ago',
    deviate: (org) => {
      held(org, '2026-03-01')
      org.build.add(evaluationReport, { title: 'Werkt het?', at: '2025-03-01' })
    },
    expected: ['MIN', 'old'],
  },
  {
    rule: 'R-9.1-4',
    what: 'a report of a year ago today',
    deviate: (org) => {
      held(org, '2026-03-01')
      org.build.add(evaluationReport, { title: 'Werkt het?', at: '2025-03-02' })
    },
    expected: null,
  },
]

/** The metric of a control was read on this day for the last time. */
function lastRead({ build, controlReadings }: Conforming, at: string): void {
  controlReadings.slice(1).forEach((id) => build.remove(id))
  build.set(measurement, controlReadings[0] ?? '', { at, evaluatedAt: at })
}

describe('the rules on clause 9.1', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    const ids = rules.map(({ id }) => id).filter((id) => id.startsWith('R-9.1-'))
    for (const id of ids) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, ...both]).toEqual([id, true, true])
    }
  })

  test('are not due in case A: first metrics on 1 April, first evaluation with the first review', () => {
    const org = conforming()
    unmeasured(org)
    org.build.all(managementReview).forEach(({ id }) => org.build.remove(id))
    org.build.add(managementReview, { title: 'Directiebeoordeling', plannedAt: '2026-04-28' })
    const { standing } = ask(org.build.isms(), { stage: 'S2' })
    const found = standing.filter(({ rule }) => rule === 'R-9.1-2' || rule === 'R-9.1-4')
    expect(found.map(({ rule, state, due }) => [rule, state, due])).toEqual([
      ['R-9.1-2', 'not_due', '2026-04-01'],
      ['R-9.1-4', 'not_due', '2026-04-28'],
    ])
  })

  test('ask for the rhythm where nobody said it', () => {
    const org = conforming()
    org.build.set(metric, org.metrics[1], { frequencyMonths: null })
    expect(asked(org, /^R-9\.1-/)).toEqual(['R-9.1-2.late'])
  })

  test('ask when the ISMS began where nothing was measured and nobody said so', () => {
    const org = conforming()
    unmeasured(org)
    org.build.set(organisation, org.organisation, { ismsStart: null })
    for (const { id } of [...org.build.all(evaluationReport), ...org.build.all(managementReview)]) org.build.remove(id)
    expect(asked(org, /^R-9\.1-/)).toEqual(['R-9.1-2.never', 'R-9.1-4.start'])
  })
})
