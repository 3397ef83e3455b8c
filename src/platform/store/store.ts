import type { Pool, PoolClient } from 'pg'
import { datesIn } from '../../kernel/calendar.ts'
import type { Derivation, Guard } from '../../kernel/module.ts'
import type { Actor } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { CalendarDate, Instant } from '../../kernel/register.ts'
import type { Registry } from '../../kernel/registry.ts'
import type { Clock } from '../clock.ts'
import { idAt } from './id.ts'
import type { Channel } from './leaf.ts'
import type { Signer } from './signer.ts'
import type { States } from './state.ts'

/** Everything that the store stands on; made once, when the process starts. */
export interface Store {
  /** Connections as the plain role: row-level security holds. */
  readonly app: Pool
  /** Connections as the owner of the tables: migrations, jobs, and what spans organisations. */
  readonly owner: Pool
  readonly registry: Registry
  readonly guards: readonly Guard[]
  readonly derivations: readonly Derivation[]
  readonly clock: Clock
  readonly signer: Signer
  readonly states: States
  /** The local day of an instant, by time zone; filled as zones are met. */
  readonly zones: Map<string, (instant: Instant) => CalendarDate>
}

/** Who acts, by the pseudonymous id that the ledger keeps, and through what. */
export interface Acting extends Actor {
  readonly id: string
  readonly behalf: string | null
  readonly channel: Channel
}

/** One transaction inside one organisation. Everything that reads or writes records is handed this. */
export interface Context {
  readonly store: Store
  readonly registry: Registry
  readonly tx: PoolClient
  readonly organisation: string
  /** The id of the organisation's ledger, born once and kept by every copy. */
  readonly ledger: string
  readonly timeZone: string
  /** Entries up to this sequence carry times that this installation did not witness. */
  readonly statedUntil: number
  readonly actor: Acting
  /** Whether the organisation itself is made in this transaction: nobody else can see it yet. */
  readonly isNew: boolean
  /** How much this transaction has entered so far. Owned by `write`. */
  readonly written: { entries: number }
  now(): Date
  /** The local day on which the transaction first asked: one transaction has one today. */
  today(): CalendarDate
  newId(): string
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const DEFAULT_TIME_ZONE = 'Europe/Amsterdam'

interface OrganisationRow {
  readonly ledger: string
  readonly stated_until: number
  readonly time_zone: string | null
}

/**
 * Runs `work` in one transaction as the plain role, inside one organisation. Commits when it returns, rolls back when
 * it throws. Throws not_found when there is no such organisation.
 */
export async function inOrganisation<T>(
  store: Store,
  who: { readonly organisation: string; readonly actor: Acting },
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  // INVARIANT: the id goes into the statement as text, so it is checked to be a UUID and nothing else.
  if (!UUID.test(who.organisation)) throw new Refusal('not_found', 'organisation.unknown')
  const tx = await store.app.connect()
  let broken: Error | undefined
  try {
    const organisation = await begin(tx, who.organisation)
    const result = await work(contextOf(store, tx, who, organisation))
    await tx.query('commit')
    return result
  } catch (error) {
    await tx.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error('cannot roll back', { cause: failure })
    })
    throw error
  } finally {
    tx.release(broken)
  }
}

/** One round trip: begin, row security, and what the context needs to know. */
async function begin(tx: PoolClient, organisation: string): Promise<OrganisationRow> {
  const results: unknown = await tx.query(
    `begin;
     select set_config('waarborg.organisation', '${organisation}', true);
     select ledger, stated_until,
       (select data->>'timeZone' from record where organisation = '${organisation}' and register = 'organisation' limit 1) as time_zone
     from organisation where id = '${organisation}'`,
  )
  const rows = Array.isArray(results) ? lastRows(results) : []
  const row = rows[0]
  if (row === undefined) throw new Refusal('not_found', 'organisation.unknown')
  return row
}

/** pg gives one result per statement of a multi-statement query, which its types do not tell. */
function lastRows(results: readonly { readonly rows: readonly OrganisationRow[] }[]): readonly OrganisationRow[] {
  return results.at(-1)?.rows ?? []
}

/** The context of a transaction that is open already; for those that open one of their own. */
export function contextOf(
  store: Store,
  tx: PoolClient,
  who: { readonly organisation: string; readonly actor: Acting },
  row: OrganisationRow & { readonly isNew?: boolean },
): Context {
  const timeZone = row.time_zone ?? DEFAULT_TIME_ZONE
  let today: CalendarDate | null = null
  return {
    store,
    registry: store.registry,
    tx,
    organisation: who.organisation,
    ledger: row.ledger,
    timeZone,
    statedUntil: row.stated_until,
    actor: who.actor,
    isNew: row.isNew ?? false,
    written: { entries: 0 },
    now: () => store.clock.now(),
    today: () => {
      today ??= dayIn(store, timeZone)
      return today
    },
    newId: () => idAt(store.clock.now()),
  }
}

function dayIn({ zones, clock }: Store, timeZone: string): CalendarDate {
  const known = zones.get(timeZone) ?? datesIn(timeZone)
  zones.set(timeZone, known)
  return known(clock.now().toISOString())
}
