import { describe, expect, test } from 'vitest'
import { wordsIn } from '../../platform/words.ts'
import { texts } from '../../texts.gen.ts'
import { threeByThree } from '../risks/domain/presets.ts'
import { ALONE, CARE, THIRTY } from './answers.fixture.ts'
import { type Answers, QUESTIONS } from './domain/chapters.ts'
import { holds } from './domain/conditions.ts'
import { type Draft, isLinkTo } from './domain/draft.ts'
import { draftsOf } from './domain/drafts.ts'
import { remarksOn } from './domain/remarks.ts'

const TODAY = '2026-02-02'
const spoken = wordsIn(texts)
const told = (answers: Answers, language: 'nl' | 'en' = 'nl'): readonly Draft[] =>
  draftsOf(answers, { language, words: spoken(language), today: TODAY })
const of = (drafts: readonly Draft[], register: string): readonly Draft[] =>
  drafts.filter((draft) => draft.register === register)
const find = (drafts: readonly Draft[], key: string): Draft | undefined => drafts.find((draft) => draft.key === key)
const remarks = (answers: Answers): readonly string[] => remarksOn(answers, TODAY).map(({ id }) => id)

function linksIn(value: unknown): readonly string[] {
  if (isLinkTo(value)) return [value.to]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(linksIn) : []
}

describe('a condition', () => {
  test.each([
    ['systems=crm,hr_system', { systems: ['crm'] }, true],
    ['systems=crm', { systems: ['laptops'] }, false],
    ['systems=crm', {}, null],
    ['cloud!=none', { cloud: 'some' }, true],
    ['cloud!=none', {}, null],
    ['places=none', { places: ['none', 'office'] }, false],
    ['personalData!=none', { personalData: ['none', 'staff'] }, true],
    ['headcount>=2', { headcount: 1 }, false],
    ['climate', { climate: true }, true],
    ['!climate', { climate: false }, true],
    ['!climate', {}, null],
    ['directorName', { directorName: 'Marit' }, true],
    ['ownServers & systems=laptops', { systems: ['crm'] }, false],
    ['ownServers | systems=laptops', { systems: ['laptops'] }, true],
    ['ownServers | systems=laptops', { ownServers: false }, null],
  ] as const)('%s of %j is %s', (condition, answers, truth) => {
    expect(holds(condition, answers)).toBe(truth)
  })
})

