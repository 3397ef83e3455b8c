import type { Kysely } from 'kysely'
import type { Json } from '../../kernel/json.ts'
import type { Identity } from './identity.ts'
import type { IdentityTables } from './tables.ts'

export type IdentityEventKind =
  | 'invited'
  | 'invitation-withdrawn'
  | 'joined'
  | 'roles-set'
  | 'end-set'
  | 'person-linked'
  | 'removed'
  | 'reset-link-made'
  | 'token-made'
  | 'token-revoked'

/** Something that happened to who may get in. Holds pseudonyms, roles and ids, so that nothing in it need be erased. */
export interface NewIdentityEvent {
  readonly organisation: string
  readonly at: Date
  readonly actor: string | null
  readonly subject: string | null
  readonly kind: IdentityEventKind
  readonly details: { readonly [name: string]: Json }
}

export interface IdentityEvent {
  readonly at: Date
  readonly actor: string | null
  readonly subject: string | null
  readonly kind: string
  readonly details: unknown
}

/** Newest that the members page shows at once. */
const EVENTS_SHOWN = 200

export async function recordEvent(db: Kysely<IdentityTables>, event: NewIdentityEvent): Promise<void> {
  await db
    .insertInto('event')
    .values({ ...event, details: JSON.stringify(event.details) })
    .execute()
}

export function eventsOf(identity: Identity, organisation: string): Promise<readonly IdentityEvent[]> {
  return identity.db
    .selectFrom('event')
    .select(['at', 'actor', 'subject', 'kind', 'details'])
    .where('organisation', '=', organisation)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(EVENTS_SHOWN)
    .execute()
}
