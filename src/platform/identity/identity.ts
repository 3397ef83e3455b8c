import { createHash, randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import type { Language, Words } from '../../kernel/text.ts'
import type { Clock } from '../clock.ts'
import { SESSION_OPTIONS } from '../database/types.ts'
import type { Mail } from '../mail.ts'
import { type Login, openLogin } from './login.ts'
import type { IdentityTables } from './tables.ts'

/** Who may sign in, and what they are in which organisation. Stands on connections of its own, as the owner role. */
export interface Identity {
  readonly db: Kysely<IdentityTables>
  readonly login: Login
  readonly clock: Clock
  /** Where people find this installation; links are made from it. No slash at the end. */
  readonly baseAddress: string
  /** Null where no mail server is set: links are then handed over. */
  readonly mail: Mail | null
  readonly wordsIn: (language: Language) => Words
  close(): Promise<void>
}

export interface IdentityOptions {
  /** The owner's way into the database; identity opens its own connections to the same place. */
  readonly owner: Pool
  readonly baseAddress: string
  readonly secret: string
  readonly secureCookies: boolean
  readonly clock: Clock
  readonly mail: Mail | null
  readonly wordsIn: (language: Language) => Words
  readonly onError: (error: unknown) => void
}

/** Sessions at most: a request that signs in or reads a grant holds one for a millisecond. */
const SESSIONS = 4

export function openIdentity(options: IdentityOptions): Identity {
  const pool = poolFor(options.owner)
  const db = new Kysely<IdentityTables>({ dialect: new PostgresDialect({ pool }) })
  const { baseAddress, secret, secureCookies, clock, onError } = options
  return {
    db,
    login: openLogin({ db, baseAddress, secret, secureCookies, clock, onError }),
    clock,
    baseAddress: baseAddress.replace(/\/+$/, ''),
    mail: options.mail,
    wordsIn: options.wordsIn,
    close: () => db.destroy(),
  }
}

/** Apart from the owner's pool because the login library wants `Date` values and finds its tables by unqualified names. */
function poolFor(owner: Pool): Pool {
  const { types: _, ...config } = owner.options
  const pool = new Pool({ ...config, max: SESSIONS, options: `${SESSION_OPTIONS} -c search_path=identity` })
  // An idle session that ends is replaced at the next query; unheard, its error would end the process.
  pool.on('error', () => undefined)
  return pool
}

/** A secret for a link or a token: 256 bits, so that it needs no slow hash. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret: whoever reads the database cannot use it. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
