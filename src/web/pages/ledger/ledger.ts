import type { LedgerChange } from '../today/today.ts'

export interface LedgerEntry extends Omit<LedgerChange, 'at'> {
  readonly recordedAt: string
  readonly validFrom: string
  readonly actor: { readonly name: string; readonly via?: string | null }
  readonly version: number
  readonly hash: string
  readonly isErased?: boolean
}

export interface LedgerReply {
  readonly entries: readonly LedgerEntry[]
  readonly next: number | null
  readonly size: number
  readonly root: string
  readonly statedUntil: number | null
}

export interface VerifyReply {
  readonly ok: boolean
  readonly size: number
  readonly root: string
  readonly fault: { readonly sequence: number; readonly message: string } | null
  readonly tookMs: number
}

export interface Checkpoint {
  readonly size: number
  readonly root: string
  readonly at: string
  readonly key: string
  readonly note: string
}

const GROUP = 4

/** The beginning of a hash in groups that can be read aloud. */
export function hashStart(hash: string, groups: number): string {
  return Array.from({ length: groups }, (_, index) => hash.slice(index * GROUP, (index + 1) * GROUP))
    .join(' ')
    .trim()
}
