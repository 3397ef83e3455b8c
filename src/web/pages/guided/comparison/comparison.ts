import type { makeComparison, readComparisonGuide } from '../../../../modules/guides/contract/comparison.ts'
import type { BodyOf, ReplyOf } from '../../../client.ts'

export type ComparisonReply = ReplyOf<typeof readComparisonGuide>
export type Compared = ComparisonReply['controls'][number]
export type Missed = BodyOf<typeof makeComparison>['missed'][number]

export const PARTS = ['look', 'record'] as const
export type Part = (typeof PARTS)[number]

/** Controls that neither a treated risk nor a requirement asks for. */
export function unasked({ controls }: ComparisonReply): readonly Compared[] {
  return controls.filter(({ risks, requirements }) => risks.length + requirements.length === 0)
}

/** Whether a comparison was made that still holds. */
function isMade({ last }: ComparisonReply): boolean {
  return last !== null && last.isWhole && last.changed.length === 0
}

export function leftIn(part: Part, reply: ComparisonReply): number | null {
  return part === 'look' && !isMade(reply) ? unasked(reply).length : null
}

export interface PartProps {
  readonly reply: ComparisonReply
  readonly missed: readonly Missed[]
  readonly onMiss: (missed: readonly Missed[]) => void
  readonly canEdit: boolean
}
