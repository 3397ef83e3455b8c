import { randomUUID } from 'node:crypto'
import { makeCheckpoint } from '../platform/store/checkpoint.ts'
import { type Acting, inOrganisation, type Store } from '../platform/store/store.ts'

/** How often the heads of ledgers that grew are signed: what is older than this nobody can rewrite unseen. */
const EVERY_MS = 60 * 60 * 1000

/** Signs the head of every ledger that has grown since its last checkpoint. Gives how many were signed. */
export async function signGrown(store: Store): Promise<number> {
  const { rows } = await store.owner.query<{ organisation: string }>(
    `select organisation from ledger_head where size > 0
       and size > coalesce((select max(size) from checkpoint where checkpoint.organisation = ledger_head.organisation), 0)`,
  )
  for (const { organisation } of rows) await inOrganisation(store, { organisation, actor: nobody() }, makeCheckpoint)
  return rows.length
}

/** A checkpoint is no entry, so nobody's id stays behind. */
function nobody(): Acting {
  return { id: randomUUID(), behalf: null, channel: 'system', roles: [], person: null }
}

/** Signs now and then until it is stopped. Another process that does the same is in nobody's way: a head is signed once. */
export function signNowAndThen(store: Store, onError: (error: unknown) => void): () => void {
  const timer = setInterval(() => {
    signGrown(store).catch(onError)
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
