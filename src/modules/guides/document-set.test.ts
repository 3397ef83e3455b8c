import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import frame from '../../../catalogue/starter/documents-frame.json' with { type: 'json' }
import { DEFAULTS } from '../../kernel/parameters.ts'
import { LANGUAGES } from '../../kernel/text.ts'
import { isTerm } from '../catalogue/domain/terms.ts'
import { searchFor } from '../documents/domain/passages.ts'
import { DOCUMENT_TYPES } from '../documents/registers/document.ts'
import type { DocumentVersion } from '../documents/registers/document-version.ts'
import { ALONE, CARE, THIRTY } from '../interviews/answers.fixture.ts'
import { questionsIn } from '../interviews/domain/conditions.ts'
import { entries } from '../interviews/domain/starter.ts'
import { interview } from '../interviews/register.ts'
import { DUTIES } from '../people/registers/role.ts'
import type { DocumentFacts } from './domain/document-facts.ts'
import {
  choicesIn,
  choicesOf,
  type DocumentForm,
  documentText,
  isMadeFrom,
  usualChoices,
} from './domain/document-form.ts'
import { documentLanguages } from './domain/document-languages.ts'
import { formOf, needOf, starterDocument, starterDocuments } from './domain/document-set.ts'

const sentence = z.string().trim().min(2)
const bilingual = z.strictObject({ nl: sentence, en: sentence })
const conditions = z.array(z.string())
const rule = z.union([
  z.strictObject({ when: conditions.optional(), text: bilingual }),
  z.strictObject({
    choice: z.string().regex(/^\w+$/),
    ask: bilingual,
    why: bilingual,
    usual: z.string(),
    options: z
      .array(z.strictObject({ name: z.string().regex(/^\w+$/), suits: conditions.optional(), text: bilingual }))
      .min(2),
  }),
])
const duty = z.enum(DUTIES)
const shape = z.strictObject({
  key: z.string().regex(/^\w+$/),
  type: z.enum(DOCUMENT_TYPES),
  serves: z.array(z.enum(DOCUMENT_TYPES)).optional(),
  docCode: z.string().optional(),
  title: z.strictObject({ nl: sentence.max(80), en: sentence.max(80) }),
  about: bilingual,
  controls: z.array(z.string()),
  procedureFor: z.array(z.string()).optional(),
  owner: duty,
  audience: z.union([z.literal('everyone'), z.array(duty).min(1)]),
  months: z.int().min(1).max(24),
  when: conditions,
  parts: z.array(z.strictObject({ title: bilingual, rules: z.array(rule).min(1) })).min(2),
})

const all = starterDocuments()
const plain: DocumentFacts = { organisation: 'Kiek & Vendel', carrier: () => null, parameters: DEFAULTS }
const forms = (facts: DocumentFacts = plain): readonly DocumentForm[] =>
  [{}, THIRTY, ALONE, CARE].flatMap((answers) => all.map((one) => formOf(one, facts, answers)))
const wordsIn = (html: string): number =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length

describe('the starter set of documents', () => {
  test('has the shape that the code takes it for, each key once', () => {
    expect(z.array(shape).parse(all)).toEqual(all)
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(18)
  })

  test('names controls, duties, questions and answers that there are', () => {
    const named = all.flatMap(({ controls, procedureFor = [] }) => [...controls, ...procedureFor])
    expect(named.filter((id) => !isTerm('control_2022', id))).toEqual([])
    expect(all.filter(({ controls, procedureFor = [] }) => procedureFor.some((id) => !controls.includes(id)))).toEqual(
      [],
    )
    const procedures = all.flatMap(({ procedureFor = [] }) => procedureFor)
    expect(new Set(procedures).size).toBe(procedures.length)
    for (const term of conditionsIn(all).flatMap((one) => one.split(/ [|&] /))) {
      const [question = ''] = questionsIn([term])
      const wanted = /[!=]=?([a-z]\w*(?:,\w+)*)$/.exec(term.includes('=') ? term : '')?.[1]?.split(',') ?? []
      const choices = Object.entries(interview.fields).find(([name]) => name === question)?.[1].options.choices ?? []
      expect([term, wanted.filter((one) => !choices.includes(one))]).toEqual([term, []])
    }
    for (const { duty: of } of frame.roles) expect(duty.parse(of)).toBe(of)
  })

  test('calls roles as the interview proposes them', () => {
    const proposed = entries().filter(({ register }) => register === 'role')
    for (const { title, duty: of } of frame.roles) {
      const found = proposed.find(({ set: { title: its } }) => JSON.stringify(its) === JSON.stringify(title))
      expect([title.nl, found?.set['duties']]).toEqual([title.nl, expect.arrayContaining([of])])
    }
  })

  test('covers what rules look for by the type of a document', () => {
    const types = all.flatMap(({ type, serves = [] }) => [type, ...serves])
    const sought = [
      'topic_policy',
      'procedure',
      'classification_scheme',
      'cryptography_rules',
      'development_rules',
      'incident_procedure',
      'nonconformity_procedure',
      'continuity_plan',
      'risk_assessment_process',
      'risk_treatment_process',
    ] as const
    expect(sought.filter((type) => !types.includes(type))).toEqual([])
  })
})

