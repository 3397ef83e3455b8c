import type { AnyRecord } from '../kernel/isms.ts'
import type { RecordId } from '../kernel/register.ts'

/** How a record is called where another one mentions it. */
export interface Title {
  readonly register: string
  readonly number: string
  readonly title: string
  readonly state?: string
}
export type Titles = Readonly<Record<RecordId, Title>>

export interface Option extends Title {
  readonly id: RecordId
}

export interface ListReply {
  readonly rows: readonly AnyRecord[]
  readonly next: string | null
  readonly total: number
  readonly titles: Titles
  readonly can: { readonly create: boolean }
  readonly states?: Readonly<Record<string, number>>
}

export type ActDecision =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: string; readonly message?: string }

export interface Draft {
  readonly version: number | null
  readonly set: Values
  readonly savedAt: string
}

export interface RecordReply {
  readonly record: AnyRecord
  readonly titles: Titles
  readonly incoming: readonly { readonly register: string; readonly id: RecordId; readonly field: string }[]
  readonly can: {
    readonly update: boolean
    readonly retire: boolean
    readonly acts: Readonly<Record<string, ActDecision>>
  }
  readonly draft: Draft | null
  readonly hash?: string | null
  readonly actor?: { readonly name: string } | null
}

export interface HistoryEntry {
  readonly sequence: number
  readonly version: number
  readonly act: string
  readonly actor: { readonly name: string; readonly via?: string | null }
  readonly recordedAt: string
  readonly validFrom: string
  readonly reason: string | null
  readonly changed: readonly string[]
  readonly record: Values | null
  readonly hash: string
}

export interface HistoryReply {
  readonly entries: readonly HistoryEntry[]
  readonly titles: Titles
}

export interface Membership {
  readonly slug: string
  readonly name: string
  readonly isSample: boolean
  readonly roles: readonly string[]
  readonly person: { readonly id: RecordId; readonly number: string; readonly title: string } | null
  readonly today: string
  readonly firstDay: string | null
  readonly sees: Sees
}

/** What stands open to whoever is signed in; the server decides. */
export interface Sees {
  readonly registers: readonly string[]
  readonly isms: boolean
  readonly forecast: boolean
  readonly accounts: boolean
}

export interface Me {
  readonly account: { readonly id: string; readonly name: string; readonly email: string }
  readonly organisations: readonly Membership[]
  readonly canCreateOrganisation: boolean
}

export interface SavedView {
  readonly name: string
  readonly search: string
}

/** Fields by name, as they are typed, sent or kept in a draft. */
export type Values = Readonly<Record<string, unknown>>
