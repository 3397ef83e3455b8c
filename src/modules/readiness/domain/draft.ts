import type { RecordId } from '../../../kernel/register.ts'
import { type Rule, type RuleResult, type Severity, worse } from '../../../kernel/rule.ts'
import type { Judged } from './day.ts'

type Violated = Extract<RuleResult, { readonly state: 'violated' }>

/** A finding while the meta rules are at work on it. */
export interface Draft {
  readonly rule: Rule
  readonly result: Violated
  readonly judged: Judged
  readonly base: Severity
  readonly severity: Severity
  readonly raisedBy: string | null
  readonly inHand: RecordId | null
}

/** Base severity: the worst of what the rule objects to. */
export function draftOf(judged: Judged): Draft | null {
  if (judged.result.state !== 'violated') return null
  const base = judged.result.parts.map((part) => part.severity).reduce<Severity | null>(worse, null)
  if (base === null) throw new Error(`cannot grade \`${judged.rule.id}\`: it is violated by nothing`)
  return { rule: judged.rule, result: judged.result, judged, base, severity: base, raisedBy: null, inHand: null }
}

export function failingObjects(draft: Draft): readonly RecordId[] {
  return [...new Set(draft.result.parts.flatMap((part) => part.failing.map((object) => object.id)))]
}
