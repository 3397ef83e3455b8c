import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../kernel/text.ts'
import * as contracts from './contract.ts'
import { clause, clauseItems, clauses } from './domain/clauses.ts'
import { ATTRIBUTES, attributes, control, controls, THEMES, themes } from './domain/controls.ts'
import { control2013, controls2013, domains2013, objectives2013 } from './domain/edition-2013.ts'
import { explanation, explanations } from './domain/explanations.ts'
import { family } from './domain/family.ts'
import { incidentClasses, incidentEntries } from './domain/incidents.ts'
import { mapping, predecessorsOf, successorsOf } from './domain/mapping.ts'
import { type CatalogueSet, isTerm, termCheck, termReference, terms, termTitle } from './domain/terms.ts'
import { threatLists, threats } from './domain/threats.ts'
import { module } from './module.ts'
import * as service from './service.ts'

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((row) => row.id)
const repeated = (of: readonly string[]): string[] => of.filter((id, at) => of.indexOf(id) !== at)
const SETS: readonly CatalogueSet[] = ['control_2022', 'control_2013', 'clause', 'threat', 'incident_class']

describe('the edition of 2022', () => {
  test('has 93 controls: 37, 8, 14 and 34 by theme, eleven of them new', () => {
    const perTheme = THEMES.map((theme) => controls().filter((each) => each.theme === theme).length)
    expect(perTheme).toEqual([37, 8, 14, 34])
    expect(controls()).toHaveLength(93)
    expect(controls().filter((each) => each.isNew)).toHaveLength(11)
    expect(ids(themes())).toEqual([...THEMES])
  })

  test('numbers its controls without a gap, each under the number of its theme', () => {
    const expected = themes().flatMap((theme) =>
      controls()
        .filter((each) => each.theme === theme.id)
        .map((_, at) => `${theme.number}.${at + 1}`),
    )
    expect(ids(controls())).toEqual(expected)
    expect(control('8.34')?.title.nl).toBe('Bescherming van informatiesystemen tijdens audits')
    expect(control('5.38')).toBeNull()
    expect(control('A.5.1')).toBeNull()
  })

  test('knows every attribute value that a control has', () => {
    for (const attribute of ATTRIBUTES) {
      const known = ids(attributes()[attribute])
      expect(repeated(known)).toEqual([])
      const used = new Set(controls().flatMap((each) => each.attributes[attribute]))
      expect([...used].filter((value) => !known.includes(value))).toEqual([])
      expect(known.filter((value) => !used.has(value))).toEqual([])
    }
  })

  test('has 41 clauses below known parents, and 25 items for audit coverage', () => {
    expect(clauses()).toHaveLength(41)
    expect(clauses().filter((each) => each.isLeaf)).toHaveLength(30)
    expect(clauses().filter((each) => each.documented !== null)).toHaveLength(15)
    expect(repeated(ids(clauses()))).toEqual([])
    expect(clauses().filter((each) => each.parent !== null && clause(each.parent) === null)).toEqual([])
    const parents = new Set(clauses().map((each) => each.parent))
    expect(clauses().filter((each) => each.isLeaf === parents.has(each.id))).toEqual([])
    expect(clauseItems()).toHaveLength(25)
    expect(repeated(clauseItems())).toEqual([])
    expect(clauseItems().filter((id) => clause(id) === null)).toEqual([])
  })

  test('covers each leaf clause by exactly one item', () => {
    const covering = (leaf: string): number =>
      clauseItems().filter((item) => leaf === item || leaf.startsWith(`${item}.`)).length
    const leaves = clauses().filter((each) => each.isLeaf)
    expect(leaves.filter((each) => covering(each.id) !== 1)).toEqual([])
  })
})

describe('the edition of 2013', () => {
  test('has 114 controls below 35 objectives in 14 domains', () => {
    expect([controls2013().length, objectives2013().length, domains2013().length]).toEqual([114, 35, 14])
    expect(repeated(ids(controls2013()))).toEqual([])
    expect(controls2013().filter((each) => !ids(objectives2013()).includes(each.objective))).toEqual([])
    expect(controls2013().filter((each) => !each.id.startsWith(`${each.objective}.`))).toEqual([])
    expect(objectives2013().filter((each) => !ids(domains2013()).includes(each.domain))).toEqual([])
    expect(control2013('18.2.3')?.title.en).toBe('Technical compliance review')
  })
})

