import { addDays, addMonths } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type ExternalAudit, externalAudits } from '../../audits/domain/held.ts'
import { type Certificate, certificate } from '../registers/certificate.ts'

/** States in which the body has decided and not taken it back; whether the last day has passed is another question. */
const STANDING: readonly Certificate['state'][] = [
  'granted',
  'active',
  'suspended',
  'restored',
  'recertified',
  'expired',
]

/** Certificates with a decision behind them and a last day, that were not withdrawn. */
export function standingCertificates(isms: Isms, moment: Moment): readonly Certificate[] {
  return isms.all(certificate).filter((one) => STANDING.includes(one.state) && moment.reached(one.decisionAt))
}

/** Whether its owner may point at it: not suspended, withdrawn or past its last day. */
export function mayBeShown(one: Certificate, moment: Moment): boolean {
  return (
    STANDING.includes(one.state) && one.state !== 'suspended' && one.state !== 'expired' && !moment.late(one.validUntil)
  )
}

/** A surveillance audit that the scheme asks for: from which day one counts for it, and by when it has to be there. */
export interface Demand {
  readonly from: CalendarDate
  readonly limit: CalendarDate
}

/** Within so many months of the first decision the first surveillance takes place (ISO/IEC 17021-1:2015, 9.1.3.3). */
const FIRST_MONTHS = 12

/**
 * The surveillance audits of a cycle: the first within twelve months of the decision, unless it renewed an earlier
 * certificate, and one in each calendar year but that of the decision and that of the recertification.
 */
export function surveillances(one: Certificate): readonly Demand[] {
  const { decisionAt, validUntil } = one
  if (decisionAt === null || validUntil === null) return []
  const yearly: Demand[] = []
  for (let year = yearOf(decisionAt) + 1; year < yearOf(validUntil); year += 1) {
    yearly.push({ from: `${year}-01-01`, limit: `${year}-12-31` })
  }
  const isRenewed = one.state === 'recertified' || one.state === 'restored'
  return isRenewed ? yearly : [{ from: decisionAt, limit: addMonths(decisionAt, FIRST_MONTHS) }, ...yearly]
}

function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

/** A surveillance audit, or the recertification, which looks at no less. */
function isLooking({ kind }: ExternalAudit): boolean {
  return kind === 'surveillance' || kind === 'recertification'
}

/** So long before a limit the body expects a date. */
const PLAN_DAYS = 60

export type Lateness = 'passed' | 'unplanned' | null

/**
 * How a demand stands: met, or planned in time (null); without a plan in the last 60 days; or passed. An audit that came
 * too late ends it all the same: what was asked for has taken place.
 */
export function latenessOf(isms: Isms, demand: Demand, moment: Moment): Lateness {
  const audits = externalAudits(isms, moment).filter(isLooking)
  if (audits.some((one) => one.isHeld && one.lastDay >= demand.from)) return null
  if (moment.late(demand.limit)) return 'passed'
  const isPlanned = audits.some((one) => one.isAhead && one.firstDay >= demand.from && one.firstDay <= demand.limit)
  return !isPlanned && moment.reached(addDays(demand.limit, -PLAN_DAYS)) ? 'unplanned' : null
}

/** From so many months before the last day a recertification without a date counts as not planned (R-CERT-4, its remedy). */
const RECERTIFY_MONTHS = 6
/** So many days before the last day it has to be, so that there is time to mend and to decide. */
const RECERTIFY_DAYS = 90

export type RecertificationGap = 'expired' | 'unplanned' | 'planned_late' | null

export function recertificationGap(isms: Isms, one: Certificate, moment: Moment): RecertificationGap {
  const { decisionAt, validUntil } = one
  if (decisionAt === null || validUntil === null) return null
  if (moment.late(validUntil)) return 'expired'
  if (!moment.reached(addMonths(validUntil, -RECERTIFY_MONTHS))) return null
  const audits = externalAudits(isms, moment).filter(
    ({ kind, lastDay }) => kind === 'recertification' && lastDay > decisionAt,
  )
  if (audits.some(({ isHeld }) => isHeld)) return null
  const limit = addDays(validUntil, -RECERTIFY_DAYS)
  const ahead = audits.filter(({ isAhead }) => isAhead)
  if (ahead.some(({ firstDay }) => firstDay <= limit)) return null
  return ahead.length > 0 ? 'planned_late' : 'unplanned'
}
