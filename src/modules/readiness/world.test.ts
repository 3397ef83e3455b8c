import { describe, expect, test } from 'vitest'
import { firstDue, isFirstLate, isInLookBack } from '../../kernel/interval.ts'
import { ismsOf } from '../../kernel/isms.ts'
import { momentOf } from '../../kernel/moment.ts'
import { DEFAULTS } from '../../kernel/parameters.ts'
import type { Facts, Rule, StagePlan } from '../../kernel/rule.ts'
import { registers } from '../../registers.gen.ts'
import { rules } from '../../rules.gen.ts'
import { action } from '../actions/register.ts'
import { approval } from '../approvals/registers/approval.ts'
import { decision } from '../approvals/registers/decision.ts'
import { informationSystem } from '../assets/registers/information-system.ts'
import { contextIssue } from '../context/registers/context-issue.ts'
import { objective } from '../objectives/registers/objective.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { requirement } from '../parties/registers/requirement.ts'
import { risk } from '../risks/registers/risk.ts'
import { riskMethod } from '../risks/registers/risk-method.ts'
import { conforming } from '../samples/domain/conforming/conforming.ts'
import { statementLine } from '../statements/registers/statement-line.ts'
import { treatment } from '../treatments/registers/treatment.ts'
import { breakpoints } from './domain/forecast.ts'
import { worldOf } from './domain/world-of.ts'
import { ask, caseOf, DAY } from './test/ask.ts'

/** The rule alone: what others say of the organisation is their business. */
function only(id: string): readonly Rule[] {
  return rules.filter((one) => one.id === id)
}

describe('what is in hand', () => {
  function withRemedy(state: string, due = '2026-04-01') {
    const org = conforming()
    for (const id of org.objectives.slice(0, 2)) org.build.set(objective, id, { target: null })
    const remedy = org.build.add(
      action,
      {
        title: 'Doelen meetbaar maken',
        kind: 'corrective',
        rule: 'R-6.2-b-1',
        objects: org.objectives.slice(0, 2),
        owner: org.officer,
        due,
      },
      { state, validFrom: '2026-02-15' },
    )
    return { remedy, answer: ask(org.build.isms(), { rules: only('R-6.2-b-1') }) }
  }

  test('is an action that names the rule and all that fails, and was begun', () => {
    const { remedy, answer } = withRemedy('in_progress')
    expect(answer.minor).toEqual([])
    expect(answer.known).toMatchObject([{ rule: 'R-6.2-b-1', inHand: remedy }])
  })

  test('is not one that nobody began, or that is overdue', () => {
    expect(withRemedy('open').answer.minor).toHaveLength(1)
    expect(withRemedy('in_progress', '2026-03-01').answer.minor).toHaveLength(1)
  })
})

describe('an approved exception', () => {
  test.each([
    ['2026-03-02', 0],
    ['2026-03-01', 1],
  ])('until %s lifts a demand of the organisation’s own', (until, findings) => {
    const org = conforming()
    const [issue] = org.issues
    org.build.set(contextIssue, issue, { lastReviewedAt: '2025-01-01' })
    org.build.add(approval, {
      kind: 'exception',
      subject: issue,
      decision: 'approved',
      by: org.director,
      at: '2026-02-01',
      until,
    })
    expect(ask(org.build.isms(), { stage: 'S2', rules: only('R-4.1-3') }).minor).toHaveLength(findings)
  })
})