describe('the mapping between the editions', () => {
  const forward = mapping().forward.flatMap((row) => row.to.map((to) => `${row.from} ${to}`))
  const reverse = mapping().reverse.flatMap((row) => row.from.map((from) => `${from} ${row.to}`))

  test('says the same in both directions, in 115 links', () => {
    expect([...forward].sort()).toEqual([...reverse].sort())
    expect(new Set(forward).size).toBe(115)
    expect(forward).toHaveLength(115)
  })

  test('has a row for every control of either edition, and only for those', () => {
    expect(mapping().forward.map((row) => row.from)).toEqual(ids(controls2013()))
    expect(mapping().reverse.map((row) => row.to)).toEqual(ids(controls()))
    expect(mapping().forward.filter((row) => row.to.length === 0)).toEqual([])
  })

  test('calls each row what its links say', () => {
    for (const row of mapping().reverse) {
      const kinds = ['new', 'one_to_one'] as const
      expect([row.to, row.kind]).toEqual([row.to, kinds[row.from.length] ?? 'merged'])
      expect([row.to, control(row.to)?.isNew]).toEqual([row.to, row.kind === 'new'])
    }
    const count = (kind: string): number => mapping().reverse.filter((row) => row.kind === kind).length
    expect([count('new'), count('one_to_one'), count('merged')]).toEqual([11, 58, 24])
    const split = mapping().forward.filter((row) => row.to.length > 1)
    expect(split.map((row) => [row.from, row.kind])).toEqual([['18.2.3', 'split']])
    for (const row of mapping().forward) {
      if (row.kind === 'split') continue
      const isMerged = row.to.some((to) => predecessorsOf(to).length > 1)
      expect([row.from, row.kind]).toEqual([row.from, isMerged ? 'merged' : 'one_to_one'])
    }
  })

  test('answers for one control at a time', () => {
    expect(successorsOf('5.1.2')).toEqual(['5.1'])
    expect(successorsOf('18.2.3')).toEqual(['5.36', '8.8'])
    expect(predecessorsOf('5.1')).toEqual(['5.1.1', '5.1.2'])
    expect(predecessorsOf('5.7')).toEqual([])
    expect(successorsOf('99')).toEqual([])
  })
})

describe('the other lists', () => {
  test('have unique threats in known groups', () => {
    expect(threatLists().map((list) => [list.id, list.groups.length, list.threats.length])).toEqual([
      ['iso27005', 7, 57],
      ['bsi', 1, 47],
      ['enisa', 8, 169],
    ])
    expect(repeated(ids(threats()))).toEqual([])
    for (const list of threatLists()) {
      expect(list.threats.filter((each) => !ids(list.groups).includes(each.group))).toEqual([])
    }
  })

  test('have eleven incident classes with 39 entries', () => {
    expect([incidentClasses().length, incidentEntries().length]).toEqual([11, 39])
    expect(repeated(ids([...incidentClasses(), ...incidentEntries()]))).toEqual([])
    expect(incidentEntries().filter((each) => !ids(incidentClasses()).includes(each.class))).toEqual([])
    expect(incidentEntries().filter((each) => !each.id.startsWith(`${each.class}/`))).toEqual([])
  })

  test('name each standard once, with a year where one is published', () => {
    const all = [...family().standards, ...family().related]
    expect(family().standards).toHaveLength(82)
    expect(repeated(all.map((each) => each.number))).toEqual([])
    expect(all.filter((each) => each.status === 'published' && each.year === null)).toEqual([])
  })
})

