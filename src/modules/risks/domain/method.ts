import type { RecordId } from '../../../kernel/register.ts'
import type { Risk } from '../registers/risk.ts'
import type { RiskMethod } from '../registers/risk-method.ts'
import type { RiskScore } from '../registers/risk-score.ts'

/** A value of a scale with the name that people see. */
export interface ScaleValue {
  readonly value: number
  readonly name: string | null
}

/** The values of the likelihood scale, from low to high, each once. */
export function likelihoodsOf(method: Pick<RiskMethod, 'likelihoodScale'>): readonly ScaleValue[] {
  return scaleOf(method.likelihoodScale)
}

/** The values of the consequence scale, from low to high, each once: the scale has a row per value and category. */
export function consequencesOf(method: Pick<RiskMethod, 'consequenceScale'>): readonly ScaleValue[] {
  return scaleOf(method.consequenceScale)
}

function scaleOf(
  rows: readonly { readonly value: number | null; readonly name: string | null }[],
): readonly ScaleValue[] {
  const byValue = new Map<number, ScaleValue>()
  for (const { value, name } of rows) if (value !== null && !byValue.has(value)) byValue.set(value, { value, name })
  return [...byValue.values()].sort((a, b) => a.value - b.value)
}

export interface Level {
  /** Key of a level of the method. */
  readonly level: string
  readonly score: number | null
}

/**
 * The level that the matrix gives: a lookup, never an implied product (ISO/IEC 27001:2022, 6.1.2 d; R-6.1.2-d-2).
 * Null where a value is missing or the matrix has no such cell: a level is then nobody's guess.
 */
export function levelOf(
  method: Pick<RiskMethod, 'matrix'>,
  likelihood: number | null,
  consequence: number | null,
): Level | null {
  if (likelihood === null || consequence === null) return null
  const cell = method.matrix.find((row) => row.likelihood === likelihood && row.consequence === consequence)
  if (cell === undefined || cell.level === null) return null
  return { level: cell.level, score: cell.score }
}

type Consequences = Pick<
  RiskScore,
  'consequence' | 'consequenceConfidentiality' | 'consequenceIntegrity' | 'consequenceAvailability'
>

function perProperty(score: Consequences): readonly number[] {
  return [score.consequenceConfidentiality, score.consequenceIntegrity, score.consequenceAvailability].filter(
    (value) => value !== null,
  )
}

/**
 * The consequence that counts for the level: that of the three properties together as the method says (risk-methods 6.2),
 * else the one that was given. The highest, unless the method says otherwise; an average goes up to the next value of the
 * scale, so that averaging never makes a risk look smaller.
 */
export function consequenceOf(
  method: Pick<RiskMethod, 'aggregation' | 'consequenceScale'>,
  score: Consequences,
): number | null {
  const values = perProperty(score)
  if (values.length === 0) return score.consequence
  const sum = values.reduce((total, value) => total + value, 0)
  if (method.aggregation === 'sum') return sum
  if (method.aggregation !== 'average') return Math.max(...values)
  const average = sum / values.length
  return consequencesOf(method).find(({ value }) => value >= average)?.value ?? average
}

/** Whether every value that was given is one of the method's own scales (R-6.1.2-b-1). What is missing is not off the scale. */
export function onScale(
  method: Pick<RiskMethod, 'likelihoodScale' | 'consequenceScale' | 'matrix'>,
  score: Consequences & Pick<RiskScore, 'likelihood'>,
): boolean {
  const likelihoods = new Set(likelihoodsOf(method).map(({ value }) => value))
  const consequences = new Set(consequencesOf(method).map(({ value }) => value))
  if (score.likelihood !== null && !likelihoods.has(score.likelihood)) return false
  if (!perProperty(score).every((value) => consequences.has(value))) return false
  const { consequence } = score
  // A method that adds properties up has columns in its matrix that are no values of the scale.
  return (
    consequence === null ||
    consequences.has(consequence) ||
    (perProperty(score).length > 0 && method.matrix.some((cell) => cell.consequence === consequence))
  )
}

/** Place of the level in the method, from low to high; null where the method does not know it. */
export function rankOf(method: Pick<RiskMethod, 'levels'>, level: string | null): number | null {
  const rank = level === null ? -1 : method.levels.findIndex(({ key }) => key === level)
  return rank === -1 ? null : rank
}

type Line = Pick<RiskMethod, 'levels' | 'acceptanceThreshold' | 'consequenceCategories'>

/** The highest level that may be accepted for a risk that touches these categories: the strictest of their lines. */
export function thresholdOf(method: Line, categories: Risk['consequenceCategories'] = []): string | null {
  const lines = method.consequenceCategories
    .filter(({ category }) => category !== null && categories.includes(category))
    .map(({ threshold }) => threshold ?? method.acceptanceThreshold)
  let strictest = method.acceptanceThreshold
  for (const line of lines) {
    if (isHigher(method, strictest, line)) strictest = line
  }
  return strictest
}

function isHigher(method: Pick<RiskMethod, 'levels'>, level: string | null, than: string | null): boolean {
  const rank = rankOf(method, than)
  return rank !== null && (rankOf(method, level) ?? Number.POSITIVE_INFINITY) > rank
}

/** Whether the level lies above the acceptance line (6.1.2 a 1). Null where the method has no line or not this level. */
export function isAboveLine(
  method: Line,
  level: string | null,
  categories: Risk['consequenceCategories'] = [],
): boolean | null {
  const rank = rankOf(method, level)
  const line = rankOf(method, thresholdOf(method, categories))
  return rank === null || line === null ? null : rank > line
}

/** Whether this is the highest level that the method knows. */
export function isHighest(method: Pick<RiskMethod, 'levels'>, level: string | null): boolean {
  return level !== null && method.levels.at(-1)?.key === level
}

type Capacity = RiskMethod['authorityTable'][number]['capacities'][number]

/** In which capacity and through which roles somebody accepts. */
export interface Holder {
  readonly capacity: Capacity | null
  readonly roles: readonly RecordId[]
}

/** Whether the method's table of authority lets this person accept a risk of this level. Nobody may, where it names nobody. */
export function mayAccept(method: Pick<RiskMethod, 'authorityTable'>, level: string | null, holder: Holder): boolean {
  return method.authorityTable.some(
    (row) =>
      level !== null &&
      row.level === level &&
      (row.roles.some((role) => holder.roles.includes(role)) ||
        (holder.capacity !== null && row.capacities.includes(holder.capacity))),
  )
}

type Scored = Pick<RiskScore, 'state' | 'kind' | 'scoredAt' | 'sequence'>

/**
 * The newest score of the first kind that has one. Which kind speaks is the question's business (readiness 1.10, 12):
 * mostly current, else inherent; above the line inherent, else current.
 */
export function standingScore<S extends Scored>(
  scores: readonly S[],
  ...kinds: readonly RiskScore['kind'][]
): S | null {
  for (const kind of kinds) {
    let newest: S | null = null
    for (const score of scores) {
      if (score.kind === kind && score.state === 'active' && (newest === null || isNewer(score, newest))) newest = score
    }
    if (newest !== null) return newest
  }
  return null
}

/** By the day of the score, then by its place in the ledger. Asked for every risk by many rules, so it sorts nothing. */
function isNewer(score: Scored, than: Scored): boolean {
  const [day, other] = [score.scoredAt ?? '', than.scoredAt ?? '']
  return day > other || (day === other && score.sequence > than.sequence)
}
