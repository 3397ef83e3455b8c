import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { LANGUAGES } from '../../kernel/text.ts'
import { wordsIn } from '../../platform/words.ts'
import { registers } from '../../registers.gen.ts'
import { texts } from '../../texts.gen.ts'
import { controls } from '../catalogue/domain/controls.ts'
import { isTerm } from '../catalogue/domain/terms.ts'
import { CHAPTERS, QUESTIONS } from './domain/chapters.ts'
import { questionsIn } from './domain/conditions.ts'
import { everyKey } from './domain/drafts.ts'
import { remarkIds } from './domain/remarks.ts'
import { entries, riskClasses, starterLines } from './domain/starter.ts'
import { interview } from './register.ts'

const sentence = z.string().trim().min(2)
const bilingual = z.strictObject({ nl: sentence, en: sentence })
const conditions = z.array(z.string().min(3))
const entry = z.strictObject({
  key: z.string().regex(/^[\w.]+$/),
  register: z.string(),
  when: conditions,
  set: z.record(z.string(), z.json()),
})
const step = z.int().min(1).max(5)
const starterRisk = z.strictObject({
  key: z.string().regex(/^risk\.\w+$/),
  when: conditions,
  title: z.strictObject({ nl: sentence.max(120), en: sentence.max(120) }),
  scenario: bilingual,
  threats: z.array(z.string()).min(1),
  properties: z.array(z.enum(['availability', 'integrity', 'confidentiality'])).min(1),
  controls: z.array(z.string()).min(2),
  assets: z.array(z.string().regex(/^@(asset|system)\.\w+$/)),
  likelihood: step,
  consequence: step,
  why: bilingual,
  categories: z.array(z.string()).min(1),
  role: z.string().regex(/^@role\.\w+$/),
  likelier: z.string().optional(),
  graver: z.string().optional(),
})

const risks = riskClasses().flatMap((of) => of.risks)
const keys = everyKey().map(({ key }) => key)

/** Every text of the starter set that begins as a link. */
function linksIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('@') || value.startsWith('control:') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(linksIn) : []
}

/** Conditions wherever they stand. */
function conditionsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    (name === 'when' || name === 'test') && typeof inner === 'string' && /[=]|^!?\w+$/.test(inner)
      ? [inner]
      : conditionsIn(inner),
  )
}

const allConditions = [
  ...entries().flatMap(({ when, set }) => [...when, ...conditionsIn(set)]),
  ...risks.flatMap(({ when, likelier, graver }) => [...when, likelier ?? 'offering', graver ?? 'offering']),
  ...starterLines().flatMap(({ when }) => when),
]

describe('the starter set', () => {
  test('has the shape that the code takes it for, in both languages', () => {
    expect(z.array(entry).parse(entries())).toEqual(entries())
    expect(z.array(starterRisk).parse(risks)).toEqual(risks)
    for (const of of riskClasses()) expect(bilingual.parse(of.class)).toEqual(of.class)
    for (const { reason, out } of starterLines()) {
      expect(bilingual.parse(reason)).toEqual(reason)
      if (out !== undefined) expect(out.nl.length).toBeGreaterThan(15)
    }
  })

  test('has each key once, and between 60 and 100 risks in ten classes', () => {
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    expect(riskClasses()).toHaveLength(10)
    expect(risks.length).toBeGreaterThanOrEqual(60)
    expect(risks.length).toBeLessThanOrEqual(100)
  })

  test('points at nothing that is not there', () => {
    const all = [...entries().map(({ set }) => set), ...risks.map(({ assets, role }) => [...assets, role])]
    const known = (link: string): boolean => {
      if (link.startsWith('@@'))
        return link
          .slice(2)
          .split(',')
          .every((prefix) => keys.some((key) => key.startsWith(prefix)))
      return link.startsWith('@')
        ? ['method.first', ...keys].includes(link.slice(1))
        : isTerm('control_2022', link.slice(8))
    }
    expect(all.flatMap(linksIn).filter((link) => !known(link))).toEqual([])
  })

  test('names threats and controls of the catalogue', () => {
    expect(risks.flatMap(({ threats }) => threats).filter((id) => !isTerm('threat', id))).toEqual([])
    expect(risks.flatMap((one) => one.controls).filter((id) => !isTerm('control_2022', id))).toEqual([])
    expect(starterLines().map((line) => line.control)).toEqual(controls().map(({ id }) => id))
  })

  test('asks only questions that there are, and choices that these have', () => {
    for (const condition of allConditions) {
      for (const term of condition.split(/ [|&] /)) {
        const [question = ''] = questionsIn([term])
        const wanted = /[!=]=?([a-z]\w*(?:,\w+)*)$/.exec(term.includes('=') ? term : '')?.[1]?.split(',') ?? []
        const choices = Object.entries(interview.fields).find(([name]) => name === question)?.[1].options.choices ?? []
        expect([term, wanted.filter((one) => !choices.includes(one))]).toEqual([term, []])
      }
    }
  })

  test('makes records of registers that there are, with a condition or for everybody', () => {
    const names: readonly string[] = registers.map(({ name }) => name)
    expect(entries().filter(({ register }) => !names.includes(register))).toEqual([])
  })

  test('leaves a control out only with a condition and a reason that is no phrase', () => {
    for (const { control, when, out } of starterLines())
      expect([control, out !== undefined]).toEqual([control, when.length > 0])
  })
})

describe('the questions', () => {
  test('are 30 to 40, each of them in one chapter and in the register, none required', () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(30)
    expect(QUESTIONS.length).toBeLessThanOrEqual(40)
    expect([...QUESTIONS, 'leftOut'].sort()).toEqual(Object.keys(interview.fields).sort())
    expect(Object.values(interview.fields).filter(({ isRequired }) => isRequired)).toEqual([])
  })

  test.each(LANGUAGES)('say in %s why they are asked, as chapters and remarks have their words', (language) => {
    const words = wordsIn(texts)(language)
    for (const question of QUESTIONS) expect(words(`interview.${question}.why`)).toMatch(/[.?)]$/)
    for (const { name } of CHAPTERS) expect(words(`interview.chapter.${name}.why`)).toMatch(/\.$/)
    for (const id of remarkIds()) expect(words(`interview.remark.${id}`)).toMatch(/[.?]$/)
  })
})
