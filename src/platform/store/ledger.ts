import type { JsonObject } from '../../kernel/json.ts'
import { append, type Frontier, unpackFrontier } from '../../kernel/merkle.ts'
import { newSalt, sha256 } from './hash.ts'
import { bodyHash, bodyText, type LeafHeader, leafOf } from './leaf.ts'
import type { Context } from './store.ts'

/** One change, ready to be entered: all but its place and time in the ledger. */
export interface PendingEntry {
  readonly validFrom: string
  readonly batch: string | null
  readonly register: string
  readonly record: string
  readonly version: number
  readonly act: string
  readonly ordinary: { readonly text: string; readonly salt: Buffer; readonly hash: string }
  readonly personal: { readonly text: string; readonly salt: Buffer; readonly hash: string } | null
}

export interface EntryParts {
  readonly number: string
  readonly state: string
  readonly changed: readonly string[]
  readonly reason: string | null
  readonly fields: JsonObject
  /** Null where the register declares nothing personal. */
  readonly personalFields: JsonObject | null
}

/** Gives the salt of a body; chance, but for a sample, which is to come out the same each time. */
export type Salting = (part: 'ordinary' | 'personal') => Buffer

/** Writes and hashes the two bodies of an entry. The reason goes with the personal part where there is one. */
export function bodiesOf(parts: EntryParts, saltFor: Salting = newSalt): Pick<PendingEntry, 'ordinary' | 'personal'> {
  const isPersonal = parts.personalFields !== null
  const ordinary = bodyText({
    number: parts.number,
    state: parts.state,
    changed: parts.changed,
    reason: isPersonal ? null : parts.reason,
    fields: parts.fields,
  })
  return {
    ordinary: salted(ordinary, saltFor('ordinary')),
    personal: isPersonal
      ? salted(bodyText({ reason: parts.reason, fields: parts.personalFields }), saltFor('personal'))
      : null,
  }
}

function salted(text: string, salt: Buffer): { readonly text: string; readonly salt: Buffer; readonly hash: string } {
  return { text, salt, hash: bodyHash(salt, text) }
}

export interface Head {
  readonly frontier: Frontier
  readonly recordedAt: string
}

/** What the head becomes when entries are written. */
export interface NextHead {
  readonly size: number
  readonly frontier: Uint8Array
  readonly recordedAt: string
}

/**
 * Locks the head of the ledger until the transaction ends. INVARIANT: locked last and briefly, since nobody else can
 * save meanwhile; and the record time is taken under this lock, so it never runs behind its predecessor.
 */
export async function lockHead(ctx: Context): Promise<Head> {
  const { rows } = await ctx.tx.query<{ size: number; frontier: Buffer; recorded_at: string }>({
    name: 'lock-head',
    text: 'select size, frontier, recorded_at from ledger_head where organisation = $1 for update',
    values: [ctx.organisation],
  })
  const row = rows[0]
  if (row === undefined) throw new Error('cannot find the head of the ledger')
  const now = ctx.now().toISOString()
  return {
    frontier: unpackFrontier(row.size, row.frontier),
    recordedAt: now > row.recorded_at ? now : row.recorded_at,
  }
}

export interface EnteredEntry extends PendingEntry {
  readonly sequence: number
  readonly leaf: Uint8Array
}

/** Gives the entries their place behind the head: sequence, leaf and the new frontier. Pure but for the hashing. */
export function enter(
  ctx: Context,
  head: Head,
  pending: readonly PendingEntry[],
): { readonly entries: readonly EnteredEntry[]; readonly frontier: Frontier } {
  let frontier = head.frontier
  const entries = pending.map((entry) => {
    const sequence = frontier.size + 1
    const leaf = leafOf(headerOf(ctx, entry, sequence, head.recordedAt))
    frontier = append(sha256, frontier, leaf)
    return { ...entry, sequence, leaf }
  })
  return { entries, frontier }
}

function headerOf(ctx: Context, entry: PendingEntry, sequence: number, recordedAt: string): LeafHeader {
  return {
    ledger: ctx.ledger,
    sequence,
    recordedAt,
    validFrom: entry.validFrom,
    actor: ctx.actor.id,
    behalf: ctx.actor.behalf,
    channel: ctx.actor.channel,
    batch: entry.batch,
    register: entry.register,
    record: entry.record,
    version: entry.version,
    act: entry.act,
    ordinary: entry.ordinary.hash,
    personal: entry.personal?.hash ?? null,
  }
}
