import type { readRiskMap } from '../../../modules/risks/contract.ts'
import type { ReplyOf } from '../../client.ts'
import type { Density } from '../../kit/Level.tsx'
import type { Search } from '../../search.ts'

export type RiskMapReply = ReplyOf<typeof readRiskMap>
export type MappedRisk = RiskMapReply['risks'][number]
export type RiskPlace = MappedRisk['now']
export type MapCell = RiskMapReply['cells'][number]

/** As they are, or after treatment. */
export type Side = 'now' | 'after'

const DENSITIES: readonly Density[] = [1, 2, 3, 4]

/** How dark a level is: as the method says, else by its place among the levels. */
export function densityOf(levels: RiskMapReply['levels'], key: string | null): Density | null {
  const rank = levels.findIndex((level) => level.key === key)
  const level = levels[rank]
  if (level === undefined) return null
  const share = levels.length === 1 ? 1 : Math.round((rank / (levels.length - 1)) * 3) + 1
  return DENSITIES.find((density) => density === (level.density ?? share)) ?? 1
}

/** "10 hoog", as far as either is known. */
export function placeText(
  levels: RiskMapReply['levels'],
  { score, level }: RiskPlace,
  number: (n: number) => string,
): string {
  const name = levels.find(({ key }) => key === level)?.name ?? level
  return [score === null ? null : number(score), name].filter((part) => part !== null).join(' ')
}

export function risksIn(risks: readonly MappedRisk[], side: Side, cell: MapCell): readonly MappedRisk[] {
  return risks.filter(
    ({ [side]: place }) =>
      place.misplaced === null && place.likelihood === cell.likelihood && place.consequence === cell.consequence,
  )
}

/** Risks that stand elsewhere after treatment, the highest first. */
export function movedRisks(risks: readonly MappedRisk[]): readonly MappedRisk[] {
  return risks
    .filter(
      ({ now, after }) =>
        now.misplaced === null &&
        after.misplaced === null &&
        (now.likelihood !== after.likelihood || now.consequence !== after.consequence),
    )
    .toSorted((a, b) => (b.now.score ?? 0) - (a.now.score ?? 0))
}

/** On which sides of a cell above the line its neighbour lies below it: there the acceptance line runs. */
export function lineSides(cells: readonly MapCell[], columns: number, index: number): readonly string[] {
  if (cells[index]?.isAbove !== true) return []
  const column = index % columns
  const below = (at: number, isThere: boolean): boolean => isThere && cells[at]?.isAbove === false
  return [
    below(index - 1, column > 0) ? 'left' : '',
    below(index + 1, column < columns - 1) ? 'right' : '',
    below(index + columns, true) ? 'up' : '',
    below(index - columns, true) ? 'over' : '',
  ].filter((side) => side !== '')
}

/** The list of exactly these risks; one alone opens beside the list. */
export function searchOf(risks: readonly MappedRisk[]): Search {
  const ordinals = risks.map(({ number }) => number.slice(number.lastIndexOf('-') + 1))
  const [first] = risks
  return { filter: `number:in:${ordinals.join('|')}`, ...(risks.length === 1 ? { open: first?.id } : {}) }
}

export interface Unplaced {
  /** Key of the sentence that tells why. */
  readonly text: string
  readonly value: number | null
  readonly risks: readonly MappedRisk[]
}

/** Risks without a place in the matrix, those with the same reason together. */
export function unplacedIn({ risks, likelihoods }: RiskMapReply): readonly Unplaced[] {
  const found = new Map<string, Unplaced>()
  for (const risk of risks) {
    const reason = reasonOf(risk.now, likelihoods)
    if (reason === null) continue
    const key = `${reason.text} ${reason.value}`
    found.set(key, { ...reason, risks: [...(found.get(key)?.risks ?? []), risk] })
  }
  return [...found.values()]
}

function reasonOf(place: RiskPlace, likelihoods: RiskMapReply['likelihoods']): Omit<Unplaced, 'risks'> | null {
  const { misplaced, likelihood, consequence } = place
  if (misplaced === null) return null
  if (misplaced !== 'off_scale') return { text: `riskMap.unplaced.${misplaced}`, value: null }
  return likelihoods.some(({ value }) => value === likelihood)
    ? { text: 'riskMap.unplaced.consequence', value: consequence }
    : { text: 'riskMap.unplaced.likelihood', value: likelihood }
}
