import type { RecordId } from '../../kernel/register.ts'
import type { Context } from '../../platform/store/store.ts'
import { recurringTask } from './registers/recurring-task.ts'

/**
 * Waits until nobody else says something of this work, or of any where none is named: else two who act at once would write
 * one day down twice. Ends with the transaction; comes before the state is read.
 */
export async function lockWork({ tx, organisation }: Context, id: RecordId | null): Promise<void> {
  await tx.query(
    `select 1 from record where organisation = $1 and register = $2 and id = coalesce($3, id) order by id for update`,
    [organisation, recurringTask.name, id],
  )
}