describe('what raises a rule on a control', () => {
  const modifying = { option: 'modify' as const }

  test('is that the control is the only implemented one of a risk above the line', () => {
    const org = conforming()
    const moment = momentOf(DAY)
    const isOnly = (number: string) => worldOf(org.build.isms(), registers).isOnlyBarrier(number, moment)
    expect(isOnly('A.8.13')).toBe(false)
    org.build.set(treatment, org.treatments[0] ?? '', { ...modifying, controls: [org.controls.get('8.13') ?? ''] })
    expect(isOnly('A.8.13')).toBe(true)
    org.build.set(statementLine, org.lines.get('8.13') ?? '', { implementationStatus: 'partly' })
    expect(isOnly('A.8.13')).toBe(false)
  })

  test('is that a law in the register prescribes it', () => {
    const org = conforming()
    const isPrescribed = () => worldOf(org.build.isms(), registers).isPrescribedByLaw('A.5.31')
    expect(isPrescribed()).toBe(false)
    org.build.set(requirement, org.requirements[3] ?? '', { prescribesControl: true })
    expect(isPrescribed()).toBe(true)
  })
})

describe('who would take it up', () => {
  test('is the owner of what fails, else the coordinator, or top management', () => {
    const org = conforming()
    org.build.set(objective, org.objectives[0] ?? '', { target: null, responsible: org.people[4] ?? null })
    org.build.remove(org.determination)
    org.build.set(risk, org.risks[9] ?? '', { owner: null })
    const owners = new Map(ask(org.build.isms()).minor.map(({ rule, remedy }) => [rule, remedy.owner]))
    expect(owners.get('R-4.1-2')).toBe(org.director)
    expect(owners.get('R-6.1.2-c-2')).toBe(org.officer)
  })
})

describe('notes on rhythms', () => {
  test('say that an interval is longer than is common, and on which records', () => {
    const org = conforming()
    org.build.set(riskMethod, org.method, { intervalMonths: 24 })
    org.build.set(informationSystem, org.platform, { accessReviewIntervalMonths: 18 })
    const answer = ask(org.build.isms(), { world: { approval: 'approved' } })
    expect(answer.parameterNotes).toMatchObject([
      { parameter: 'riskMethodInterval', why: 'long', value: 24, bound: 12, objects: [{ id: org.method }] },
      { parameter: 'accessReviewMonths', why: 'long', value: 18, bound: 12, objects: [{ id: org.platform }] },
    ])
    expect(ask(org.build.isms(), { rules: only('R-6.1.2-a-2') }).minor).toEqual([])
  })

  test('say that the most and the least critical have the same rhythm, unless a reason is recorded', () => {
    const org = conforming()
    const parameters = { ...DEFAULTS, accessReviewMonths: 3, contextReviewMonths: 24 }
    org.build.set(organisation, org.organisation, { parameters })
    const approved = { world: { approval: 'approved' } } as const
    const whys = () => ask(org.build.isms(), approved).parameterNotes.map(({ parameter, why }) => [parameter, why])
    expect(whys()).toEqual([
      ['contextReviewMonths', 'long'],
      ['accessReviewCriticalMonths', 'same'],
    ])
    org.build.set(organisation, org.organisation, { parametersReason: 'Alle systemen zijn even belangrijk.' })
    expect(whys()).toEqual([['contextReviewMonths', 'long']])
  })

  test('count as parameters: a longer rhythm of one’s own is no lateness', () => {
    const org = conforming()
    org.build.set(contextIssue, org.issues[0], { lastReviewedAt: '2024-06-01' })
    const minors = () => ask(org.build.isms(), { stage: 'S2', rules: only('R-4.1-3') }).minor
    expect(minors()).toHaveLength(1)
    org.build.set(organisation, org.organisation, { parameters: { ...DEFAULTS, contextReviewMonths: 24 } })
    expect(minors()).toHaveLength(0)
  })
})

