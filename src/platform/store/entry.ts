import { completed } from '../../kernel/empty.ts'
import type { AnyRecord } from '../../kernel/isms.ts'
import type { JsonObject } from '../../kernel/json.ts'
import type { Fields, Register } from '../../kernel/register.ts'
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

/** … by name of the register, each made when first asked for. */
export function blanksOf(registry: Registry): (register: string) => Blank {
  const made = new Map<string, Blank>()
  return (name) => {
    const known = made.get(name)
    if (known !== undefined) return known
    const blank = blankOf(registry, registry.get(name))
    made.set(name, blank)
    return blank
  }
}

/** The record as the entry left it, with what is declared since as empty. */
export function recordOf(row: SnapshotRow, blank: Blank): AnyRecord {
  const ordinary = ordinaryOf(row)
  return headed(completed(blank.declared, toldFields(row, ordinary, blank)), row, ordinary)
}

/** … with those fields only that the entry tells of: what the database holds of it, so that the two can be compared. */
export function recordAsTold(row: SnapshotRow, blank: Pick<Blank, 'named'>): AnyRecord {
  const ordinary = ordinaryOf(row)
  return headed(toldFields(row, ordinary, blank), row, ordinary)
}

/** Into the body that was parsed a moment ago: a copy of each of a hundred thousand would be as many to clear away. */
function toldFields(row: SnapshotRow, { fields, number }: OrdinaryBody, { named }: Pick<Blank, 'named'>): JsonObject {
  const personal = personalOf(row)
  if (personal !== null) return Object.assign(fields, personal.fields)
  return named.length === 0 ? fields : Object.assign(fields, Object.fromEntries(named.map((name) => [name, number])))
}

function headed(fields: JsonObject, row: SnapshotRow, { number, state }: OrdinaryBody): AnyRecord {
  return Object.assign(fields, {
    id: row.record,
    register: row.register,
    number,
    state,
    version: row.version,
    sequence: row.sequence,
    recordedAt: row.recorded_at,
    validFrom: row.valid_from,
  })
}

/** The names of the fields that an entry changed, from the beginning of its ordinary body: canonical JSON has them first, and no name holds a bracket. */
export function changedIn(beginning: string): OrdinaryBody['changed'] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  return (JSON.parse(`${beginning}}`) as Pick<OrdinaryBody, 'changed'>).changed
}
