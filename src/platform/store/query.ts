import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'
import type { QueryResultRow } from 'pg'
import type { Context } from './store.ts'

/** Composes statements whose shape is only known at run time; values always travel as parameters. */
const composer = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

export type Fragment = RawBuilder<unknown>

/** Runs a composed statement in the transaction. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the row that its statement selects, as pg has it
export async function run<Row extends QueryResultRow>(ctx: Context, statement: Fragment): Promise<readonly Row[]> {
  const { sql: text, parameters } = statement.compile(composer)
  const { rows } = await ctx.tx.query<Row>(text, [...parameters])
  return rows
}

export { sql }