describe('the explanations', () => {
  test('are there for all 93 controls, in their order', () => {
    expect(ids(explanations())).toEqual(ids(controls()))
    expect(explanation('5.38')).toBeNull()
  })

  test.each(LANGUAGES)('are of a readable length (%s)', (language) => {
    for (const each of explanations()) {
      const { purpose, small, evidence } = each
      expect([each.id, purpose[language].length > 30, purpose[language].length < 180]).toEqual([each.id, true, true])
      expect([each.id, small[language].length > 100, small[language].length < 450]).toEqual([each.id, true, true])
      expect([each.id, evidence[language].length >= 2, evidence[language].length <= 4]).toEqual([each.id, true, true])
      expect(evidence[language].filter((line) => line.length < 10 || line.length > 110)).toEqual([])
      expect(evidence.nl).toHaveLength(evidence.en.length)
    }
  })

  test.each(LANGUAGES)('end as sentences do, and their evidence as a list does (%s)', (language) => {
    for (const each of explanations()) {
      expect(each.purpose[language]).toMatch(/^[A-Z][^.!?]*[.]$/)
      expect(each.small[language]).toMatch(/^[A-Z][^]*[.?]$/)
      expect(each.evidence[language].filter((line) => !/^[A-Z].*[^.]$/.test(line))).toEqual([])
    }
  })

  test('are in our own words, addressed to the reader, and finished', () => {
    const all = explanations().flatMap((each) =>
      LANGUAGES.flatMap((language) => [each.purpose[language], each.small[language], ...each.evidence[language]]),
    )
    const banned = /\bshall\b|\bdien(t|en) te\b|\bje\b|\bjouw\b|\bjullie\b|lorem|todo|tbd|xxx|\?\?|…|\s\s/i
    expect(all.filter((line) => banned.test(line))).toEqual([])
    expect(repeated(explanations().flatMap((each) => [each.purpose.nl, each.purpose.en]))).toEqual([])
  })

  test('differ between the languages', () => {
    const same = explanations().filter((each) => each.purpose.nl === each.purpose.en || each.small.nl === each.small.en)
    expect(same).toEqual([])
  })
})

describe('terms of a register', () => {
  test('are found by their id, and nothing else is', () => {
    for (const set of SETS) {
      expect(repeated(ids(terms(set)))).toEqual([])
      expect(terms(set).filter((each) => !isTerm(set, each.id))).toEqual([])
      for (const stranger of ['', '0', '__proto__', 'toString', ' 5.1', '5.10000']) {
        expect([set, stranger, isTerm(set, stranger)]).toEqual([set, stranger, false])
      }
    }
    expect(isTerm('control_2022', '5.1')).toBe(true)
    expect(isTerm('incident_class', 'fraud')).toBe(true)
    expect(isTerm('incident_class', 'fraud/phishing')).toBe(true)
  })

  test('have a title in both languages', () => {
    expect(termTitle('control_2022', '5.3', 'nl')).toBe('Functiescheiding')
    expect(termTitle('control_2022', '5.3', 'en')).toBe('Segregation of duties')
    expect(termTitle('threat', 'G 0.1', 'nl')).toBe('Brand')
    expect(termTitle('clause', '11', 'nl')).toBeNull()
    const isBlank = (title: string): boolean => title.trim() === '' || title !== title.trim()
    for (const set of SETS) {
      expect(terms(set).filter((each) => LANGUAGES.some((language) => isBlank(each.title[language])))).toEqual([])
    }
  })

  test('are shown as people write them', () => {
    expect(termReference('control_2022', '5.1')).toBe('A.5.1')
    expect(termReference('control_2013', '5.1.1')).toBe('A.5.1.1')
    expect(termReference('clause', '6.1.3')).toBe('6.1.3')
  })

  test('leave rules to whoever knows them', () => {
    const check = termCheck((id) => id === 'R-4.1-1')
    expect(check('rule', 'R-4.1-1')).toBe(true)
    expect(check('rule', '5.1')).toBe(false)
    expect(check('control_2022', '5.1')).toBe(true)
  })
})

describe('over HTTP', () => {
  test.each([
    [contracts.listControls, service.listControls()],
    [contracts.showControl, service.showControl({ id: '5.1' })],
    [contracts.listExplanations, service.listExplanations()],
    [contracts.listClauses, service.listClauses()],
    [contracts.listControls2013, service.listControls2013()],
    [contracts.showMapping, service.showMapping()],
    [contracts.listThreats, service.listThreats()],
    [contracts.listIncidentClasses, service.listIncidentClasses()],
    [contracts.listStandards, service.listStandards()],
    [contracts.listGlossary, service.listGlossary()],
  ])('$path gives what it promises, complete in both languages', (contract, reply) => {
    expect(contract.reply.safeParse(JSON.parse(JSON.stringify(reply))).error?.issues ?? []).toEqual([])
    expect(module.contracts).toContain(contract)
  })

  test('a control comes with its explanation and its predecessors', () => {
    const shown = service.showControl({ id: '8.8' })
    expect(shown.control.title.nl).toBe('Beheer van technische kwetsbaarheden')
    expect(shown.explanation.id).toBe('8.8')
    expect(ids(shown.predecessors)).toEqual(['12.6.1', '18.2.3'])
  })

  test('an unknown control is refused', () => {
    expect(() => service.showControl({ id: '9.1' })).toThrowError(
      expect.objectContaining({ kind: 'not_found', code: 'control.unknown' }),
    )
  })
})
