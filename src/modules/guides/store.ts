import type { RecordId } from '../../kernel/register.ts'
import type { Context } from '../../platform/store/store.ts'

/**
 * Waits until nobody else signs for these records, changes one of them or points a new one at them. Ends with the transaction;
 * what was read of them before is read again after it. By id, as every change locks them.
 */
export async function lockShown({ tx, organisation }: Context, ids: readonly RecordId[]): Promise<void> {
  await tx.query('select 1 from record where organisation = $1 and id = any($2) order by id for update', [
    organisation,
    ids,
  ])
}
