import type { addIssue, readContextGuide, writeClimate } from '../../../../modules/guides/contract/context.ts'
import type { BodyOf, ReplyOf } from '../../../client.ts'

export type ContextReply = ReplyOf<typeof readContextGuide>
export type PromptReply = ContextReply['prompts'][number]
export type Issue = PromptReply['issues'][number]
export type IssueBody = BodyOf<typeof addIssue>
export type ClimateBody = BodyOf<typeof writeClimate>

export const PARTS = ['inside', 'outside', 'climate'] as const
export type Part = (typeof PARTS)[number]

export function promptsIn(part: Part, { prompts }: ContextReply): readonly PromptReply[] {
  if (part === 'climate') return []
  return prompts.filter(({ kind }) => kind === (part === 'inside' ? 'internal' : 'external'))
}

/** How much is left: drafts that nobody said yes to, or a first issue; of climate the decision. */
export function leftIn(part: Part, reply: ContextReply): number {
  if (part === 'climate') return reply.climate.determination?.state === 'decided' ? 0 : 1
  const issues = promptsIn(part, reply).flatMap((one) => one.issues)
  const drafts = issues.filter(({ state }) => state === 'draft').length
  return issues.length === 0 ? 1 : drafts
}
