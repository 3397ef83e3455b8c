import type { RecordId } from '../../kernel/register.ts'
import type { Context } from '../../platform/store/store.ts'

/**
 * Waits until nobody else signs for this, or changes it: else two posts at once would give two approvals. Ends with the
 * transaction; comes before the state is read.
 */
export async function lockSubject({ tx, organisation }: Context, id: RecordId): Promise<void> {
  await tx.query('select 1 from record where organisation = $1 and id = $2 for update', [organisation, id])
}
