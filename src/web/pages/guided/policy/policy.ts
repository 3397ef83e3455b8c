import type { readPolicyGuide, writePolicy } from '../../../../modules/guides/contract/policy.ts'
import {
  choicesIn,
  type PolicyChoices,
  policyText,
  USUAL_CHOICES,
  type Voice,
} from '../../../../modules/guides/domain/policy.ts'
import type { BodyOf, ReplyOf } from '../../../client.ts'

export type PolicyReply = ReplyOf<typeof readPolicyGuide>
export type PolicyBody = BodyOf<typeof writePolicy>
export type Edition = NonNullable<PolicyReply['draft']>

export const PARTS = ['choose', 'check', 'adopt'] as const
export type Part = (typeof PARTS)[number]

export const FLAGS = [
  'fitsPurpose',
  'hasObjectivesOrFramework',
  'commitsToRequirements',
  'commitsToImprovement',
] as const
export type Flag = (typeof FLAGS)[number]

export function missingFlags({ contentFlags }: Edition): readonly Flag[] {
  return FLAGS.filter((name) => contentFlags[name].is !== true || contentFlags[name].reviewer === null)
}

/** What to begin with: what was being typed, else what the draft was made from, else what holds, else what most choose. */
export function openingChoices({ typed, draft, inForce }: PolicyReply, voice: Voice): PolicyChoices {
  const text = typed ?? draft?.text ?? inForce?.text ?? null
  const read = text === null ? USUAL_CHOICES : choicesIn(text, voice)
  return read.stands.length + read.ways.length === 0 ? USUAL_CHOICES : read
}

/** Whether somebody wrote in the draft himself: then making it anew would lose those words. */
export function isHandWritten({ draft, facts }: PolicyReply, voice: Voice): boolean {
  if (draft === null || draft.text === null) return false
  return policyText(facts, choicesIn(draft.text, voice), voice) !== draft.text
}

/** How much is left to do in a part; null where it cannot be said yet. */
export function leftIn(part: Part, { draft, inForce }: PolicyReply): number | null {
  const looked = draft ?? inForce
  if (part === 'choose') return looked === null ? 1 : 0
  if (part === 'check') return looked === null ? null : missingFlags(looked).length
  return draft === null ? null : 1
}
