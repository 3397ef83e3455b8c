import type { listCheckpoints, readLedger, verify } from '../../../modules/ledger/contract.ts'
import type { ReplyOf } from '../../client.ts'

export type LedgerReply = ReplyOf<typeof readLedger>
export type LedgerEntry = LedgerReply['entries'][number]
export type Verified = ReplyOf<typeof verify>
export type Checkpoints = ReplyOf<typeof listCheckpoints>

/** What the list is narrowed by, as it stands in the address. */
export const NARROWED_BY = ['register', 'person', 'from', 'until'] as const

/** Entries of one day, newest first; those that were made together stand together. */
export interface LedgerDay {
  readonly day: string
  readonly groups: readonly (readonly LedgerEntry[])[]
}

/** From so many on, what was made in one go is told as one. */
const TOLD_AS_ONE = 4

export function daysOf(entries: readonly LedgerEntry[]): readonly LedgerDay[] {
  const days: { day: string; groups: LedgerEntry[][] }[] = []
  for (const entry of entries) {
    const last = days.at(-1)
    const day = last?.day === entry.recordedOn ? last : { day: entry.recordedOn, groups: [] }
    if (day !== last) days.push(day)
    const group = day.groups.at(-1)
    if (group?.[0] !== undefined && togetherKey(group[0]) === togetherKey(entry)) group.push(entry)
    else day.groups.push([entry])
  }
  return days.map(({ day, groups }) => ({
    day,
    groups: groups.flatMap((group) => (group.length < TOLD_AS_ONE ? group.map((entry) => [entry]) : [group])),
  }))
}

/** An import, else one save: its entries share the moment, which is taken under the lock of the ledger. */
function togetherKey({ batch, recordedAt, actor, reason }: LedgerEntry): string {
  return batch ?? `${recordedAt} ${actor.name} ${reason ?? ''}`
}

/** How many records of which register, the most first. */
export function countRegisters(entries: readonly LedgerEntry[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const { register } of entries) counts.set(register, (counts.get(register) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])
}

const GROUP = 4

/** The beginning of a hash in groups that can be read aloud. */
export function hashStart(hash: string, groups: number): string {
  return Array.from({ length: groups }, (_, index) => hash.slice(index * GROUP, (index + 1) * GROUP))
    .join(' ')
    .trim()
}
