import type { readPath } from '../../../modules/path/contract.ts'
import type { ReplyOf } from '../../client.ts'
import { daysBetween } from '../../days.ts'
import { type ExpectedFinding, findingsOf, type Question, type ReadinessReply } from '../../readiness.ts'

export type PathReply = ReplyOf<typeof readPath>
export type PathStep = PathReply['steps'][number]

/** The stage whose rules turn the steps. */
export const PATH_STAGE = 'SV'

/** Where many share a step, the first of them are named. */
const MOST_NAMES = 4

/** Who is planned to do a step. */
export function namesOf({ planned }: PathStep, titles: PathReply['titles']): readonly string[] {
  return (planned?.people ?? []).flatMap((id) => titles[id]?.title ?? []).slice(0, MOST_NAMES)
}

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

/** What comes next: a finding to clear, or a step of which nothing stands yet. */
export type Next<T> =
  | { readonly key: string; readonly finding: T; readonly step: null }
  | { readonly key: string; readonly finding: null; readonly step: PathStep }

/**
 * What comes next in the order of the path: of the step that it opens, then of the others that can be worked at, each its
 * findings, or the step itself where it has none because nothing was begun; then what waits, in its order. With a certificate
 * there is no way to go, so the gravest finding stays in front.
 */
export function nextOnPath<T extends { readonly rule: string }>(
  findings: readonly T[],
  path: PathReply | undefined,
): readonly Next<T>[] {
  const asFinding = (finding: T): Next<T> => ({ key: finding.rule, finding, step: null })
  if (path === undefined || path.certificate !== null) return findings.map(asFinding)
  const first = stepToOpen(path)
  const byState = (...states: readonly PathStep['state'][]): readonly PathStep[] =>
    path.steps.filter((step) => states.includes(step.state) && step !== first)
  const reached = [...(first === undefined ? [] : [first]), ...byState('busy', 'open')]
  const steps = [...reached, ...byState('waits')].flatMap((step): readonly Next<T>[] => {
    const rules = new Set(step.rules.map(({ rule }) => rule))
    const own = step.state === 'waits' ? [] : findings.filter(({ rule }) => rules.has(rule))
    if (own.length > 0) return own.map(asFinding)
    return step.state === 'open' || step.state === 'waits' ? [{ key: String(step.number), finding: null, step }] : []
  })
  const told = new Set(steps.map(({ key }) => key))
  return [...steps, ...findings.filter(({ rule }) => !told.has(rule)).map(asFinding)]
}
