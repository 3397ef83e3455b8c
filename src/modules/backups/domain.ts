import { addDays, addMonths, latest } from '../../kernel/calendar.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import type { BackupPolicy } from './registers/backup-policy.ts'
import type { BackupRun } from './registers/backup-run.ts'

/** A policy in force that a person approved. */
export function isInForce(policy: BackupPolicy, moment: Moment): boolean {
  return policy.state === 'in_force' && (policy.approvedAt === null || moment.reached(policy.approvedAt))
}

/** Days that the newest success may be old. Runs are kept by the day, so anything up to a day means the day before. */
export function rpoDays(rpoHours: number): number {
  return Math.max(1, Math.ceil(rpoHours / 24))
}

/** Runs of one system, the newest first, so that whoever looks for the newest at a moment stops early. */
export function newestFirst(runs: readonly BackupRun[]): readonly BackupRun[] {
  return runs
    .filter(({ state, at }) => state === 'active' && at !== null)
    .sort((a, b) => (b.at ?? '').localeCompare(a.at ?? '', 'en'))
}

function isSuccess({ result }: BackupRun): boolean {
  return result === 'success' || result === 'warning'
}

/**
 * Until when the newest success is new enough; null where there was none. Where failures report themselves, rows are made
 * of what fails and of each look at the whole: then a success stands until the next look is due, unless a failure followed.
 */
export function backedUpUntil(
  runs: readonly BackupRun[],
  rpoHours: number,
  policies: readonly BackupPolicy[],
  moment: Moment,
): CalendarDate | null {
  const newest = runs.find(({ at }) => moment.reached(at))
  const success = newest === undefined || isSuccess(newest) ? newest : runs.find((run) => isGood(run, moment))
  const at = success?.at ?? null
  if (at === null) return null
  const byRpo = addDays(at, rpoDays(rpoHours))
  if (success !== newest) return byRpo
  const looks = policies.filter((one) => one.monitored === true && isInForce(one, moment))
  return latest(
    byRpo,
    ...looks.map(({ confirmMonths }) => (confirmMonths === null ? null : addMonths(at, confirmMonths))),
  )
}

function isGood(run: BackupRun, moment: Moment): boolean {
  return isSuccess(run) && moment.reached(run.at)
}
