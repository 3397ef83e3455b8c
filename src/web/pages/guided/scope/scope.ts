import type { readScopeGuide, writeScope } from '../../../../modules/guides/contract/scope.ts'
import type { BodyOf, ReplyOf } from '../../../client.ts'

export type ScopeReply = ReplyOf<typeof readScopeGuide>
export type ScopeBody = BodyOf<typeof writeScope>
export type Thing = ScopeReply['things'][number]
export type ScopeEdition = NonNullable<ScopeReply['draft']>
export type InterfaceLine = ScopeReply['interfaces'][number]

export const PARTS = ['place', 'border', 'wording', 'adopt'] as const
export type Part = (typeof PARTS)[number]

/** Whether an auditor would still ask about it: not placed, out without a reason, or out while it may touch what is inside. */
export function isUnplaced({
  register,
  inScope,
  outOfScopeReason,
  handlesServiceInformation,
  isAsked,
}: Thing): boolean {
  if (inScope === null) return isAsked
  if (inScope) return false
  const isHandling = register === 'unit' || register === 'information_system'
  return (outOfScopeReason ?? '').trim() === '' || (isHandling && handlesServiceInformation !== false)
}

/** How much is left in a part; null where it cannot be said yet. */
export function leftIn(part: Part, { things, draft, inForce, interfaces, isBehind }: ScopeReply): number | null {
  const base = draft ?? inForce
  switch (part) {
    case 'place':
      return things.filter(isUnplaced).length
    case 'border':
      return base?.interfaces.length === 0 && base.noInterfacesReason === null
        ? Math.max(1, interfaces.length)
        : interfaces.length
    case 'wording':
      return base === null || isBehind || base.statement === null ? 1 : 0
    case 'adopt':
      return draft === null ? null : 1
  }
}

/** The draft that a change names, and nothing where there is none yet. */
export function seenDraft({ draft }: ScopeReply): ScopeBody['draft'] {
  return draft === null ? null : { id: draft.id, version: draft.version }
}
