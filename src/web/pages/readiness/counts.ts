import type { Severity } from '../../kit/Mark.tsx'
import { type ExpectedFinding, markOf } from '../../readiness.ts'

const ORDER: readonly Severity[] = ['major', 'minor', 'improve']

/** How many findings of each severity, the gravest first; none that is nought. */
export function countsOf(
  findings: readonly ExpectedFinding[],
): readonly { readonly severity: Severity; readonly n: number }[] {
  return ORDER.map((severity) => ({ severity, n: findings.filter((one) => markOf(one) === severity).length })).filter(
    ({ n }) => n > 0,
  )
}
