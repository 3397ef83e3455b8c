import type { readPlanGuide } from '../../../../modules/guides/contract/plan.ts'
import type { ReplyOf } from '../../../client.ts'
import type { Titles } from '../../../replies.ts'

export type PlanReply = ReplyOf<typeof readPlanGuide>
export type PlanLine = PlanReply['lines'][number]

export const PARTS = ['gaps', 'whole', 'publish'] as const
export type Part = (typeof PARTS)[number]

/** Decided, and without who, when or with what. */
export function gapsIn({ lines }: PlanReply): readonly PlanLine[] {
  return lines.filter(({ isDecided, gaps }) => isDecided && gaps.length > 0)
}

export function leftIn(part: Part, reply: PlanReply): number | null {
  switch (part) {
    case 'gaps':
      return gapsIn(reply).length
    case 'whole':
      return null
    case 'publish':
      return reply.published === null || reply.changed.length > 0 ? 1 : 0
  }
}

export interface PartProps {
  readonly reply: PlanReply
  /** A control by its id. */
  readonly nameOf: (id: string) => string
  readonly people: Titles
  readonly canEdit: boolean
}
