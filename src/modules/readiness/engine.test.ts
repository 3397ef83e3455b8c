import { describe, expect, test } from 'vitest'
import { addMonths } from '../../kernel/calendar.ts'
import { ismsOf } from '../../kernel/isms.ts'
import { DEFAULTS } from '../../kernel/parameters.ts'
import { type Rule, type RuleResult, type RuleSpec, rule, type Severity } from '../../kernel/rule.ts'
import { breach, failing, forAll, gated, lookedFor, notDue, okay, ratio, undetermined } from '../../kernel/verdict.ts'
import { risk } from '../risks/registers/risk.ts'
import { builder } from '../samples/domain/builder.ts'
import type { Answer } from './domain/answer.ts'
import { datedAnswer } from './domain/changes.ts'
import { ruleSetOf } from './domain/day.ts'
import { evaluate } from './domain/evaluate.ts'
import { forecast } from './domain/forecast.ts'
import { compareRules } from './domain/order.ts'
import { type World, worldWith } from './domain/world.ts'
import { listed } from './test/ask.ts'

const SPEC: RuleSpec = {
  basis: 'N',
  stage: 'S1',
  worst: 'MAJ',
  reads: [risk],
  remedy: { owner: 'coordinator', register: 'risk', act: 'update' },
}

/** A rule that always objects to the same objects, for the rules about rules. */
function objecting(
  id: string,
  severity: Severity,
  objects: readonly string[] = ['x'],
  spec: Partial<RuleSpec> = {},
): Rule {
  const them = objects.map((object) => failing({ id: object }, ['title']))
  return rule(id, { ...SPEC, ...spec }, () => breach({ severity, failing: them, lookedFor: [lookedFor('any')] }))
}

function answering(id: string, result: RuleResult, spec: Partial<RuleSpec> = {}): Rule {
  return rule(id, { ...SPEC, ...spec }, () => result)
}

const AT = '2026-09-14'

function put(rules: readonly Rule[], given: Partial<World> = {}, stage: Answer['stage'] = 'SV'): Answer {
  const world = worldWith({ parameters: DEFAULTS, includes: () => true, ...given })
  return evaluate(ismsOf([], 0), { at: AT, stage, mode: 'known', ruleSet: ruleSetOf('1', rules), world })
}

const EXTERNAL = {
  id: 'f',
  rule: 'R-A.5.18-3',
  grade: 'minor',
  audit: 'a',
  auditLastDay: '2025-09-18',
  isStage1: false,
  implementedAt: '2025-12-10',
} as const
const REMEDY = {
  id: 'n',
  rule: null,
  objects: ['x', 'y'],
  raisedAt: '2026-08-01',
  owner: 'p',
  due: AT,
  hasProgress: true,
}
const IN_HAND = { ownRemedies: [REMEDY] }

