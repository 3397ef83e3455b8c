import type { Rule } from '../../../kernel/rule.ts'
import { YEARLY_TOPICS } from './yearly.ts'

/** A rule as the reference lists it: all but the function that judges. */
export type RuleReference = Omit<Rule, 'judge'> & { readonly yearly: readonly number[] }

export function referenceOf(rule: Rule): RuleReference {
  const topics = YEARLY_TOPICS.filter((topic) => topic.rules.includes(rule.id))
  const { id, clause, item, control, basis, stage, worst, pattern, reads, after, remedy, document, looksBack } = rule
  const yearly = topics.map(({ number }) => number)
  return { id, clause, item, control, basis, stage, worst, pattern, reads, after, remedy, document, looksBack, yearly }
}
