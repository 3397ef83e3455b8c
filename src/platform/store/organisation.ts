import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { EMPTY_FRONTIER, packFrontier } from '../../kernel/merkle.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Acting, type Context, contextOf, type Store } from './store.ts'

/** An organisation of this installation: a tenant, with a ledger of its own. */
export interface Organisation {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly ledger: string
  readonly createdAt: string
  readonly statedUntil: number
  readonly isSample: boolean
}

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** First steps of addresses that the screens and the server need themselves. */
const RESERVED = ['api', 'assets', 'invitation', 'reset', 'sign-in', 'start']
const UNIQUE_VIOLATION = '23505'
const COLUMNS =
  'id, slug, name, ledger, created_at as "createdAt", stated_until as "statedUntil", is_sample as "isSample"'

/** What an address calls an organisation with this name: letters, digits and hyphens. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
  return (
    plain
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 63)
      .replace(/-+$/, '') || 'organisation'
  )
}

export interface NewOrganisation {
  readonly name: string
  readonly slug: string
  /** Given by a copy: it continues the ledger that it was copied from. */
  readonly ledger?: string
  readonly statedUntil?: number
  readonly isSample?: boolean
}

/**
 * Makes an organisation and does the first work in it, as one: the tenant, the empty head of its ledger, and whatever
 * `work` writes are there together or not at all. Throws conflict when slug or ledger exist here already.
 */
export async function inNewOrganisation<T>(
  store: Store,
  made: NewOrganisation & { readonly actor: Acting },
  work: (ctx: Context, organisation: Organisation) => Promise<T>,
): Promise<T> {
  const tx = await store.owner.connect()
  try {
    await tx.query('begin')
    const organisation = await insertOrganisation(store, tx, made)
    await tx.query(`select set_config('waarborg.organisation', $1, true)`, [organisation.id])
    const { ledger, statedUntil } = organisation
    const who = { organisation: organisation.id, actor: made.actor }
    const result = await work(
      contextOf(store, tx, who, { ledger, stated_until: statedUntil, time_zone: null, isNew: true }),
      organisation,
    )
    await tx.query('commit')
    return result
  } catch (error) {
    await tx.query('rollback')
    throw error
  } finally {
    tx.release()
  }
}

async function insertOrganisation(store: Store, tx: PoolClient, made: NewOrganisation): Promise<Organisation> {
  if (RESERVED.includes(made.slug)) {
    throw new Refusal('conflict', 'organisation.slug-taken', { values: { slug: made.slug } })
  }
  if (!SLUG.test(made.slug)) throw new Refusal('invalid', 'organisation.bad-slug', { values: { slug: made.slug } })
  const now = store.clock.now().toISOString()
  const { rows } = await tx
    .query<Organisation>(
      `with born as (
         insert into organisation (id, slug, name, ledger, created_at, stated_until, is_sample) values ($1, $2, $3, $4, $5, $6, $7) returning *
       ), head as (
         insert into ledger_head (organisation, size, frontier, recorded_at) select id, 0, $8, '1970-01-01T00:00:00Z' from born
       ) select ${COLUMNS} from born`,
      [
        randomUUID(),
        made.slug,
        made.name,
        made.ledger ?? randomUUID(),
        now,
        made.statedUntil ?? 0,
        made.isSample ?? false,
        packFrontier(EMPTY_FRONTIER),
      ],
    )
    .catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) {
        const isLedger = 'constraint' in error && String(error.constraint).includes('ledger')
        throw new Refusal('conflict', isLedger ? 'organisation.ledger-exists' : 'organisation.slug-taken', {
          values: { slug: made.slug },
        })
      }
      throw error
    })
  const row = rows[0]
  if (row === undefined) throw new Error('cannot make the organisation')
  return row
}

/** A tenant with an empty ledger; for tests and benches, which fill it themselves. */
export async function createOrganisation(store: Store, made: NewOrganisation): Promise<Organisation> {
  const actor: Acting = { id: randomUUID(), behalf: null, channel: 'system', roles: [], person: null }
  return inNewOrganisation(store, { ...made, actor }, async (_ctx, organisation) => organisation)
}

export async function allOrganisations(store: Store): Promise<readonly Organisation[]> {
  const { rows } = await store.owner.query<Organisation>(`select ${COLUMNS} from organisation order by name, slug`)
  return rows
}

/** Throws not_found. */
export async function organisationBySlug(store: Store, slug: string): Promise<Organisation> {
  const { rows } = await store.owner.query<Organisation>(`select ${COLUMNS} from organisation where slug = $1`, [slug])
  if (rows[0] === undefined) throw new Refusal('not_found', 'organisation.unknown')
  return rows[0]
}

/** A slug that is free: the wish, or the wish with a number behind it. */
export async function freeSlug(store: Store, wish: string): Promise<string> {
  const taken = new Set([...RESERVED, ...(await allOrganisations(store)).map(({ slug }) => slug)])
  if (!taken.has(wish)) return wish
  let count = 2
  while (taken.has(`${wish}-${count}`)) count += 1
  return `${wish}-${count}`
}

/** Removes an organisation from the database: registers, ledger, drafts, grants. Its files: `removeWithFiles`. */
export async function removeOrganisation(store: Store, id: string): Promise<void> {
  await store.owner.query('delete from organisation where id = $1', [id])
  store.states.delete(id)
}
