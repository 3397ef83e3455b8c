import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMON_BOUNDS } from '../../kernel/parameters.ts'
import { BASES, SEVERITIES, STAGES } from '../../kernel/rule.ts'
import { LANGUAGES } from '../../kernel/text.ts'
import { wordsIn } from '../../platform/words.ts'
import { rules } from '../../rules.gen.ts'
import { texts } from '../../texts.gen.ts'
import { CONTRARY } from '../statements/domain/contrary.ts'
import { allFindings } from './domain/changes.ts'
import { CLUSTERS } from './domain/pile-ups.ts'
import { lookedForWords, questionSentence, sentences, sinceWords, type Voice } from './domain/wording.ts'
import { YEARLY_TOPICS } from './domain/yearly.ts'
import { ask } from './test/ask.ts'
import { caseA } from './test/case-a.ts'
import { conformingRecords, faults, spoiled, stateOf } from './test/spoil.ts'

const words = wordsIn(texts)
const voices: readonly Voice[] = LANGUAGES.map((language) => ({ words: words(language), language }))

describe.each(LANGUAGES)('in %s', (language) => {
  const said = texts[language]

  test.each(rules.map(({ id }) => id))('%s has title, reason, sentence, what clears it and what to do', (id) => {
    for (const what of ['title', 'why', 'clears', 'remedy']) expect(said).toHaveProperty([`rule.${id}.${what}`])
    expect(Object.keys(said).some((key) => key.startsWith(`rule.${id}.finding`))).toBe(true)
  })

  test('everything else that an answer may hold has its words', () => {
    const keys = [
      ...BASES.map((basis) => `basis.${basis}`),
      ...SEVERITIES.map((severity) => `severity.${severity}`),
      ...STAGES.map((stage) => `stage.${stage}`),
      ...YEARLY_TOPICS.map(({ number }) => `yearly.${number}`),
      ...Object.keys(CLUSTERS).map((cluster) => `rule.M-4.finding.${cluster}`),
      ...COMMON_BOUNDS.map(([parameter]) => `organisation.parameters.${parameter}`),
      ...CONTRARY.map(({ key }) => `contrary.${key}`),
    ]
    expect(keys.filter((key) => !(key in said))).toEqual([])
  })

  test('no text speaks of a rule that is not there', () => {
    const known = new Set([...rules.map(({ id }) => id), 'M-1', 'M-4'])
    const spoken = Object.keys(said).filter((key) => key.startsWith('rule.'))
    const idIn = (key: string) =>
      /^rule\.(.+?)\.(?:title|why|finding|question|clears|remedy)(?:\.|$)/.exec(key)?.[1] ?? ''
    expect(spoken.filter((key) => !known.has(idIn(key)))).toEqual([])
  })
})

describe('sentences', () => {
  test('name counts and objects', () => {
    const answer = ask(caseA().build.isms())
    const [dutch, english] = voices.map((voice) =>
      answer.minor.filter(({ rule }) => rule === 'R-6.1.2-c-2').flatMap((finding) => sentences(voice, finding)),
    )
    expect(dutch).toEqual(['2 van de 18 open risico’s hebben geen eigenaar: R-6, R-7.'])
    expect(english).toEqual(['2 of the 18 open risks have no owner: R-6, R-7.'])
    const excluded = answer.minor.find(({ rule }) => rule === 'R-6.1.3-d-6')
    expect(excluded === undefined ? [] : sentences(voices[0] ?? never(), excluded)).toEqual([
      '1 van de 9 uitsluitingen klopt niet met de registers: A.5.23 (er is een systeem in de cloud).',
    ])
  })

  test('can be said of any organisation, in both languages, with every value filled in', () => {
    fc.assert(
      fc.property(faults, (wrong) => {
        const answer = ask(stateOf(spoiled(conformingRecords('certified'), wrong)), { stage: 'RC' })
        for (const voice of voices) {
          const all = [
            ...allFindings(answer).flatMap((finding) => [
              ...sentences(voice, finding),
              ...lookedForWords(voice, finding),
              sinceWords(voice, finding),
              voice.words(finding.remedy.key),
            ]),
            ...answer.question.map((question) => questionSentence(voice, question)),
            ...answer.yearly.map(({ key }) => voice.words(key)),
          ]
          expect(all.filter((said) => /[{}]|undefined|null|: \.|^\s*$/.test(said))).toEqual([])
        }
      }),
      { numRuns: 20 },
    )
  })
})

function never(): never {
  throw new Error('cannot speak')
}
