import { Refusal } from '../../kernel/refusal.ts'
import { STAGES, type Stage } from '../../kernel/rule.ts'

/** The audit that somebody asked about; the first one where none is named. Throws invalid. */
export function stageOption(text: string | null): Stage {
  const stage = STAGES.find((known) => known === (text ?? 'S1'))
  if (stage === undefined) throw new Refusal('invalid', 'cli.no-stage', { values: { stages: STAGES.join(', ') } })
  return stage
}
