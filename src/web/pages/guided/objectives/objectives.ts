import type { addObjective, readObjectivesGuide } from '../../../../modules/guides/contract/objectives.ts'
import type { BodyOf, ReplyOf } from '../../../client.ts'

export type ObjectivesReply = ReplyOf<typeof readObjectivesGuide>
export type Goal = ObjectivesReply['objectives'][number]
export type MetricLine = ObjectivesReply['metrics'][number]
export type GoalBody = BodyOf<typeof addObjective>

export const PARTS = ['goals', 'metrics', 'adopt'] as const
export type Part = (typeof PARTS)[number]

export function leftIn(part: Part, { objectives, metrics, unmeasured }: ObjectivesReply): number {
  switch (part) {
    case 'goals':
      return objectives.length === 0 ? 1 : objectives.filter(({ gaps }) => gaps.length > 0).length
    case 'metrics':
      return metrics.filter(({ gaps }) => gaps.length > 0).length + unmeasured.length
    case 'adopt':
      return objectives.filter(({ state }) => state === 'draft').length
  }
}
