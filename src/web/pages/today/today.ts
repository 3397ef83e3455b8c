import type { CalendarDate, Instant, RecordId } from '../../../kernel/register.ts'
import type { Stage } from '../../../kernel/rule.ts'

export interface Audit {
  readonly stage: Stage
  readonly date: CalendarDate
}

/** What the organisation itself holds before an audit. */
export interface Milestone {
  readonly kind: 'internal_audit' | 'management_review'
  readonly id: RecordId
  readonly date: CalendarDate
}

export interface Due {
  readonly register: string
  readonly id: RecordId
  readonly number: string
  readonly title: string
  readonly owner: { readonly id: RecordId; readonly title: string } | null
  readonly due: CalendarDate
}

export interface LedgerChange {
  readonly sequence: number
  readonly at: Instant
  readonly actor: { readonly name: string }
  readonly act: string
  readonly register: string
  readonly id: RecordId
  readonly number: string
  readonly title: string
  readonly changed: readonly string[]
  readonly reason: string | null
}

export interface TodayReply {
  readonly visit: Instant | null
  readonly changes: readonly LedgerChange[]
  readonly changesTotal: number
  readonly due: readonly Due[]
  readonly mine: readonly Due[]
  readonly audits: readonly Audit[]
  readonly milestones: readonly Milestone[]
}

/** The first audit on or after the day. */
export function nextAudit(audits: readonly Audit[], day: CalendarDate): Audit | null {
  return audits.filter(({ date }) => date >= day).toSorted((a, b) => a.date.localeCompare(b.date))[0] ?? null
}

/** One month of the strip: how many things fall due in it. */
export interface Month {
  readonly first: CalendarDate
  readonly count: number
}
