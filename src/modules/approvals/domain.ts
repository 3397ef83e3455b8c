import type { GuardDecision } from '../../kernel/module.ts'
import type { CalendarDate, RecordId } from '../../kernel/register.ts'
import type { Approval } from './registers/approval.ts'

/** Everybody signs for himself: an approval in somebody else's name is none. */
export function mayGive(approval: Pick<Approval, 'by'>, person: RecordId | null): GuardDecision {
  if (person === null) return { ok: false, why: 'approval.no-person' }
  return approval.by === person ? { ok: true } : { ok: false, why: 'approval.not-by-you' }
}

export interface ApprovalQuestion {
  readonly kind: Approval['kind']
  readonly subject: RecordId
  /** Left out: whoever it was. */
  readonly by?: RecordId
  /** Left out: whichever version. */
  readonly subjectVersion?: string | null
  readonly at: CalendarDate
}

/**
 * The approval that stands on that day, null where none does. The newest word of each person counts, so a later no takes an
 * earlier yes away; a yes for a time ends after its last day.
 */
export function standingApproval(approvals: readonly Approval[], question: ApprovalQuestion): Approval | null {
  const newest = new Map<RecordId, Approval>()
  for (const approval of approvals.filter((candidate) => answers(candidate, question)).sort(byTime)) {
    newest.set(approval.by, approval)
  }
  const standing = [...newest.values()].filter(
    ({ decision, until }) => decision === 'approved' && (until === null || until >= question.at),
  )
  return standing.sort(byTime).at(-1) ?? null
}

function answers(approval: Approval, { kind, subject, by, subjectVersion, at }: ApprovalQuestion): boolean {
  return (
    approval.state === 'given' &&
    approval.kind === kind &&
    approval.subject === subject &&
    (by === undefined || approval.by === by) &&
    (subjectVersion === undefined || approval.subjectVersion === subjectVersion) &&
    (approval.at === null || approval.at <= at)
  )
}

function byTime(a: Approval, b: Approval): number {
  return (a.at ?? '').localeCompare(b.at ?? '') || a.sequence - b.sequence
}