describe('pile-ups (M-1 and M-4)', () => {
  const three = ['R-6.1.2-b-1', 'R-6.1.2-c-2', 'R-6.1.2-d-1'].map((id) => objecting(id, 'MIN'))

  test('add a likely breakdown that names three minors of one clause, and leave them listed', () => {
    const answer = put(three)
    expect(listed(answer)).toEqual({ MAJ: ['M-1:6.1.2'], MIN: three.map(({ id }) => id), OFI: [] })
    expect(answer.major[0]).toMatchObject({ raisedBy: 'M-1', minors: three.map(({ id }) => id), clause: '6.1.2' })
  })

  test.each([
    ['two minors only', three.slice(1), {}],
    ['a major there already', [...three, objecting('R-6.1.2-e-1', 'MAJ')], {}],
    ['minors of another clause', [...three.slice(1), objecting('R-6.1.3-d-1', 'MIN')], {}],
    ['a higher threshold of one’s own', three, { parameters: { ...DEFAULTS, pileUp: 4 } }],
  ])('are silent with %s', (_, rules, given) => {
    expect(put(rules, given).major.filter(({ rule: id }) => id.startsWith('M-'))).toEqual([])
  })

  test('leave out what is in hand', () => {
    const [first = objecting('R-6.1.2-a-2', 'MIN'), ...others] = three
    const answer = put([first, ...others], { ownRemedies: [{ ...REMEDY, rule: first.id }] })
    expect(answer.known.map(({ rule: id }) => id)).toEqual([first.id])
    expect(answer.major).toEqual([])
  })

  test('count what M-2 raised as a major, so nothing is piled on it', () => {
    const raised = { externalFindings: [{ ...EXTERNAL, rule: 'R-6.1.2-b-1' }] }
    expect(listed(put(three, raised)).MAJ).toEqual(['R-6.1.2-b-1'])
  })

  test('gather controls of one cluster against 8.1', () => {
    const rules = ['R-A.5.18-1', 'R-A.8.2-1', 'R-A.8.5-1'].map((id) => objecting(id, 'MIN'))
    expect(put(rules).major).toMatchObject([{ rule: 'M-4:access', clause: '8.1', raisedBy: 'M-4' }])
    expect(put([...rules.slice(1), objecting('R-A.8.8-1', 'MIN')]).major).toEqual([])
  })

  test('date from the minor that made the heap full', () => {
    const isms = builder()
    const ids = ['2026-01-01', '2026-03-01', '2026-02-01'].map((due) => isms.add(risk, { title: due, reviewAt: due }))
    const rules = ids.map((id, index) =>
      rule(`R-6.1.2-c-${index + 1}`, SPEC, (facts) =>
        forAll(
          facts,
          facts.isms.all(risk).filter((one) => one.id === id),
          [{ fails: (one, moment) => moment.late(one.reviewAt) }],
        ),
      ),
    )
    const world = worldWith({ parameters: DEFAULTS })
    const answer = evaluate(isms.isms(), {
      at: AT,
      stage: 'S1',
      mode: 'known',
      ruleSet: ruleSetOf('1', rules),
      world,
    })
    expect(answer.major).toMatchObject([{ rule: 'M-1:6.1.2', since: '2026-03-02' }])
  })
})

describe('a repeat (M-2)', () => {
  const again = objecting('R-A.5.18-3', 'MIN')

  test('is one level up', () => {
    expect(put([again], { externalFindings: [EXTERNAL] }).major).toMatchObject([
      { rule: 'R-A.5.18-3', baseSeverity: 'MIN', severity: 'MAJ', raisedBy: 'M-2' },
    ])
  })

  test.each([
    ['another rule', { externalFindings: [{ ...EXTERNAL, rule: 'R-A.5.18-2' }] }],
    ['an area of concern at stage 1', { externalFindings: [{ ...EXTERNAL, isStage1: true }] }],
    [
      'an audit before the previous one',
      { externalFindings: [EXTERNAL, { ...EXTERNAL, id: 'g', rule: null, auditLastDay: '2026-03-01' }] },
    ],
    [
      'a later audit without findings',
      {
        externalFindings: [EXTERNAL],
        plan: { ismsStart: null, stage1: null, stage2: null, stage2Held: null, externalAudits: ['2026-03-01'] },
      },
    ],
    ['an audit that ends today', { externalFindings: [{ ...EXTERNAL, auditLastDay: AT }] }],
  ])('is not %s', (_, given) => {
    expect(put([again], given).minor).toMatchObject([{ rule: 'R-A.5.18-3', raisedBy: null }])
  })

  test('is never in hand (1.10, 9)', () => {
    const answer = put([again], { externalFindings: [EXTERNAL], ...IN_HAND })
    expect(listed(answer).MAJ).toEqual(['R-A.5.18-3'])
  })

  test('raises an OFI to a minor, and leaves a major a major', () => {
    expect(put([objecting('R-A.5.18-3', 'OFI')], { externalFindings: [EXTERNAL] }).minor).toMatchObject([
      { raisedBy: 'M-2' },
    ])
    expect(put([objecting('R-A.5.18-3', 'MAJ')], { externalFindings: [EXTERNAL] }).major).toMatchObject([
      { raisedBy: null },
    ])
  })
})

describe('an external minor that is still open (M-3)', () => {
  test('keeps a finding from being in hand; R-CERT-5 carries out the rest', () => {
    const older = { ...EXTERNAL, auditLastDay: '2024-09-18', implementedAt: null }
    const newer = { ...EXTERNAL, id: 'g', rule: null }
    const answer = put([objecting('R-A.5.18-3', 'MIN')], { externalFindings: [older, newer], ...IN_HAND })
    expect(listed(answer)).toEqual({ MAJ: [], MIN: ['R-A.5.18-3'], OFI: [] })
  })
})

