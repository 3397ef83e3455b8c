import type { Isms } from '../../../kernel/isms.ts'
import { type Moment, momentOf } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Stage } from '../../../kernel/rule.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { type Audit, audit, EXTERNAL_KINDS } from '../registers/audit.ts'

export type ExternalKind = (typeof EXTERNAL_KINDS)[number]

/** In which stage the rules speak at each audit of the body. */
export const STAGE_OF: Readonly<Record<ExternalKind, Stage>> = {
  stage1: 'S1',
  stage2: 'S2',
  surveillance: 'SV',
  recertification: 'RC',
  special: 'SV',
}

export function isExternal(one: Pick<Audit, 'kind'>): boolean {
  return EXTERNAL_KINDS.some((kind) => kind === one.kind)
}

/** The day for which it stands in the diary. */
export function plannedDay(one: Audit): CalendarDate | null {
  return one.firstDay ?? one.plannedAt
}

/** The day on which it took place: its last one. Null while nobody says that it did. */
export function performedOn(one: Audit): CalendarDate | null {
  if (one.state === 'planned' || one.state === 'prepared' || one.state === 'cancelled') return null
  return one.lastDay ?? (one.state === 'in_progress' ? null : (one.firstDay ?? one.reportAt))
}

/** Whether it has taken place; its report may still be to come. */
export function isHeld(one: Audit, moment: Moment): boolean {
  return moment.reached(performedOn(one))
}

/** Whether it is still to come, or going on. A day that has passed without it counts as not planned (readiness 1.10, 3). */
export function isAhead(one: Audit, moment: Moment): boolean {
  if (one.state === 'cancelled' || isHeld(one, moment)) return false
  if (one.state === 'in_progress') return true
  const day = plannedDay(one)
  return performedOn(one) === null && day !== null && !moment.late(day)
}

/** The organisation's own audits that took place, in order of their days. */
export function completedAudits(isms: Isms, moment: Moment): readonly Audit[] {
  return isms
    .all(audit)
    .filter((one) => one.kind === 'internal' && isHeld(one, moment))
    .sort((a, b) => (performedOn(a) ?? '').localeCompare(performedOn(b) ?? '', 'en'))
}

/** One audit of the certification body, as a record says or else the stage plan of the organisation. */
export interface ExternalAudit {
  readonly kind: ExternalKind
  readonly audit: Audit | null
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate
  readonly isHeld: boolean
  readonly isAhead: boolean
}

/**
 * The audits of the certification body, in order of their days. What the register of audits says of a kind goes before
 * the stage plan, which stands in for a kind of which there is no audit; there a day that has passed counts as held.
 */
export function externalAudits(isms: Isms, moment: Moment): readonly ExternalAudit[] {
  const recorded = isms.all(audit).flatMap((one) => recordedAudit(one, moment))
  const known = new Set(recorded.map(({ kind }) => kind))
  const planned = fromStagePlan(isms, moment).filter(({ kind }) => !known.has(kind))
  return [...recorded, ...planned].sort((a, b) => a.lastDay.localeCompare(b.lastDay, 'en'))
}

function recordedAudit(one: Audit, moment: Moment): readonly ExternalAudit[] {
  const kind = EXTERNAL_KINDS.find((name) => name === one.kind)
  const firstDay = plannedDay(one) ?? one.lastDay
  if (kind === undefined || firstDay === null || one.state === 'cancelled') return []
  const lastDay = performedOn(one) ?? one.lastDay ?? firstDay
  return [{ kind, audit: one, firstDay, lastDay, isHeld: isHeld(one, moment), isAhead: isAhead(one, moment) }]
}

function fromStagePlan(isms: Isms, moment: Moment): readonly ExternalAudit[] {
  const plan = isms.all(organisation)[0]?.stagePlan
  if (plan === undefined) return []
  const rows: readonly [ExternalKind, CalendarDate | null, CalendarDate | null][] = [
    ['stage1', plan.stage1, plan.stage1LastDay],
    ['stage2', plan.stage2, plan.stage2LastDay],
    ...plan.surveillance.map((row): [ExternalKind, CalendarDate | null, CalendarDate | null] => [
      'surveillance',
      row.firstDay,
      row.lastDay,
    ]),
    ['recertification', plan.recertification, null],
  ]
  return rows.flatMap(([kind, first, last]) => {
    const firstDay = first ?? last
    if (firstDay === null) return []
    const lastDay = last ?? firstDay
    const isPast = moment.late(lastDay)
    return [{ kind, audit: null, firstDay, lastDay, isHeld: isPast, isAhead: !isPast }]
  })
}

/**
 * The stage of the audit that comes next, or goes on, on that day. Where none is planned: what follows on the last one, and
 * stage 1 where the body never came.
 */
export function stageNext(isms: Isms, at: CalendarDate): Stage {
  const audits = externalAudits(isms, momentOf(at))
  const next = audits.find((one) => one.isAhead)
  if (next !== undefined) return STAGE_OF[next.kind]
  const last = audits.findLast((one) => one.isHeld)
  if (last === undefined) return 'S1'
  return last.kind === 'stage1' ? 'S2' : 'SV'
}
