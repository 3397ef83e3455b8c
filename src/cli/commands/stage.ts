import { Refusal } from '../../kernel/refusal.ts'
import { STAGES, type Stage } from '../../kernel/rule.ts'

/** The audit that somebody asked about; undefined where none is named, which stands for the next one. Throws invalid. */
export function stageOption(text: string | null): Stage | undefined {
  if (text === null) return undefined
  const stage = STAGES.find((known) => known === text)
  if (stage === undefined) throw new Refusal('invalid', 'cli.no-stage', { values: { stages: STAGES.join(', ') } })
  return stage
}
