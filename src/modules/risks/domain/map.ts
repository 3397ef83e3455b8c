import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { RecordId } from '../../../kernel/register.ts'
import type { Risk } from '../registers/risk.ts'
import { type RiskMethod, riskMethod } from '../registers/risk-method.ts'
import type { RiskScore } from '../registers/risk-score.ts'
import { isRiskAbove, methodOf, openRisks, presentScore, scoreOf } from './levels.ts'
import { consequenceOf, consequencesOf, isAboveLine, levelOf, likelihoodsOf, type ScaleValue } from './method.ts'

/** Why a score has no place in the matrix: nobody moves a risk to the nearest cell. */
export type Misplaced = 'unscored' | 'incomplete' | 'off_scale' | 'other_method'

/** Where a risk stands by one score; `misplaced` is null where that is a cell of the matrix. */
export interface RiskPlace {
  /** Kind of the score that speaks; null where there is none. */
  readonly kind: RiskScore['kind'] | null
  readonly likelihood: number | null
  readonly consequence: number | null
  readonly level: string | null
  readonly score: number | null
  readonly isAbove: boolean
  readonly misplaced: Misplaced | null
}

export interface MappedRisk {
  readonly id: RecordId
  readonly number: string
  readonly title: string
  readonly owner: RecordId | null
  readonly state: string
  readonly now: RiskPlace
  readonly after: RiskPlace
}

export interface MapCell {
  readonly likelihood: number
  readonly consequence: number
  readonly level: string | null
  readonly score: number | null
  /** Whether the acceptance line runs below it; null where the method has no line. */
  readonly isAbove: boolean | null
}

export interface RiskMap {
  readonly method: RiskMethod | null
  readonly likelihoods: readonly ScaleValue[]
  readonly consequences: readonly ScaleValue[]
  /** One per pair of both scales, the highest likelihood first. */
  readonly cells: readonly MapCell[]
  readonly risks: readonly MappedRisk[]
}

/**
 * The open risks in the matrix of the method that holds, as they are and after treatment (ISO/IEC 27001:2022, 6.1.2 d, e).
 * After treatment: the residual score, else the target that is expected. A risk that is not to be treated stays where it is.
 */
export function riskMap(isms: Isms, moment: Moment): RiskMap {
  const method = methodOf(isms, moment)
  if (method === null) {
    return { method, likelihoods: [], consequences: [], cells: [], risks: openRisks(isms).map(unmapped) }
  }
  const likelihoods = axis(
    likelihoodsOf(method),
    method.matrix.map(({ likelihood }) => likelihood),
  )
  const consequences = axis(
    consequencesOf(method),
    method.matrix.map(({ consequence }) => consequence),
  )
  const axes = { likelihoods, consequences }
  return {
    method,
    ...axes,
    cells: likelihoods.toReversed().flatMap((row) => consequences.map((column) => cellOf(method, row, column))),
    risks: openRisks(isms).map((risk) => mapped(isms, { method, axes }, risk)),
  }
}

interface Axes {
  readonly likelihoods: readonly ScaleValue[]
  readonly consequences: readonly ScaleValue[]
}

/** A method that adds consequences up has columns in its matrix that are no values of the scale. */
function axis(scale: readonly ScaleValue[], used: readonly (number | null)[]): readonly ScaleValue[] {
  const known = new Set(scale.map(({ value }) => value))
  const others = [...new Set(used)].filter((value) => value !== null && !known.has(value))
  const added = others.flatMap((value) => (value === null ? [] : [{ value, name: null }]))
  return [...scale, ...added].sort((a, b) => a.value - b.value)
}

function cellOf(method: RiskMethod, { value: likelihood }: ScaleValue, { value: consequence }: ScaleValue): MapCell {
  const found = levelOf(method, likelihood, consequence)
  const level = found?.level ?? null
  return { likelihood, consequence, level, score: found?.score ?? null, isAbove: isAboveLine(method, level) }
}

const UNSCORED: RiskPlace = {
  kind: null,
  likelihood: null,
  consequence: null,
  level: null,
  score: null,
  isAbove: false,
  misplaced: 'unscored',
}

function unmapped({ id, number, title, owner, state }: Risk): MappedRisk {
  return { id, number, title, owner, state, now: UNSCORED, after: UNSCORED }
}

interface Ground {
  readonly method: RiskMethod
  readonly axes: Axes
}

function mapped(isms: Isms, ground: Ground, risk: Risk): MappedRisk {
  const present = presentScore(isms, risk.id)
  const later = scoreOf(isms, risk.id, 'residual', 'target') ?? (risk.decision === 'treat' ? null : present)
  const place = (score: RiskScore | null): RiskPlace =>
    score === null ? UNSCORED : placeOf(isms, ground, { risk, score })
  return { ...unmapped(risk), now: place(present), after: place(later) }
}

function placeOf(
  isms: Isms,
  { method, axes }: Ground,
  { risk, score }: { readonly risk: Risk; readonly score: RiskScore },
): RiskPlace {
  const consequence = consequenceOf(method, score)
  const { kind, likelihood } = score
  const cell = levelOf(method, likelihood, consequence)
  const level = score.level ?? cell?.level ?? null
  return {
    kind,
    likelihood,
    consequence,
    level,
    score: score.score ?? cell?.score ?? null,
    isAbove: isRiskAbove(method, risk, { ...score, level }),
    misplaced: misplacement(axes, { likelihood, consequence, isComparable: isComparable(isms, method, score) }),
  }
}

function misplacement(
  axes: Axes,
  at: { readonly likelihood: number | null; readonly consequence: number | null; readonly isComparable: boolean },
): Misplaced | null {
  if (at.likelihood === null || at.consequence === null) return 'incomplete'
  if (!at.isComparable) return 'other_method'
  const isOn = (values: readonly ScaleValue[], value: number): boolean => values.some((known) => known.value === value)
  return isOn(axes.likelihoods, at.likelihood) && isOn(axes.consequences, at.consequence) ? null : 'off_scale'
}

/** A 3 of three says something else than a 3 of five: a score of another method counts where both have the same scales. */
function isComparable(isms: Isms, method: RiskMethod, { method: scoredBy }: RiskScore): boolean {
  const other = isms.find(riskMethod, scoredBy)
  if (other === null || other.id === method.id) return true
  const values = (of: RiskMethod): string =>
    [likelihoodsOf(of), consequencesOf(of)].map((scale) => scale.map(({ value }) => value).join(' ')).join(' × ')
  return values(other) === values(method)
}
