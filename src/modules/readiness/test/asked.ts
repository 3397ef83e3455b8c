import { LANGUAGES } from '../../../kernel/text.ts'
import { wordsIn } from '../../../platform/words.ts'
import { texts } from '../../../texts.gen.ts'
import type { Conforming } from '../../samples/domain/conforming/conforming.ts'
import { questionSentence } from '../domain/wording.ts'
import { ask } from './ask.ts'

const words = wordsIn(texts)

/** Which rules ask something at stage 2, with the variant where there is one. Words each in both languages. */
export function asked(org: Conforming, rules: RegExp): readonly string[] {
  const questions = ask(org.build.isms(), { stage: 'S2' }).question.filter(({ rule }) => rules.test(rule))
  for (const language of LANGUAGES) {
    for (const one of questions) {
      const said = questionSentence({ words: words(language), language }, one)
      if (/[{}]/.test(said)) throw new Error(`cannot say \`${said}\``)
    }
  }
  return questions.map(({ rule, key }) => key.replace(`rule.${rule}.question`, rule).replace(/(-1)\./, '$1 '))
}
