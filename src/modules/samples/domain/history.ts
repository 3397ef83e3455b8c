import type { AnyRecord } from '../../../kernel/isms.ts'
import type { RecordId, Register } from '../../../kernel/register.ts'
import { statement } from '../../statements/registers/statement.ts'
import type { Entered } from './builder.ts'
import { idFrom } from './identity.ts'
import { timeOn } from './story.ts'

/** One entry of a ledger to be: the record as it became, and by whom. */
export interface HistoryEntry {
  readonly before: AnyRecord | null
  readonly after: AnyRecord
  readonly act: string
  readonly reason: string | null
  /** The person who entered it. */
  readonly by: RecordId
}

/** The pseudonym under which a person acts in the ledger of a sample. */
export function actorOf(seed: string, person: RecordId): string {
  return idFrom(`${seed}/actor/${person}`)
}

/**
 * All that was entered, in the order of the ledger. Who decided something entered it; the coordinator did the rest.
 */
export function* historyOf(entries: readonly Entered[], coordinator: RecordId): Generator<HistoryEntry> {
  let sequence = 0
  const newest = new Map<RecordId, AnyRecord>()
  for (const entered of entries) {
    const after = placed(entered, sequence)
    sequence += 1
    const { register, id } = entered.story
    yield {
      before: newest.get(id) ?? null,
      after,
      act: entered.version.act,
      reason: entered.version.reason,
      by: decider(register, after) ?? coordinator,
    }
    if (entered.story.steps.length > 1) newest.set(id, after)
  }
}

/** With the time of its entry; a statement that was approved says up to where its lines were read. */
function placed({ version, recordedOn }: Entered, before: number): AnyRecord {
  const { record } = version
  const isFrozen = record.register === statement.name && record['frozenAt'] !== null
  // Copied only where it differs: this runs for each entry of a large organisation.
  if (!isFrozen && recordedOn === version.recordedOn) return record
  return { ...record, recordedAt: timeOn(recordedOn), ...(isFrozen && { frozenAt: before }) }
}

/** Whoever a transition to this state was stamped with. */
function decider(register: Register, record: AnyRecord): RecordId | null {
  for (const { to, stamps } of Object.values(register.states.transitions)) {
    const by = to === record.state && stamps.by !== undefined ? record[stamps.by] : null
    if (typeof by === 'string') return by
  }
  return null
}
