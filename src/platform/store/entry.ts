import { completed } from '../../kernel/empty.ts'
import type { AnyRecord } from '../../kernel/isms.ts'
import type { JsonObject } from '../../kernel/json.ts'
import type { Fields, RecordHead, Register } from '../../kernel/register.ts'
import type { Registry } from '../../kernel/registry.ts'
import type { Channel, OrdinaryBody, PersonalBody } from './leaf.ts'

/** A row of `ledger_entry`, as the driver gives it. */
export interface EntryRow {
  readonly sequence: number
  readonly recorded_at: string
  readonly valid_from: string
  readonly actor: string
  readonly behalf: string | null
  readonly channel: Channel
  readonly batch: string | null
  readonly register: string
  readonly record: string
  readonly version: number
  readonly act: string
  readonly ordinary: string
  readonly ordinary_salt: Buffer
  readonly personal: string | null
  readonly personal_salt: Buffer | null
  readonly personal_hash: Buffer | null
  readonly leaf: Buffer
}

export const ENTRY_COLUMNS =
  'sequence, recorded_at, valid_from, actor, behalf, channel, batch, register, record, version, act, ordinary, ordinary_salt, personal, personal_salt, personal_hash, leaf'

/** One entry as people read it. `fields` holds the record as it became; personal fields are missing once they are erased. */
export interface Entry {
  readonly sequence: number
  readonly recordedAt: string
  readonly validFrom: string
  readonly actor: string
  readonly behalf: string | null
  readonly channel: Channel
  readonly batch: string | null
  readonly register: string
  readonly record: string
  readonly version: number
  readonly act: string
  readonly number: string
  readonly state: string
  readonly changed: readonly string[]
  readonly reason: string | null
  readonly fields: JsonObject
  readonly isErased: boolean
  /** Hex of the leaf. */
  readonly hash: string
}

/** INVARIANT: bodies were written by `bodiesOf`, so their shape is known; the ledger's check is what proves it. */
function ordinaryOf(row: Pick<EntryRow, 'ordinary'>): OrdinaryBody {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one edge where the ledger's text becomes its value
  return JSON.parse(row.ordinary) as OrdinaryBody
}

function personalOf(row: Pick<EntryRow, 'personal'>): PersonalBody | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- idem
  return row.personal === null ? null : (JSON.parse(row.personal) as PersonalBody)
}

export function toEntry(row: EntryRow): Entry {
  const ordinary = ordinaryOf(row)
  const personal = personalOf(row)
  return {
    sequence: row.sequence,
    recordedAt: row.recorded_at,
    validFrom: row.valid_from,
    actor: row.actor,
    behalf: row.behalf,
    channel: row.channel,
    batch: row.batch,
    register: row.register,
    record: row.record,
    version: row.version,
    act: row.act,
    number: ordinary.number,
    state: ordinary.state,
    changed: ordinary.changed,
    reason: personal?.reason ?? ordinary.reason,
    fields: { ...ordinary.fields, ...personal?.fields },
    isErased: row.personal_hash !== null && row.personal === null,
    hash: row.leaf.toString('hex'),
  }
}

/** The part of an entry's row that rebuilds a record. */
export type SnapshotRow = Pick<
  EntryRow,
  'sequence' | 'recorded_at' | 'valid_from' | 'register' | 'record' | 'version' | 'ordinary' | 'personal'
>
export const SNAPSHOT_COLUMNS = 'sequence, recorded_at, valid_from, register, record, version, ordinary, personal'

/** What a record has where its entry says nothing: the field is declared since, or what it held was erased. */
export interface Blank {
  readonly fields: JsonObject
  readonly declared: Fields
  /** Personal fields that may not be empty: an erased record goes by its number. */
  readonly named: readonly string[]
}

export function blankOf(registry: Registry, register: Register): Blank {
  return {
    fields: registry.empty(register),
    declared: register.fields,
    named: registry.personalFields(register).filter((name) => register.fields[name]?.isRequired === true),
  }
}

/** The record as the entry left it, with what is declared since as empty. */
export function recordOf(row: SnapshotRow, { declared, named }: Blank): AnyRecord {
  const ordinary = ordinaryOf(row)
  return { ...completed(declared, toldFields(row, ordinary, named)), ...headOf(row, ordinary) }
}

/** … with those fields only that the entry tells of: what the database holds of it, so that the two can be compared. */
export function recordAsTold(row: SnapshotRow, { named }: Pick<Blank, 'named'>): AnyRecord {
  const ordinary = ordinaryOf(row)
  return { ...toldFields(row, ordinary, named), ...headOf(row, ordinary) }
}

function toldFields(row: SnapshotRow, { fields, number }: OrdinaryBody, named: Blank['named']): JsonObject {
  const personal = personalOf(row)
  return {
    ...fields,
    ...(personal === null ? Object.fromEntries(named.map((name) => [name, number])) : personal.fields),
  }
}

function headOf(row: SnapshotRow, { number, state }: OrdinaryBody): RecordHead {
  return {
    id: row.record,
    register: row.register,
    number,
    state,
    version: row.version,
    sequence: row.sequence,
    recordedAt: row.recorded_at,
    validFrom: row.valid_from,
  }
}

/** Lays the fields that an entry changed over a record: one step of the fold of *as true then*. */
export function fold(record: AnyRecord | null, row: SnapshotRow, blank: Blank): AnyRecord {
  const ordinary = ordinaryOf(row)
  const after = recordOf(row, blank)
  if (record === null) return after
  const fields: Record<string, unknown> = {}
  for (const name of ordinary.changed) fields[name] = after[name]
  const head = row.sequence > record.sequence ? after : record
  return {
    ...record,
    ...fields,
    version: head.version,
    sequence: head.sequence,
    recordedAt: head.recordedAt,
    validFrom: row.valid_from,
  }
}
