import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../kernel/text.ts'
import { registers } from '../registers.gen.ts'
import { texts } from '../texts.gen.ts'
import { glossary } from './catalogue/domain/glossary.ts'

const { sections, terms } = glossary()
const repeated = (of: readonly string[]): readonly string[] => of.filter((one, at) => of.indexOf(one) !== at)

describe('the glossary', () => {
  test('explains every register, and no other', () => {
    const explained = terms.flatMap(({ register }) => register ?? [])
    expect(explained.toSorted()).toEqual(registers.map(({ name }) => name).toSorted())
  })

  test.each(LANGUAGES)('calls a register as its page does (%s)', (language) => {
    const other = terms.filter(
      ({ register, word }) => register !== null && word[language] !== texts[language][register],
    )
    expect(other).toEqual([])
  })

  test('has one place and one id for each term', () => {
    expect(repeated(terms.map(({ id }) => id))).toEqual([])
    expect(terms.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
    const known = sections.map(({ id }) => id)
    expect(terms.filter(({ section }) => !known.includes(section))).toEqual([])
  })

  test.each(LANGUAGES)('has one word for one concept (%s)', (language) => {
    expect(repeated(terms.map(({ word }) => word[language]))).toEqual([])
    const meanings = terms.map(({ meaning }) => meaning[language])
    expect(repeated(meanings)).toEqual([])
    expect(meanings.filter((meaning) => meaning.endsWith('.'))).toEqual([])
  })

  test('bans no word that it uses itself for the same concept', () => {
    const own = terms.filter(({ word, short, not }) =>
      LANGUAGES.some((language) => not[language].some((banned) => [word[language], short[language]].includes(banned))),
    )
    expect(own).toEqual([])
  })
})