describe('drafts', () => {
  test('are none while nothing is answered, and few after one answer', () => {
    expect(told({})).toEqual([])
    const first = told({ headcount: 12 })
    expect(of(first, 'information_system')).toEqual([])
    expect(of(first, 'risk').length).toBeLessThan(30)
    expect(of(first, 'statement_line').filter(({ gaps }) => gaps.includes('included')).length).toBeGreaterThan(10)
  })

  test('have each key once and point only at each other and at controls', () => {
    for (const answers of [THIRTY, ALONE, CARE]) {
      const drafts = told(answers)
      const keys = drafts.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      const broken = drafts
        .flatMap(({ set }) => linksIn(set))
        .filter((to) => !to.startsWith('control:') && !keys.includes(to))
      expect(broken).toEqual([])
    }
  })

  test('are the same for the same answers, whatever their order', () => {
    const turned = Object.fromEntries(Object.entries(THIRTY).reverse())
    expect(told(turned)).toEqual(told(THIRTY))
  })

  test('of a company of thirty are 60 to 80 risks, with a score each and a proposal for those above the line', () => {
    const drafts = told(THIRTY)
    const risks = of(drafts, 'risk')
    expect(risks.length).toBeGreaterThanOrEqual(60)
    expect(risks.length).toBeLessThanOrEqual(80)
    expect(of(drafts, 'risk_score')).toHaveLength(risks.length)
    const above = of(drafts, 'risk_score').filter(({ set }) => set['level'] === 'high' || set['level'] === 'very_high')
    expect(of(drafts, 'treatment')).toHaveLength(above.length)
    expect(of(drafts, 'statement_line')).toHaveLength(93)
  })

  test('say of every score that it is a first estimate, and which answer made it higher', () => {
    for (const { set } of of(told(THIRTY), 'risk_score')) expect(set['rationale']).toMatch(/^Eerste schatting/)
    const score = (incidents: Answers['incidents']): Draft | undefined =>
      find(told({ ...THIRTY, incidents: incidents ?? [] }), 'score.risk.phishing')
    expect(score(['none'])?.set['likelihood']).toBe(4)
    expect(score(['phishing'])?.set['likelihood']).toBe(5)
    expect(score(['phishing'])?.because).toContain('incidents')
    expect(score(['phishing'])?.set['rationale']).toContain('laatste drie jaar')
  })

  test('are estimated on the scale of the method that is there', () => {
    const words = spoken('nl')
    const measure = { ...threeByThree(words), versionLabel: '2.0' }
    const scores = of(draftsOf(THIRTY, { language: 'nl', words, today: TODAY, measure }), 'risk_score')
    for (const { set } of scores) expect([set['level'] !== undefined, set['methodVersion']]).toEqual([true, '2.0'])
  })

  test('are treated only with controls that the statement takes in, and reasons link to such risks', () => {
    for (const answers of [THIRTY, ALONE, CARE]) {
      const drafts = told(answers)
      const included = new Set(
        of(drafts, 'statement_line')
          .filter(({ set }) => set['included'] === true)
          .map(({ key }) => key.slice(5)),
      )
      const treated = of(drafts, 'treatment')
      expect(treated.flatMap(({ set }) => linksIn(set['controls'])).filter((to) => !included.has(to.slice(8)))).toEqual(
        [],
      )
      const risks = of(drafts, 'statement_line').flatMap(({ set }) => linksIn(set['inclusionReasons']))
      const without = risks.filter((to) => to.startsWith('risk.') && find(treated, `treatment.${to}`) === undefined)
      expect(without).toEqual([])
    }
  })

  test('leave controls on buildings and development out where there is neither, with why', () => {
    const line = (answers: Answers, number: string): Draft | undefined => find(told(answers), `line.${number}`)
    expect(line(ALONE, '7.1')?.set['included']).toBe(false)
    expect(line(ALONE, '7.1')?.set['exclusionJustification']).toMatch(/geen kantoor/)
    expect(line(ALONE, '8.28')?.set['included']).toBe(false)
    expect(line(THIRTY, '8.28')?.set['included']).toBe(true)
    expect(line({ ...THIRTY, developsSoftware: null }, '8.28')?.set['included']).toBeUndefined()
  })

  test('come in the language that is asked for, with what somebody delivers in it', () => {
    const scope = find(told(THIRTY, 'en'), 'scope.first')
    expect(scope?.set['statement']).toMatch(/delivery of een webdienst voor roosters/)
    expect(scope?.because).toContain('offering')
    const strange = find(told({ ...THIRTY, offering: '@risk.phishing $& {offering}' }), 'service.main')
    expect(strange?.set['title']).toBe('@risk.phishing $& {offering}')
  })

  test('know one person who is both director and coordinator', () => {
    const drafts = told(ALONE)
    expect(of(drafts, 'person')).toHaveLength(1)
    expect(linksIn(find(drafts, 'assignment.coordinator')?.set)).toContain('person.director')
  })

  test('plan every clause each year and every control that is in once within three years', () => {
    const drafts = told(THIRTY)
    const lines = of(drafts, 'programme_line')
    const included = of(drafts, 'statement_line').filter(({ set }) => set['included'] === true)
    expect(lines).toHaveLength(25 + included.length)
    const days = lines.flatMap(({ set }) => (Array.isArray(set['plannedDates']) ? set['plannedDates'] : []))
    const dates = days.map((row) => JSON.stringify(row).slice(7, 17)).toSorted()
    expect(dates[0]).toBe('2026-08-01')
    expect(dates.at(-1)).toBe('2028-08-01')
  })
})

