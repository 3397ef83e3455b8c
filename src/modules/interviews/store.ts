import type { Context } from '../../platform/store/store.ts'
import { interview } from './register.ts'

/** Waits until nobody else makes drafts here: whoever comes second then sees what the first one made. Ends with the transaction. */
export async function lockInterview({ tx, organisation }: Context): Promise<void> {
  await tx.query('select 1 from record where organisation = $1 and register = $2 for update', [
    organisation,
    interview.name,
  ])
}