describe('the only barrier (M-5) and what a law prescribes (M-6)', () => {
  const minor = objecting('R-A.8.13-1', 'MIN')

  test('raise a rule on a control by one level together', () => {
    expect(put([minor], { isOnlyBarrier: () => true }).major).toMatchObject([{ raisedBy: 'M-5' }])
    expect(put([minor], { isPrescribedByLaw: () => true }).major).toMatchObject([{ raisedBy: 'M-6' }])
    const both = { isOnlyBarrier: () => true, isPrescribedByLaw: () => true }
    expect(listed(put([objecting('R-A.8.13-1', 'OFI')], both))).toEqual({ MAJ: [], MIN: ['R-A.8.13-1'], OFI: [] })
  })

  test('leave rules on clauses alone, and M-6 those whose basis is a law already', () => {
    const both = { isOnlyBarrier: () => true, isPrescribedByLaw: () => true }
    expect(put([objecting('R-6.2-b-1', 'MIN')], both).minor).toMatchObject([{ raisedBy: null }])
    const lawful = objecting('R-A.5.34-1', 'MIN', ['x'], { basis: 'N + law' })
    expect(put([lawful], { isPrescribedByLaw: () => true }).minor).toMatchObject([{ raisedBy: null }])
  })
})

describe('what is in hand (M-7)', () => {
  const minor = objecting('R-6.2-b-1', 'MIN')

  test('is listed and not counted', () => {
    const answer = put([minor], IN_HAND)
    expect(listed(answer)).toEqual({ MAJ: [], MIN: [], OFI: [] })
    expect(answer.known).toMatchObject([{ rule: 'R-6.2-b-1', inHand: 'n' }])
  })

  test.each([
    ['covers only part of what fails', [objecting('R-6.2-b-1', 'MIN', ['x', 'z'])], REMEDY],
    ['has no owner', [minor], { ...REMEDY, owner: null }],
    ['was due yesterday', [minor], { ...REMEDY, due: '2026-09-13' }],
    ['has not begun', [minor], { ...REMEDY, hasProgress: false }],
    ['is about another rule', [minor], { ...REMEDY, rule: 'R-6.2-h-1' }],
    ['was raised later', [minor], { ...REMEDY, raisedAt: '2026-09-15' }],
    ['is about a major', [objecting('R-6.2-b-1', 'MAJ')], REMEDY],
    ['is about an OFI', [objecting('R-6.2-b-1', 'OFI')], REMEDY],
    ['names no rule, where something is absent', [objecting('R-6.2-b-1', 'MIN', [])], REMEDY],
  ])('is not where the remedy %s', (_, rules, remedy) => {
    expect(put(rules, { ownRemedies: [remedy] }).known).toEqual([])
  })

  test('can be an absence, where the remedy names the rule', () => {
    const answer = put([objecting('R-4.1-2', 'MIN', [])], { ownRemedies: [{ ...REMEDY, rule: 'R-4.1-2' }] })
    expect(answer.known).toHaveLength(1)
  })
})

describe('questions (M-8) and readiness', () => {
  const open = { state: 'undetermined', questions: [{ variant: null, values: {}, objects: [] }], lookedAt: [] } as const

  test('bar a stage only where the rule could give a major', () => {
    expect(put([answering('R-6.1.2-c-1', open)]).ready).toEqual({ ok: false, majors: 0, questions: 1 })
    expect(put([answering('R-6.2-b-1', open, { worst: 'MIN' })]).ready.ok).toBe(true)
  })

  test('let minors and OFIs pass', () => {
    expect(put([objecting('R-6.2-b-1', 'MIN'), objecting('R-6.2-c-1', 'OFI')]).ready.ok).toBe(true)
    expect(put([objecting('R-6.2-1', 'MAJ')]).ready.ok).toBe(false)
  })
})