describe('drafts for all that an organisation has to show', () => {
  const titles = (answers: Answers, register: string): readonly string[] =>
    of(told(answers), register).map(({ key }) => key)

  test('hold the usual processing of personal data with basis, retention and article, and decide on no risk', () => {
    const keys = titles(THIRTY, 'processing_record')
    for (const one of ['payroll', 'absence', 'applicants', 'customers', 'website', 'support', 'visitors', 'processor'])
      expect(keys).toContain(`processing.${one}`)
    expect(keys).not.toContain('processing.cameras')
    expect(titles({ ...THIRTY, cameras: true }, 'processing_record')).toContain('processing.cameras')
    for (const { set, gaps } of of(told(THIRTY), 'processing_record')) {
      expect(JSON.stringify([set['purpose'], set['retention']])).toMatch(/AVG|AWR|BW/)
      expect(gaps).toContain('highRisk')
    }
    expect(
      titles(
        { ...THIRTY, personalData: ['none'], processor: false, systems: [], visitors: false },
        'processing_record',
      ),
    ).toEqual([])
  })

  test('propose a DPIA only where an answer suggests one', () => {
    expect(titles(THIRTY, 'dpia')).toEqual([])
    expect(titles(CARE, 'dpia')).toEqual(['dpia.patients'])
    expect(titles({ ...THIRTY, ai: 'product' }, 'dpia')).toEqual(['dpia.ai'])
  })

  test('ask something of every role, back up every system that holds something, and set up every kind', () => {
    for (const answers of [THIRTY, ALONE, CARE]) {
      const drafts = told(answers)
      const asked = of(drafts, 'competence_requirement').flatMap(({ set }) => linksIn(set['role']))
      expect(asked.toSorted()).toEqual(
        of(drafts, 'role')
          .map(({ key }) => key)
          .toSorted(),
      )
      const backedUp = of(drafts, 'backup_policy').flatMap(({ set }) => linksIn(set['systems']))
      const held = of(drafts, 'information_system').filter(({ set }) => set['rpoHours'] !== undefined)
      expect(backedUp.toSorted()).toEqual(held.map(({ key }) => key).toSorted())
      const covered = of(drafts, 'baseline').map(({ set }) => set['systemClass'])
      for (const { set } of of(drafts, 'information_system')) expect(covered).toContain(set['systemClass'])
    }
  })

  test('carry out every proposed treatment by an action of which nobody is the owner yet', () => {
    const drafts = told(THIRTY)
    const actions = of(drafts, 'action').filter(({ set }) => set['kind'] === 'treatment')
    expect(actions.flatMap(({ set }) => linksIn(set['treatment']))).toEqual(
      of(drafts, 'treatment').map(({ key }) => key),
    )
    for (const { gaps } of actions) expect(gaps).toEqual(['owner', 'due', 'resources'])
  })

  test('part two thousand people in units and give them the roles that so many need', () => {
    expect(titles(THIRTY, 'unit')).toEqual(['unit.whole'])
    expect(titles(CARE, 'unit').length).toBeGreaterThan(6)
    expect(titles(CARE, 'role')).toEqual(
      expect.arrayContaining(['role.security_officer', 'role.unit_head', 'role.dpo']),
    )
    expect(titles({ ...THIRTY, headcount: 60 }, 'role')).not.toContain('role.unit_head')
  })

  test('appoint who was named, and each of them once', () => {
    const drafts = told({ ...THIRTY, serviceName: 'fenna postma', itName: 'Bram Kok' })
    expect(of(drafts, 'person').map(({ key }) => key)).toEqual(['person.director', 'person.coordinator', 'person.it'])
    expect(linksIn(find(drafts, 'assignment.service')?.set)).toContain('person.coordinator')
    expect(linksIn(find(drafts, 'assignment.it')?.set)).toContain('person.it')
    expect(find(told(THIRTY), 'assignment.it')).toBeUndefined()
  })

  test('have the rules translated where several languages are read, and look at no door where there is none', () => {
    expect(titles({ ...THIRTY, languages: ['nl', 'pl', 'uk'] }, 'task')).toContain('todo.languages')
    expect(titles(THIRTY, 'task')).not.toContain('todo.languages')
    expect(titles({ ...THIRTY, places: ['none'] }, 'entry_rights_review')).toEqual([])
  })
})

