import { expect } from 'vitest'
import type { Severity, Stage } from '../../../kernel/rule.ts'
import { LANGUAGES } from '../../../kernel/text.ts'
import { wordsIn } from '../../../platform/words.ts'
import { texts } from '../../../texts.gen.ts'
import { type Conforming, conforming, type Wish } from '../../samples/domain/conforming/conforming.ts'
import type { Answer } from '../domain/answer.ts'
import { allFindings } from '../domain/changes.ts'
import { lookedForWords, questionSentence, sentences } from '../domain/wording.ts'
import { ask, DAY, said } from './ask.ts'

const words = wordsIn(texts)

/** Says everything in both languages: a key without words throws. */
function wordAll(answer: Answer): void {
  for (const language of LANGUAGES) {
    const voice = { words: words(language), language }
    for (const finding of allFindings(answer)) {
      for (const said of [...sentences(voice, finding), ...lookedForWords(voice, finding)])
        expect(said).not.toMatch(/[{}]/)
    }
    for (const question of answer.question) expect(questionSentence(voice, question)).not.toMatch(/[{}]/)
  }
}

/** One deviation from the conforming organisation, and what a rule says to it; null: it just does not object. */
export interface Turn {
  readonly rule: string
  readonly what: string
  readonly deviate: (org: Conforming) => void
  readonly expected: readonly [Severity, ...string[]] | null
  readonly at?: string
  readonly stage?: Stage
  /** The organisation to deviate from, where that is not the small one before stage 1. */
  readonly wish?: Wish
}

/** Checks one turn: the severity and the sentences of the rule, or its silence. */
export function check({ rule, deviate, expected, at = DAY, stage = 'S2', wish = {} }: Turn): void {
  const org = conforming(wish)
  deviate(org)
  const answer = ask(org.build.isms(), { at, stage })
  wordAll(answer)
  const found = said(answer, rule)
  if (expected === null) {
    expect(found).toBeNull()
    return
  }
  const [severity, ...variants] = expected
  expect(found).toEqual({ severity, variants: variants.length === 0 ? [''] : variants })
}
