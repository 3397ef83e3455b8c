import type {
  decideTreatment,
  readTreatmentGuide,
  treatTogether,
} from '../../../../modules/guides/contract/treatment.ts'
import type { BodyOf, ReplyOf } from '../../../client.ts'
import { useTermTitles } from '../../../kit/catalogue.ts'

export type TreatmentReply = ReplyOf<typeof readTreatmentGuide>
export type Treated = TreatmentReply['risks'][number]
export type Measure = TreatmentReply['measures'][number]
export type DecideBody = BodyOf<typeof decideTreatment>
export type TogetherBody = BodyOf<typeof treatTogether>

export const PARTS = ['decide', 'together', 'decided'] as const
export type Part = (typeof PARTS)[number]

export function leftIn(part: Part, { risks }: TreatmentReply): number | null {
  switch (part) {
    case 'decide':
      return risks.filter(({ isDecided }) => !isDecided).length
    case 'together':
      return null
    case 'decided':
      return risks.filter(({ kept }) => kept !== null && kept.acceptedBy === null).length
  }
}

/** What the server has to know of a risk, so that it can tell whether somebody was first. */
export function seenOf({ risk, version, treatment }: Treated): TogetherBody['risks'][number] {
  return { risk, version, treatment: treatment === null ? null : { id: treatment.id, version: treatment.version } }
}

/** Whether a proposal can be taken as it is. */
export function isReady({ treatment, canEdit }: Treated): boolean {
  return canEdit && treatment !== null && treatment.option !== 'retain' && treatment.controls.length > 0
}

/** Names of controls in the reader's language, with their place in Annex A. */
export function useMeasureNames(measures: readonly Measure[]): (id: string) => string {
  const titles = useTermTitles('control_2022')
  const names = new Map(
    measures.map(({ id, ref, annexA, title }) => [id, `${ref} ${titles.get(annexA ?? '') ?? title}`]),
  )
  return (id) => names.get(id) ?? ''
}

/** Everybody whom the page names: who refused may no longer be among those who decide. */
export function peopleIn(risks: readonly Treated[]): readonly (string | null)[] {
  return risks.flatMap(({ owners, deciders, actions, kept }) => [
    ...owners,
    ...deciders,
    ...actions.map(({ owner }) => owner),
    kept?.acceptedBy ?? null,
    ...(kept?.refusedBy ?? []),
  ])
}
