import { escapeLiteral, type Pool, type PoolClient } from 'pg'

export interface TransactionSettings {
  /** Session variables for the length of the transaction: what row-level security reads. */
  readonly local?: Readonly<Record<string, string>>
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
  readonly readOnly?: boolean
}

/**
 * Runs the work in one transaction and commits, or rolls back when it throws. Begin and settings travel together, so a
 * transaction costs two round trips more than its queries.
 * INVARIANT: inside, only the handle that was given sees the transaction; the pool would wait or lose the rollback.
 */
export async function inTransaction<T>(
  pool: Pool,
  settings: TransactionSettings,
  work: (tx: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | boolean = false
  try {
    await client.query(opening(settings))
    const result = await work(client)
    // A transaction that has failed inside answers COMMIT with ROLLBACK, and nothing would be saved.
    const end = await client.query('commit')
    if (end.command !== 'COMMIT') throw new Error('cannot commit a transaction in which a query failed')
    return result
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    )
    throw error
  } finally {
    client.release(broken)
  }
}

/** One message of several statements: the simple protocol has no parameters, so values are quoted here. */
function opening(settings: TransactionSettings): string {
  const isolation = settings.isolation === undefined ? '' : ` isolation level ${settings.isolation}`
  const access = settings.readOnly === true ? ' read only' : ''
  const local = Object.entries(settings.local ?? {}).map(([name, value]) => {
    if (!/^[a-z_]+\.[a-z_]+$/.test(name)) throw new Error(`cannot set \`${name}\` for a transaction`)
    return `; set local ${name} = ${escapeLiteral(value)}`
  })
  return `begin${isolation}${access}${local.join('')}`
}