describe('stages', () => {
  const rules = [
    objecting('R-6.2-1', 'MAJ'),
    objecting('R-6.2-d-1', 'MIN', ['x'], { stage: 'S2' }),
    objecting('R-CERT-6', 'MIN', ['x'], { stage: 'SV' }),
    objecting('R-CERT-4', 'MIN', ['x'], { stage: 'RC' }),
  ]
  test.each([
    ['S1', ['R-6.2-1'], ['R-6.2-d-1']],
    ['S2', ['R-6.2-1', 'R-6.2-d-1'], []],
    ['SV', ['R-6.2-1', 'R-6.2-d-1', 'R-CERT-6'], []],
    ['RC', ['R-6.2-1', 'R-6.2-d-1', 'R-CERT-4', 'R-CERT-6'], []],
  ] as const)('at %s run these rules and no later ones', (stage, counted, preview) => {
    const answer = put(rules, {}, stage)
    expect([...answer.major, ...answer.minor].map(({ rule: id }) => id)).toEqual(counted)
    expect(answer.preview.map(({ rule: id }) => id)).toEqual(preview)
  })
})

describe('gates', () => {
  test('silence a rule on a control that the statement leaves out, or does not hold', () => {
    const rules = [objecting('R-A.8.5-1', 'MIN')]
    for (const includes of [() => false, () => null]) {
      expect(listed(put(rules, { includes })).MIN).toEqual([])
    }
    expect(put(rules, { includes: () => false }).standing).toMatchObject([{ state: 'not_applicable' }])
  })

  test('let a rule skip what another rule objects to, in whatever order they stand', () => {
    const population = ['x', 'y'].map((id) => ({ id }))
    const later = rule('R-6.2-d-1', { ...SPEC, after: ['R-6.2-b-1'] }, (facts) => {
      const skipped = facts.fails('R-6.2-b-1')
      return forAll(
        facts,
        population.filter(({ id }) => !skipped.has(id)),
        [{ fails: () => true }],
      )
    })
    const answer = put([later, objecting('R-6.2-b-1', 'MIN')])
    expect(answer.minor.find(({ rule: id }) => id === 'R-6.2-d-1')?.objects.map(({ id }) => id)).toEqual(['y'])
  })

  test('refuse a rule that asks for another without saying so, or waits for itself', () => {
    const nosy = rule('R-6.2-d-1', SPEC, (facts) => (facts.fails('R-6.2-b-1').size > 0 ? gated : okay()))
    expect(() => put([nosy, objecting('R-6.2-b-1', 'MIN')])).toThrow('cannot let `R-6.2-d-1` ask')
    const round = rule('R-6.2-d-1', { ...SPEC, after: ['R-6.2-d-1'] }, (facts) =>
      facts.fails('R-6.2-d-1').size > 0 ? gated : okay(),
    )
    expect(() => put([round])).toThrow('it waits for itself')
  })
})

describe('exceptions', () => {
  const excepted = rule('R-5.3-2', { ...SPEC, basis: 'O' }, (facts) =>
    forAll(facts, [{ id: 'x' }], [{ fails: () => !facts.isExcepted('x') }]),
  )
  test.each([
    ['stands today', AT, []],
    ['ended yesterday', '2026-09-13', ['R-5.3-2']],
  ] as const)('count while it %s', (_, until, minors) => {
    const exceptions = [{ subject: 'x', rule: null, approvedAt: '2026-01-01', until }]
    expect(listed(put([excepted], { exceptions })).MIN).toEqual(minors)
  })
})

describe('shares', () => {
  test.each([
    [1, 3, 'MIN'],
    [3, 3, 'MIN'],
    [1, 4, 'MIN'],
    [2, 4, 'MAJ'],
    [1, 5, 'MIN'],
  ] as const)('%i of %i over a quarter is %s', (fails, total, severity) => {
    expect(ratio(0.25)({ fails, total })).toBe(severity)
  })
})

