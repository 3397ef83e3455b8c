import type { Isms } from '../../../kernel/isms.ts'
import { momentOf } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { sha256Hex } from '../../../platform/store/hash.ts'
import { methodOf, presentScore, scoreOf } from '../../risks/domain/levels.ts'
import type { Risk } from '../../risks/registers/risk.ts'
import { treatmentsOf } from '../../treatments/domain/treated.ts'
import type { Consent } from '../domain/consents.ts'

/**
 * A mark of what somebody is shown before he says yes or no: it differs as soon as the plan, a risk, a score, a treatment or
 * the method does. Whoever signs sends it back, so that nobody signs what he has not seen.
 */
export function shownMark(isms: Isms, consent: Consent, day: CalendarDate): string {
  const versions = shownRecords(isms, consent, day).map((one) => (one === null ? '' : `${one.id}@${one.version}`))
  return sha256Hex(Buffer.from([consent.kind, consent.capacity, ...versions].join('\n')))
}

interface Versioned {
  readonly id: RecordId
  readonly version: number
}

/** The records that the mark covers; null where the organisation has none of a kind. */
export function shownRecords(isms: Isms, consent: Consent, day: CalendarDate): readonly (Versioned | null)[] {
  const risks = consent.kind === 'treatment_plan' ? consent.risks : [consent.risk]
  return [
    methodOf(isms, momentOf(day)),
    ...(consent.kind === 'treatment_plan' ? [consent.plan] : []),
    ...risks.flatMap((one) => behind(isms, one)),
  ]
}

/** What is known of a risk where it is signed for. */
function behind(isms: Isms, one: Risk): readonly (Versioned | null)[] {
  return [one, presentScore(isms, one.id), scoreOf(isms, one.id, 'residual', 'target'), ...treatmentsOf(isms, one)]
}