/** An answer other than the one in the fixture, to see that it is not asked for nothing. */
const OTHER: Required<{ readonly [Q in keyof Answers]: Answers[Q] }> = {
  offering: 'een app',
  sector: 'care',
  headcount: 300,
  customers: ['government'],
  languages: ['pl'],
  exclusions: 'De winkel.',
  places: ['none'],
  visitors: false,
  cameras: true,
  remoteWork: 'none',
  climate: true,
  systems: ['file_server'],
  cloud: 'none',
  ownServers: true,
  ownDevices: true,
  ai: 'product',
  developsSoftware: false,
  softwareFor: ['own_use'],
  outsourcedDevelopment: true,
  personalData: ['patients'],
  specialData: ['health'],
  bsn: true,
  processor: false,
  suppliers: ['none'],
  criticalSupplier: 'Polderwolk',
  demands: ['screening'],
  availabilityPercent: 99,
  hoursWithout: 48,
  laws: ['cbw'],
  incidents: ['theft'],
  reason: 'Omdat het beter kan.',
  directorName: 'Jan',
  coordinatorName: 'Piet',
  serviceName: 'Anne',
  itName: 'Kees',
  auditor: 'colleague',
  certificateDate: '2027-06-01',
  hoursDirector: 3,
  hoursCoordinator: 2,
}

describe('every answer', () => {
  test.each(QUESTIONS)('to %s changes what follows', (question) => {
    const usual: Answers = { ...THIRTY, customers: ['companies'] }
    expect(JSON.stringify(told({ ...usual, [question]: OTHER[question] }))).not.toBe(JSON.stringify(told(usual)))
  })
})

describe('answers that do not fit', () => {
  test.each<readonly [string, Answers]>([
    ['suppliers_cloud', { suppliers: ['none'], cloud: 'most' }],
    ['suppliers_systems', { suppliers: ['none'], systems: ['microsoft365'] }],
    ['data_hr', { personalData: ['none'], systems: ['hr_system'] }],
    ['data_gdpr', { personalData: ['staff'], laws: ['fiscal'] }],
    ['software_code', { developsSoftware: false, systems: ['source_code_host'] }],
    ['cloud_servers', { cloud: 'all', ownServers: true }],
    ['cloud_office', { cloud: 'none', systems: ['google_workspace'] }],
    ['places_cameras', { places: ['none'], cameras: true }],
    ['alone_it', { headcount: 1, itName: 'Kees', suppliers: ['none'] }],
    ['places_visitors', { places: ['none'], visitors: true }],
    ['alone_auditor', { headcount: 1, auditor: 'colleague' }],
    ['law_care', { sector: 'care', laws: ['gdpr'] }],
    ['law_cbw', { headcount: 60, laws: ['gdpr'] }],
    ['none_and_others', { demands: ['none', 'certificate'] }],
    ['date_past', { certificateDate: '2026-02-02' }],
    ['date_soon', { certificateDate: '2026-06-02' }],
    ['one_person', { headcount: 12, directorName: 'Jan Vos', coordinatorName: 'jan  vos' }],
    ['languages', { languages: ['nl', 'pl', 'uk'] }],
  ])('are told: %s', (id, answers) => {
    expect(remarks(answers)).toContain(id)
  })

  test('are told at a question, and a company in order hears nothing', () => {
    expect(remarks(THIRTY)).toEqual([])
    expect(remarks({})).toEqual([])
    expect(remarks({ certificateDate: '2026-06-03' })).toEqual([])
    expect(remarksOn({ suppliers: ['none'], cloud: 'all' }, TODAY)).toEqual([
      { id: 'suppliers_cloud', question: 'suppliers' },
    ])
  })
})