describe('yearly questions', () => {
  test('are those whose rules exist, each with who answers it, and never bar readiness', () => {
    const org = conforming()
    const answer = ask(org.build.isms(), { rules: rules.filter(({ id }) => /^R-[456]\./.test(id)) })
    expect(answer.yearly.map(({ number }) => number)).toEqual([1, 2, 3, 4, 8, 9])
    expect(answer.yearly[0]).toMatchObject({ answerer: org.director, answer: null, due: null, rules: ['R-5.2-2'] })
    expect(answer.ready.questions).toBe(0)
  })

  test('hold an answer for a year', () => {
    const org = conforming()
    const set = {
      title: 'Ja',
      kind: 'yearly_answer',
      yearlyQuestion: 4,
      isYes: true,
      by: org.director,
      at: '2026-01-10',
    } as const
    const made = org.build.add(decision, set)
    const at = (day: string) => ask(org.build.isms(), { at: day }).yearly.find(({ number }) => number === 4)
    expect(at(DAY)).toMatchObject({ answer: 'yes', decision: made, answeredAt: '2026-01-10', due: '2027-01-10' })
    expect(at('2027-01-11')).toMatchObject({ answer: null })
  })
})

describe('rhythms', () => {
  const plan: StagePlan = {
    ismsStart: '2025-10-01',
    stage1: '2026-03-16',
    stage2: '2026-05-18',
    externalAudits: ['2026-03-17', '2026-05-20'],
    stage2Held: '2026-05-20',
  }
  const factsOn = (day: string, stage: Facts['stage'] = 'S1', given: Partial<StagePlan> = {}): Facts => ({
    isms: ismsOf([], 0),
    moment: momentOf(day),
    parameters: DEFAULTS,
    stage,
    plan: { ...plan, ...given },
    fails: () => new Set(),
    each: (members, say) => members.map((member) => ({ member, said: say(member) })),
    aside: (work) => work(),
    isExcepted: () => false,
  })

  test.each([
    ['the planned day before stage 2', { intervalMonths: 6, planned: '2026-04-01' }, DAY, '2026-04-01'],
    ['the interval from the start', { intervalMonths: 6 }, DAY, '2026-04-01'],
    ['the day of stage 2, where that comes first', { intervalMonths: 12 }, DAY, '2026-05-18'],
    ['its own start and interval, of what came later', { intervalMonths: 12, start: '2026-02-01' }, DAY, '2027-02-01'],
    [
      'no planned day any more after stage 2',
      { intervalMonths: 6, planned: '2026-04-01', start: '2026-02-01' },
      '2026-06-01',
      '2026-08-01',
    ],
  ])('are first due on %s', (_, rhythm, day, due) => {
    const facts = factsOn(day)
    expect(firstDue(facts, facts.moment, rhythm)).toBe(due)
  })

  test('are unknown where nobody said when the ISMS started', () => {
    const facts = factsOn(DAY, 'S1', { ismsStart: null })
    expect(isFirstLate(facts, facts.moment, { intervalMonths: 12 })).toBe('unknown')
  })

  test('count as due in a preview of stage 2, where they fall due on its very day', () => {
    const late = (stage: Facts['stage'], intervalMonths: number) => {
      const facts = factsOn(DAY, stage)
      return isFirstLate(facts, facts.moment, { intervalMonths })
    }
    expect([late('S1', 12), late('S2', 12), late('S2', 6)]).toEqual([false, true, false])
  })

  test('look back over events a year, or to the last external audit where that is longer ago', () => {
    const held = { externalAudits: ['2024-09-18'] }
    const sees = (day: string, given: Partial<StagePlan>) => {
      const facts = factsOn('2026-09-14', 'SV', given)
      return isInLookBack(facts, facts.moment, day)
    }
    expect(sees('2025-09-14', held)).toBe(true)
    expect(sees('2024-09-18', held)).toBe(true)
    expect(sees('2024-09-17', held)).toBe(false)
    expect(sees('2025-09-13', {})).toBe(false)
    expect(sees('2026-09-15', held)).toBe(false)
  })
})

test('breakpoints are the days on which some rule may turn', () => {
  const about = caseOf(conforming().build.isms(), { stage: 'SV' })
  const days = breakpoints(about, DAY, '2027-03-02')
  expect(days[0]).toBe(DAY)
  expect(days).toContain('2026-09-01')
  expect(days).toEqual([...new Set(days)].sort())
})
