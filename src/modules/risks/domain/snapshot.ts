import { canonical } from '../../../kernel/json.ts'
import type { InputOf } from '../../../kernel/register.ts'
import type { RiskAssessment, riskAssessment } from '../registers/risk-assessment.ts'

/**
 * What fixes an assessment when it is completed (8.2): a hash of what it says of itself. The scores that belong to it are
 * versions of their own in the ledger up to the same entry, so with this entry they are found as they were.
 */
export function snapshotOf(
  after: RiskAssessment,
  { act, digest }: { readonly act: string; readonly digest: (text: string) => string },
): InputOf<typeof riskAssessment> {
  if (act !== 'complete' && act !== 'freeze') return {}
  const { id, method, methodVersion, reason, scope, startedAt, completedAt, participants, changes } = after
  const said = { id, method, methodVersion, reason, scope, startedAt, completedAt, participants, changes }
  return { snapshotHash: digest(canonical(said)) }
}