describe('since when', () => {
  const build = builder()
  const late = build.add(risk, { title: 'Te laat', reviewAt: '2026-07-01' })
  const bare = build.add(risk, { title: 'Geen eigenaar' })
  const rules = [
    rule('R-6.1.2-c-2', SPEC, (facts) =>
      forAll(facts, facts.isms.all(risk), [
        { variant: 'late', fails: (one, moment) => moment.late(one.reviewAt) },
        { variant: 'unowned', fails: (one) => one.owner === null && one.id === bare, fields: ['owner', 'ownerRole'] },
      ]),
    ),
    rule('R-6.2-1', SPEC, ({ moment }) => (moment.reached('2026-05-01') ? breach({ severity: 'MAJ' }) : okay())),
    rule('R-4.1-2', SPEC, () => breach({ severity: 'MIN' })),
  ]
  const plan = { ismsStart: '2025-10-01', stage1: null, stage2: null, externalAudits: [], stage2Held: null }
  const answer = evaluate(build.isms(), {
    at: AT,
    stage: 'S1',
    mode: 'known',
    ruleSet: ruleSetOf('1', rules),
    world: worldWith({ parameters: DEFAULTS, plan }),
  })

  test('is told by the dates of each object, and waits for the ledger where none tells', () => {
    const [finding] = answer.minor.filter(({ rule: id }) => id === 'R-6.1.2-c-2')
    expect(finding).toMatchObject({ since: null, sinceBy: 'change' })
    expect(finding?.objects).toMatchObject([
      { id: late, since: '2026-07-02', sinceBy: 'date' },
      { id: bare, since: null, sinceBy: 'change', watch: { id: bare, fields: ['owner', 'ownerRole'] } },
    ])
  })

  test('is the last change of the fields that fail; of a field that never changed, the day on which the record came', () => {
    const ledger = new Map([
      [`${bare} owner`, '2026-06-10'],
      [`${bare} *`, '2026-01-05'],
    ])
    const dated = datedAnswer(answer, (id, field) => ledger.get(`${id} ${field}`) ?? null)
    expect(dated.minor.find(({ rule: id }) => id === 'R-6.1.2-c-2')).toMatchObject({
      since: '2026-06-10',
      sinceBy: 'change',
    })
  })

  test('goes back over the days of a whole rule for what is absent, else to the start of the ISMS', () => {
    expect(answer.major).toMatchObject([{ since: '2026-05-01', sinceBy: 'date' }])
    expect(answer.minor.find(({ rule: id }) => id === 'R-4.1-2')).toMatchObject({
      since: '2025-10-01',
      sinceBy: 'start',
    })
  })
})

describe('the forecast', () => {
  test('tells each day on which something appears, grows worse or clears by itself, and no other', () => {
    const build = builder()
    build.add(risk, { title: 'Herzien', reviewAt: '2026-10-01' })
    const rules = [
      rule('R-6.1.2-c-2', { ...SPEC, looksBack: true }, (facts) =>
        forAll(facts, facts.isms.all(risk), [
          {
            variant: 'overdue',
            grade: () => 'MAJ',
            fails: (one, moment) => moment.late(one.reviewAt, 30) && !moment.late(addMonths('2026-10-01', 6)),
          },
          { variant: 'late', fails: (one, moment) => moment.late(one.reviewAt) && !moment.late(one.reviewAt, 30) },
        ]),
      ),
      answering('R-6.2-d-1', notDue('2027-01-01')),
    ]
    const about = {
      isms: build.isms(),
      world: worldWith({ parameters: DEFAULTS }),
      ruleSet: ruleSetOf('1', rules),
      stage: 'S1',
    } as const
    const steps = forecast(about, AT, '2027-09-14')
    expect(steps.map(({ at, major, minor, clears }) => [at, major.length, minor.length, clears.length])).toEqual([
      [AT, 0, 0, 0],
      ['2026-10-02', 0, 1, 0],
      ['2026-11-01', 1, 0, 0],
      ['2027-04-02', 0, 0, 1],
    ])
    const answer = evaluate(about.isms, { at: '2026-12-01', mode: 'known', ...about })
    expect(answer.major).toMatchObject([{ since: '2026-10-02', clearsAt: '2027-04-02' }])
  })
})

describe('the order of rules', () => {
  test('is that of the standard', () => {
    const ids = [
      'R-CERT-1',
      'R-A.8.2-1',
      'R-10.2-1',
      'R-6.1.3-d-10',
      'R-6.1.3-d-2',
      'R-6.1.3-1',
      'R-4.1-1',
      'R-A.5.18-3',
    ]
    expect(ids.toSorted(compareRules)).toEqual([
      'R-4.1-1',
      'R-6.1.3-1',
      'R-6.1.3-d-2',
      'R-6.1.3-d-10',
      'R-10.2-1',
      'R-A.5.18-3',
      'R-A.8.2-1',
      'R-CERT-1',
    ])
  })
})

test('a rule that only asks is undetermined and objects to nothing', () => {
  const asking = answering('R-6.2-b-1', undetermined([{ variant: 'why', values: {}, objects: [] }]))
  expect(put([asking]).question).toMatchObject([{ key: 'rule.R-6.2-b-1.question.why' }])
})
