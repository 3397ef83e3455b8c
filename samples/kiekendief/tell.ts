/** Makes records of the story: each step through the store as the person who takes it, at the time at which it happened. */
import { Buffer } from 'node:buffer'
import { foundOrganisation } from '../../src/modules/organisation/service.ts'
import type { Clock } from '../../src/platform/clock.ts'
import { changeAll } from '../../src/platform/store/change.ts'
import type { Organisation } from '../../src/platform/store/organisation.ts'
import { presentState } from '../../src/platform/store/state.ts'
import { type Acting, inOrganisation, type Store } from '../../src/platform/store/store.ts'
import type { FileBytes } from '../../src/platform/store/workspace/format.ts'
import { type Actor, CAST } from './cast.ts'
import { ENCLOSURES } from './evidence.ts'
import { NAME, SLUG } from './organisation.ts'
import { idOf, momentOf, type Step } from './story.ts'

/** A clock that is put on as the story goes on. */
export interface StoryClock extends Clock {
  set(at: string): void
}

export function storyClock(): StoryClock {
  let time = new Date(0)
  return {
    now: () => time,
    set: (at) => {
      time = momentOf(at)
    },
  }
}

export function acting(who: Actor): Acting {
  return { id: idOf('actor', who), behalf: null, channel: 'web', roles: CAST[who], person: idOf('person', who) }
}

/** The tenant with its first records, and who is who in its ledger: nobody of them can sign in. */
export async function found(store: Store, clock: StoryClock): Promise<Organisation> {
  clock.set('2025-10-01 09:00')
  const ids = { ledger: idOf('ledger', SLUG), of: idOf }
  const actor = acting('fenna')
  const made = await foundOrganisation(store, { name: NAME, slug: SLUG, language: 'nl', actor, isSample: true, ids })
  for (const who of Object.keys(CAST)) {
    await store.owner.query(
      `insert into identity."grant" (organisation, actor, roles, person, created_at, ends_at) values ($1, $2, '{}', $3, $4, $4)`,
      [made.id, idOf('actor', who), idOf('person', who), clock.now()],
    )
  }
  return made
}

/** The files that evidence of the story names. */
export async function enclose(store: Store, organisation: string, files: FileBytes): Promise<void> {
  for (const { hash, name, type, text } of ENCLOSURES) {
    const bytes = Buffer.from(text)
    await files.save(hash, pieces(bytes))
    await inOrganisation(store, { organisation, actor: acting('fenna') }, (ctx) =>
      ctx.tx.query(
        'insert into file (organisation, hash, name, type, size, added_at) values ($1, $2, $3, $4, $5, $6)',
        [organisation, hash, name, type, bytes.length, ctx.now()],
      ),
    )
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Throws what the store refuses, with the step at which it did. */
export async function tell(
  store: Store,
  clock: StoryClock,
  told: { organisation: string; steps: readonly Step[] },
): Promise<void> {
  for (const step of told.steps) {
    clock.set(step.at)
    const who = { organisation: told.organisation, actor: acting(step.by) }
    await inOrganisation(store, who, async (ctx) => {
      const changes = typeof step.changes === 'function' ? step.changes(await presentState(ctx)) : step.changes
      await changeAll(ctx, changes)
    }).catch((error: unknown) => {
      throw new Error(`cannot tell what \`${step.by}\` did at \`${step.at}\``, { cause: error })
    })
  }
}
