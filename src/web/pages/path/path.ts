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