describe.each(LANGUAGES)('a document in %s', (language) => {
  test('is about this organisation, half a page to a page and a half, with nothing left to fill in', () => {
    const search = searchFor([])
    for (const form of forms()) {
      const text = documentText(form, usualChoices(form), language)
      expect(text).not.toMatch(/[{}]|undefined|null/)
      expect(wordsIn(text)).toBeGreaterThan(120)
      expect(wordsIn(text)).toBeLessThan(450)
      const passages = search(versionOf(text))
      expect([text, passages.placeholders, passages.named]).toEqual([text, [], []])
    }
  })

  test('begins every sentence with a capital, whoever it names', () => {
    const facts: DocumentFacts = { ...plain, carrier: () => ({ nl: 'de beheerder', en: 'the administrator' }) }
    for (const form of forms(facts)) {
      const text = documentText(form, usualChoices(form), language)
      expect(text.match(/<(?:li|p|h2)>\p{Ll}|[.!?] (?:de beheerder|the administrator)/gu)).toBeNull()
    }
  })

  test('says what was chosen, and the choices can be read back from it', () => {
    for (const form of forms()) {
      for (const turn of [0, 1, 2]) {
        const chosen = Object.fromEntries(
          choicesOf(form).map(({ name, options }) => [name, options[turn % options.length]?.name ?? '']),
        )
        const text = documentText(form, chosen, language)
        expect(choicesIn(form, text, language)).toEqual(chosen)
        expect(isMadeFrom(form, text, language)).toBe(true)
        expect(isMadeFrom(form, text.replace('<li>', '<li>Eigen woorden. '), language)).toBe(false)
      }
    }
  })
})

test('answers decide what is needed and what is usual', () => {
  const needs = (key: string, answers: Parameters<typeof needOf>[1]) => {
    const one = starterDocument(key)
    if (one === null) throw new Error(`cannot find \`${key}\``)
    return needOf(one, answers, new Set())
  }
  expect(needs('development', THIRTY)).toEqual({ is: 'yes' })
  expect(needs('development', ALONE)).toEqual({ is: 'no', why: 'answers' })
  expect(needs('development', {})).toEqual({ is: 'open' })
  expect(needs('people', ALONE)).toEqual({ is: 'no', why: 'answers' })
  expect(needs('nonconformities', {})).toEqual({ is: 'yes' })
  const cryptography = starterDocument('cryptography')
  if (cryptography === null) throw new Error('cannot find it')
  expect(needOf(cryptography, {}, new Set(cryptography.controls))).toEqual({ is: 'no', why: 'controls' })
  expect(needOf(cryptography, {}, new Set(cryptography.controls.slice(1)))).toEqual({ is: 'yes' })
  const physical = starterDocument('physical')
  if (physical === null) throw new Error('cannot find it')
  const usual = (answers: Parameters<typeof needOf>[1]) => usualChoices(formOf(physical, plain, answers))['rooms']
  expect([usual(THIRTY), usual(CARE)]).toEqual(['cabinet', 'server_room'])
})

test('documents are in the languages that people read', () => {
  expect(documentLanguages(THIRTY, 'en')).toEqual({ own: ['nl', 'en'], others: [] })
  expect(documentLanguages(CARE, 'en')).toEqual({ own: ['nl'], others: ['pl', 'other'] })
  expect(documentLanguages({ languages: ['uk'] }, 'en')).toEqual({ own: ['en'], others: ['uk'] })
  expect(documentLanguages({}, 'nl')).toEqual({ own: ['nl'], others: [] })
})

/** Conditions wherever they stand. */
function conditionsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    (name === 'when' || name === 'suits') && Array.isArray(inner) ? inner.map(String) : conditionsIn(inner),
  )
}

function versionOf(text: string): DocumentVersion {
  return {
    ...EMPTY,
    text,
  }
}

const FLAG = { is: null, reviewer: null, reviewedAt: null }
const EMPTY: DocumentVersion = {
  id: 'v',
  register: 'document_version',
  number: 'DV-1',
  state: 'draft',
  version: 1,
  sequence: 1,
  recordedAt: '2026-03-02T09:00:00.000Z',
  validFrom: '2026-03-02',
  document: 'd',
  versionLabel: '1.0',
  changes: null,
  format: 'text',
  language: 'nl',
  text: null,
  translations: [],
  file: null,
  author: null,
  reviewedBy: null,
  reviewedAt: null,
  approvedBy: null,
  approvedAt: null,
  effectiveFrom: null,
  withdrawnAt: null,
  contentFlags: {
    fitsPurpose: FLAG,
    hasObjectivesOrFramework: FLAG,
    commitsToRequirements: FLAG,
    commitsToImprovement: FLAG,
  },
  contentHash: null,
  approvedHash: null,
}
