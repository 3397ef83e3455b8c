import type { Isms } from '../../../kernel/isms.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Rule, Severity, Stage } from '../../../kernel/rule.ts'
import { registers } from '../../../registers.gen.ts'
import { rules } from '../../../rules.gen.ts'
import type { Answer } from '../domain/answer.ts'
import { allFindings } from '../domain/changes.ts'
import { type Case, ruleSetOf } from '../domain/day.ts'
import { evaluate } from '../domain/evaluate.ts'
import { RULE_SET_VERSION } from '../domain/rule-set.ts'
import type { World } from '../domain/world.ts'
import { worldOf } from '../domain/world-of.ts'

export interface Asked {
  readonly at?: CalendarDate
  readonly stage?: Stage
  readonly world?: Partial<World>
  readonly rules?: readonly Rule[]
}

/** The day on which case A of the specification is asked. */
export const DAY = '2026-03-02'

export function caseOf(isms: Isms, asked: Asked = {}): Case {
  const world = { ...worldOf(isms, registers), ...asked.world }
  return {
    isms,
    world,
    ruleSet: ruleSetOf(RULE_SET_VERSION, asked.rules ?? rules),
    stage: asked.stage ?? 'S1',
  }
}

export function ask(isms: Isms, asked: Asked = {}): Answer {
  const { world, ruleSet, stage } = caseOf(isms, asked)
  return evaluate(isms, { at: asked.at ?? DAY, stage, mode: 'known', ruleSet, world })
}

/** Rule ids by severity, as the specification lists them. */
export function listed(answer: Answer): Readonly<Record<Severity, readonly string[]>> {
  const ids = (findings: Answer['major']) => findings.map((finding) => finding.rule)
  return { MAJ: ids(answer.major), MIN: ids(answer.minor), OFI: ids(answer.ofi) }
}

/** What one rule says in an answer, the preview included: its severity and the sentences, or null. */
export function said(
  answer: Answer,
  rule: string,
): { readonly severity: Severity; readonly variants: readonly string[] } | null {
  const finding = allFindings(answer).find((one) => one.rule === rule)
  if (finding === undefined) return null
  const variants = finding.parts.map(({ key }) => key.replace(`rule.${rule}.finding`, '').replace('.', ''))
  return { severity: finding.severity, variants }
}
