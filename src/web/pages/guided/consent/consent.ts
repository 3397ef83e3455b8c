import type { giveConsent, readConsentGuide } from '../../../../modules/guides/contract/consent.ts'
import type { BodyOf, ReplyOf } from '../../../client.ts'

export type ConsentReply = ReplyOf<typeof readConsentGuide>
export type Asked = ConsentReply['mine'][number]
export type Given = BodyOf<typeof giveConsent>
export type Signatures = NonNullable<ConsentReply['signatures']>

export const PARTS = ['mine', 'others'] as const
export type Part = (typeof PARTS)[number]

/** How many owners have a word still to give. */
function openOwners(signatures: Signatures): number {
  return signatures.filter(({ plan, residual }) => plan === 'open' || residual.some(({ word }) => word === 'open'))
    .length
}

export function leftIn(part: Part, { mine, signatures }: ConsentReply): number | null {
  return part === 'mine' ? mine.length : openOwners(signatures ?? [])
}

/** What is asked, in heaps that are answered together: the plan, each risk that is kept, and all that remains. */
export function heapsOf(mine: readonly Asked[]): readonly (readonly Asked[])[] {
  const remains = mine.filter(({ kind }) => kind === 'residual_risk')
  const alone = mine.filter(({ kind }) => kind !== 'residual_risk')
  const byCapacity = Map.groupBy(remains, ({ capacity }) => capacity)
  return [...alone.map((one) => [one]), ...byCapacity.values()]
}
