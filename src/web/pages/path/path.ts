import type { readPath } from '../../../modules/path/contract.ts'
import type { ReplyOf } from '../../client.ts'
import { daysBetween } from '../../days.ts'
import { type ExpectedFinding, findingsOf, type Question, type ReadinessReply } from '../../readiness.ts'

export type PathReply = ReplyOf<typeof readPath>
export type PathStep = PathReply['steps'][number]

/** The stage whose rules turn the steps. */
export const PATH_STAGE = 'SV'

/** What still stands between a step and its end. */
export interface Missing {
  readonly findings: readonly ExpectedFinding[]
  readonly questions: readonly Question[]
}

export function missingOf(step: PathStep, answer: ReadinessReply): Missing {
  const rules = new Set(step.rules.map(({ rule }) => rule))
  return {
    findings: [...findingsOf(answer), ...answer.known].filter(({ rule }) => rules.has(rule)),
    questions: answer.question.filter(({ rule }) => rules.has(rule)),
  }
}

/** The step that a newcomer sees opened: what the finish hangs on now, else the first that can be worked at. */
export function stepToOpen({ steps, plan }: PathReply): PathStep | undefined {
  const canStart = (step: PathStep | undefined): boolean => step?.state === 'busy' || step?.state === 'open'
  const critical = plan.critical.map((number) => steps.find((step) => step.number === number))
  return critical.find(canStart) ?? steps.find(canStart) ?? steps[0]
}

/** Within so many days a target is as good as now. */
const SOON_DAYS = 28

/** What is said of the plan: whether there is a target, and what becomes of it. */
export function verdictOf({
  at,
  plan,
  certificate,
}: PathReply): 'upkeep' | 'plain' | 'intime' | 'past' | 'soon' | 'late' {
  const { target, slack } = plan
  if (certificate !== null) return 'upkeep'
  if (target === null || slack === null) return 'plain'
  if (slack >= 0) return 'intime'
  if (target < at) return 'past'
  return daysBetween(at, target) <= SOON_DAYS ? 'soon' : 'late'
}

/**
 * Findings in the order of the path: first of the step that it opens, then of those that can be worked at, then the rest as
 * they were. With a certificate there is no way to go, so the gravest stays in front.
 */
export function inPathOrder<T extends { readonly rule: string }>(
  findings: readonly T[],
  path: PathReply,
): readonly T[] {
  if (path.certificate !== null) return findings
  const open = path.steps.filter(({ state }) => state === 'busy' || state === 'open')
  const first = open.find(({ number }) => number === stepToOpen(path)?.number)
  const steps = [...new Set([...(first === undefined ? [] : [first]), ...open])]
  const rank = new Map(steps.flatMap(({ rules }) => rules).map(({ rule }, index) => [rule, index]))
  return findings.toSorted((a, b) => (rank.get(a.rule) ?? Infinity) - (rank.get(b.rule) ?? Infinity) || 0)
}
