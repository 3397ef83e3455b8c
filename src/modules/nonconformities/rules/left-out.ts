import { isInLookBack } from '../../../kernel/interval.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { forAll, lookedFor } from '../../../kernel/verdict.ts'
import { decision } from '../../approvals/registers/decision.ts'
import { complaint } from '../../complaints/register.ts'
import { awareOn, isSevere, localDays } from '../../incidents/domain.ts'
import { incident } from '../../incidents/registers/incident.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { supplierReview } from '../../suppliers/registers/supplier-review.ts'
import { nonconformity } from '../register.ts'

/** Something that showed that a demand was not met. */
interface Signal {
  readonly id: RecordId
  readonly knownOn: CalendarDate | null
}

function signals(isms: Isms): readonly Signal[] {
  const day = localDays(isms)
  const incidents = isms
    .all(incident)
    .filter((one) => one.controlFailure === true && one.state !== 'false_alarm' && isSevere(one))
    .map((one) => ({ id: one.id, knownOn: one.controlFailureAt ?? awareOn(day, one) }))
  const complaints = isms
    .all(complaint)
    .filter((one) => one.upheld === true && one.state !== 'withdrawn')
    .map((one) => ({ id: one.id, knownOn: one.judgedAt ?? one.receivedAt }))
  const reviews = isms
    .all(supplierReview)
    .filter((one) => one.result === 'failed' && one.state === 'done')
    .map((one) => ({ id: one.id, knownOn: one.doneAt }))
  return [...incidents, ...complaints, ...reviews]
}

/** A late answer is one: this rule is not among those whose lapse stays (readiness 1.7, 10). */
function isTakenUp({ isms }: Facts, { id }: Signal, moment: Moment): boolean {
  if (isms.pointing(nonconformity, 'objects', id).some((one) => one.state !== 'withdrawn')) return true
  return isms
    .pointing(decision, 'subject', id)
    .some((one) => one.kind === 'no_nc' && one.state === 'active' && (one.at === null || moment.reached(one.at)))
}

const nothingLeftOut = rule(
  'R-10.2-3',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-15',
    reads: [incident, complaint, supplierReview, nonconformity, decision, organisation],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'nonconformity', act: 'create' },
  },
  (facts) => {
    const counts = (one: Signal, moment: Moment) => isInLookBack(facts, moment, one.knownOn)
    return forAll(facts, { of: signals(facts.isms), counts }, [
      {
        fails: (one, moment) => moment.late(one.knownOn, 30) && !isTakenUp(facts, one, moment),
        lookedFor: lookedFor('nonconformity_or_decision'),
      },
    ])
  },
)

export const rules: readonly Rule[] = [nothingLeftOut]
