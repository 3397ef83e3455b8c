import starter from '../../../../catalogue/starter/statement.json' with { type: 'json' }
import type { Language } from '../../../kernel/text.ts'

/** Why a company usually takes a control in, and with which words it leaves it out; null where hardly any can. */
export interface UsualReason {
  readonly reason: Readonly<Record<Language, string>>
  readonly out: Readonly<Record<Language, string>> | null
}

/** By number in Annex A. Null for controls of one's own. */
export function usualReason(annexA: string | null): UsualReason | null {
  const found = starter.lines.find(({ control }) => control === annexA)
  return found === undefined ? null : { reason: found.reason, out: 'out' in found ? (found.out ?? null) : null }
}
