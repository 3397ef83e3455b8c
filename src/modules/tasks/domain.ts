import type { GuardDecision } from '../../kernel/module.ts'
import type { CalendarDate, RecordId } from '../../kernel/register.ts'
import { isFilled } from '../../kernel/verdict.ts'
import type { Occurrence } from './registers/occurrence.ts'
import type { RecurringTask } from './registers/recurring-task.ts'
import type { Task } from './registers/task.ts'

/** Where proof was asked for, work without proof is not done. */
export function mayFinish(task: Pick<Task, 'evidenceWanted' | 'evidence'>): GuardDecision {
  if (!isFilled(task.evidenceWanted) || task.evidence.length > 0) return { ok: true }
  return { ok: false, why: 'task.no-evidence' }
}

/** Where proof was asked for, some word, file, record or evidence tells of it. */
export function mayFinishOccurrence(
  one: Pick<Occurrence, 'result' | 'records' | 'file' | 'evidence'>,
  of: Pick<RecurringTask, 'evidenceWanted'> | null,
): GuardDecision {
  if (of === null || !isFilled(of.evidenceWanted)) return { ok: true }
  const isProven = isFilled(one.result) || one.file !== null || one.records.length + one.evidence.length > 0
  return isProven ? { ok: true } : { ok: false, why: 'occurrence.no-proof' }
}

/** Nobody vouches for his own work. */
export function mayVerify(task: Pick<Task, 'assignee'>, person: RecordId | null): GuardDecision {
  if (person === null) return { ok: false, why: 'task.no-person' }
  return task.assignee === person ? { ok: false, why: 'task.own-work' } : { ok: true }
}

type Planned = Pick<Task, 'due' | 'replans' | 'replanApprovedBy'>

/**
 * One more line where an own deadline was moved, so that the first promise stays in sight. A first date is no move. Who
 * agreed belongs to this move alone, so an older word is not taken over.
 */
export function replansOf(before: Planned | null, after: Planned, on: CalendarDate): Pick<Task, 'replans'> {
  if (before === null || before.due === null || before.due === after.due) return { replans: after.replans }
  const approvedBy = after.replanApprovedBy
  return { replans: [...before.replans, { oldDue: before.due, newDue: after.due, at: on, approvedBy }] }
}
