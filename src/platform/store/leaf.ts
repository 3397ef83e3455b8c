/**
 * The leaf of the ledger, format 1. It is for ever: a later format gets another `v`.
 * leaf input = canonical JSON of the header; leaf = SHA-256(0x00 ‖ input), RFC 6962.
 * The header holds two salted hashes, SHA-256(salt ‖ body): one of the ordinary part and one of the personal part of the
 * record, so that the personal part can be erased and the leaf still be checked.
 */
import { canonical, type JsonObject } from '../../kernel/json.ts'
import { leafHash } from '../../kernel/merkle.ts'
import { sha256, sha256Hex } from './hash.ts'

export type Channel = 'web' | 'api' | 'cli' | 'import' | 'system'

/** What the leaf says in the open: who (by pseudonymous id), when, which record, what kind of act. */
export interface LeafHeader {
  readonly ledger: string
  readonly sequence: number
  readonly recordedAt: string
  readonly validFrom: string
  readonly actor: string
  /** On whose behalf, where the actor acted for somebody else. */
  readonly behalf: string | null
  readonly channel: Channel
  /** The import that the entry belongs to. */
  readonly batch: string | null
  readonly register: string
  readonly record: string
  readonly version: number
  readonly act: string
  /** Hex of the salted hash of the ordinary part. */
  readonly ordinary: string
  /** Hex of the salted hash of the personal part; null where the register holds nothing personal. */
  readonly personal: string | null
}

/** The record as it became, without its personal fields. */
export interface OrdinaryBody {
  readonly number: string
  readonly state: string
  readonly changed: readonly string[]
  /** Null where the register holds personal fields: then the reason stands in the personal part, because it may name them. */
  readonly reason: string | null
  readonly fields: JsonObject
}

export interface PersonalBody {
  readonly reason: string | null
  readonly fields: JsonObject
}

/**
 * The exact bytes that are hashed. Written out by hand in the order of its sorted keys: this runs 100,000 times under the
 * lock of an import. Ids, dates and hashes need no quoting: their columns take nothing that would.
 */
export function headerText(header: LeafHeader): string {
  const orNull = (value: string | null): string => (value === null ? 'null' : `"${value}"`)
  return (
    `{"act":${JSON.stringify(header.act)},"actor":"${header.actor}","batch":${orNull(header.batch)}` +
    `,"behalf":${orNull(header.behalf)},"channel":${JSON.stringify(header.channel)},"ledger":"${header.ledger}"` +
    `,"ordinary":"${header.ordinary}","personal":${orNull(header.personal)},"record":"${header.record}"` +
    `,"recordedAt":"${header.recordedAt}","register":${JSON.stringify(header.register)},"sequence":${header.sequence}` +
    `,"v":1,"validFrom":"${header.validFrom}","version":${header.version}}`
  )
}

export function leafOf(header: LeafHeader): Uint8Array {
  return leafHash(sha256, Buffer.from(headerText(header), 'utf8'))
}

/** The canonical text of a body. */
export function bodyText(body: OrdinaryBody | PersonalBody): string {
  return canonical({ ...body })
}

/** The hash of a body under its salt, in hex. */
export function bodyHash(salt: Uint8Array, text: string): string {
  return sha256Hex(salt, Buffer.from(text, 'utf8'))
}
