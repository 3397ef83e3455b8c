import type { Context } from './store.ts'

/** Rows that travel at once: keeps memory flat while a million entries are read, and lets other requests through in between. */
const FETCH = 500

/**
 * Reads through a cursor, so that the rows never stand in memory twice. The next rows are asked for before those that came
 * are worked through, so that the server reads on meanwhile.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the row that its statement selects, as pg has it
export async function eachRow<Row extends object>(
  ctx: Context,
  text: string,
  values: readonly unknown[],
  onRow: (row: Row) => unknown,
): Promise<void> {
  const cursor = `rows_${ctx.newId().replaceAll('-', '')}`
  await ctx.tx.query(`declare ${cursor} no scroll cursor for ${text}`, [...values])
  for (let coming = ctx.tx.query<Row>(`fetch ${FETCH} from ${cursor}`); ; ) {
    const { rows } = await coming
    const isLast = rows.length < FETCH
    if (!isLast) {
      coming = ctx.tx.query<Row>(`fetch ${FETCH} from ${cursor}`)
      // Where `onRow` throws nobody waits for these any more; their own failure is no news then.
      coming.catch(() => undefined)
    }
    for (const row of rows) onRow(row)
    if (isLast) break
  }
  await ctx.tx.query(`close ${cursor}`)
}
