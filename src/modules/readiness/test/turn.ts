import { expect } from 'vitest'
import type { Severity, Stage } from '../../../kernel/rule.ts'
import { ask, DAY, said } from './ask.ts'
import { type Conforming, conforming } from './conforming.ts'

/** One deviation from the conforming organisation, and what a rule says to it; null: it just does not object. */
export interface Turn {
  readonly rule: string
  readonly what: string
  readonly deviate: (org: Conforming) => void
  readonly expected: readonly [Severity, ...string[]] | null
  readonly at?: string
  readonly stage?: Stage
}

/** Checks one turn: the severity and the sentences of the rule, or its silence. */
export function check({ rule, deviate, expected, at = DAY, stage = 'S2' }: Turn): void {
  const org = conforming()
  deviate(org)
  const found = said(ask(org.build.isms(), { at, stage }), rule)
  if (expected === null) {
    expect(found).toBeNull()
    return
  }
  const [severity, ...variants] = expected
  expect(found).toEqual({ severity, variants: variants.length === 0 ? [''] : variants })
}
