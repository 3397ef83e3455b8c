import type { listRecurring } from '../../../modules/rhythms/contract.ts'
import type { readRecurring } from '../../../modules/tasks/contract.ts'
import type { ReplyOf } from '../../client.ts'

/** All recurring work at once. */
export type Overview = ReplyOf<typeof listRecurring>
export type Work = Overview['works'][number]
export type Proposed = Overview['proposed'][number]

/** One piece of it, with the days that wait. */
export type WorkReply = ReplyOf<typeof readRecurring>
export type WorkDay = WorkReply['days'][number]

/** The day that somebody means who does not say which: the newest that has come, else the first ahead. */
export function dayMeant(days: WorkReply['days']): WorkDay | undefined {
  return days.findLast(({ isAhead }) => !isAhead) ?? days[0]
}

/** Key of what is said of a day. */
export function dayKey({ isLate, isAhead }: WorkDay): string {
  if (isAhead) return 'recurring.day.ahead'
  return isLate ? 'recurring.day.late' : 'recurring.day.come'
}

/** What somebody says of one day of it. */
export type Said = Readonly<Record<string, unknown>> & { readonly act: 'finish' | 'skip' | 'miss' | 'hand_over' }
