import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { isFilled } from '../../../kernel/verdict.ts'
import type { Action } from '../../actions/register.ts'
import { control } from '../../controls/register.ts'
import { isRiskAbove, methodOf, openRisks, presentScore, scoreOf } from '../../risks/domain/levels.ts'
import { rankOf } from '../../risks/domain/method.ts'
import type { Risk } from '../../risks/registers/risk.ts'
import type { RiskMethod } from '../../risks/registers/risk-method.ts'
import type { RiskScore } from '../../risks/registers/risk-score.ts'
import { actionsFor } from '../../treatments/domain/steps.ts'
import { treatmentsOf } from '../../treatments/domain/treated.ts'
import type { Treatment } from '../../treatments/registers/treatment.ts'

/** What a line of the plan still lacks (ISO/IEC 27001:2022, 6.1.3 b, e and f). */
export const GAPS = ['option', 'controls', 'expected', 'action', 'owner', 'due', 'resources'] as const
export type Gap = (typeof GAPS)[number]

/** A risk about which something has to be decided, with what was decided so far. */
export interface Treating {
  readonly risk: Risk
  readonly score: RiskScore
  /** Place of its level in the method, from low to high. */
  readonly rank: number
  readonly isAbove: boolean
  /** The treatment that counts: the newest living one that somebody chose, else the newest proposal. */
  readonly treatment: Treatment | null
  /** How many more living treatments the risk has. */
  readonly others: number
  /** Controls that usually help against such a risk. */
  readonly usual: readonly RecordId[]
  /** What is expected to remain, or what remained when it was measured. */
  readonly expected: RiskScore | null
  readonly actions: readonly Action[]
  readonly isDecided: boolean
  readonly gaps: readonly Gap[]
}

/** Gives the numbers in Annex A of what usually helps against a risk. */
export type Usual = (risk: Risk) => readonly string[]

/**
 * The risks of which something is decided: above the acceptance line, or chosen to be treated; the worst first. What nobody
 * scored has no place here yet.
 */
export function treatings(isms: Isms, moment: Moment, usual: Usual): readonly Treating[] {
  const method = methodOf(isms, moment)
  const byNumber = new Map(isms.all(control).map(({ annexA, id }) => [annexA, id]))
  const found = openRisks(isms).flatMap((one): readonly Treating[] => {
    const score = presentScore(isms, one.id)
    if (score === null || score.level === null) return []
    const isAbove = isRiskAbove(method, one, score)
    if (!isAbove && one.decision !== 'treat') return []
    const helps = usual(one).flatMap((number) => byNumber.get(number) ?? [])
    return [treatingOf(isms, { one, score, isAbove, helps, method })]
  })
  return found.toSorted(
    (a, b) =>
      b.rank - a.rank ||
      (b.score.score ?? 0) - (a.score.score ?? 0) ||
      (a.risk.scenarioClass ?? '').localeCompare(b.risk.scenarioClass ?? '', 'nl'),
  )
}

interface Found {
  readonly one: Risk
  readonly score: RiskScore
  readonly isAbove: boolean
  readonly helps: readonly RecordId[]
  readonly method: RiskMethod | null
}

function treatingOf(isms: Isms, { one, score, isAbove, helps, method }: Found): Treating {
  const living = treatmentsOf(isms, one)
  const treatment = countingOf(living)
  const expected = scoreOf(isms, one.id, 'residual', 'target')
  const actions = actionsFor(isms, one)
  return {
    risk: one,
    score,
    rank: (method === null ? null : rankOf(method, score.level)) ?? -1,
    isAbove,
    treatment,
    others: Math.max(0, living.length - 1),
    usual: helps,
    expected,
    actions,
    isDecided: treatment !== null && treatment.state !== 'proposed' && lacks(treatment, expected).length === 0,
    gaps:
      treatment?.option === 'retain'
        ? lacks(treatment, expected)
        : [...lacks(treatment, expected), ...unplanned(actions)],
  }
}

/** The treatment that counts among those that were not given up. */
export function countingOf(living: readonly Treatment[]): Treatment | null {
  return living.findLast(({ state }) => state !== 'proposed') ?? living.at(-1) ?? null
}

/** What the decision itself lacks. To keep a risk takes its reason instead of controls and a lower score. */
function lacks(treatment: Treatment | null, expected: RiskScore | null): readonly Gap[] {
  if (treatment === null || treatment.option === null) return ['option']
  const { option, controls, justification } = treatment
  if (option === 'retain') return isFilled(justification) ? [] : ['option']
  return [
    ...(option !== 'avoid' && controls.length === 0 ? (['controls'] as const) : []),
    ...(expected === null || expected.level === null ? (['expected'] as const) : []),
  ]
}

/** One action that is whole is enough (R-6.1.3-e-1); else what the one that comes nearest lacks. */
function unplanned(actions: readonly Action[]): readonly Gap[] {
  const gaps = actions.map(gapsOfAction).toSorted((a, b) => a.length - b.length)
  return gaps[0] ?? ['action']
}

export function gapsOfAction({ owner, due, resources }: Action): readonly Gap[] {
  return [
    ...(owner === null ? (['owner'] as const) : []),
    ...(due === null ? (['due'] as const) : []),
    ...(isFilled(resources) ? [] : (['resources'] as const)),
  ]
}

/** The action that still lacks something; null where one is whole already, or where there is none. */
export function unfinishedAction(actions: readonly Action[]): Action | null {
  if (actions.some((one) => gapsOfAction(one).length === 0)) return null
  return actions.find(({ state }) => state === 'open' || state === 'in_progress') ?? null
}

const MOST_USUAL = 6

/**
 * What usually helps: what the starter set says of a risk that came from it; of one's own, what it says of risks by the same
 * threats, the most named first.
 */
export function usualFor(
  one: Risk,
  starter: readonly {
    readonly id: RecordId
    readonly threats: readonly string[]
    readonly controls: readonly string[]
  }[],
): readonly string[] {
  const same = starter.find(({ id }) => id === one.id)
  if (same !== undefined) return same.controls
  const alike = starter.filter(({ threats }) => threats.some((threat) => one.threats.includes(threat)))
  const counts = new Map<string, number>()
  for (const number of alike.flatMap(({ controls }) => controls)) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_USUAL)
    .map(([number]) => number)
}
