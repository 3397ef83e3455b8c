import { checkpoints, treeHead } from '../checkpoint.ts'
import { ENTRY_COLUMNS, type EntryRow } from '../entry.ts'
import type { Organisation } from '../organisation.ts'
import type { Context } from '../store.ts'
import { CHUNK, type FileBytes, type FileLine, FORMAT, PIECE, VERSION } from './format.ts'

/** What a workspace file holds that does not lie in the database. */
export interface Outside {
  readonly files: FileBytes
  /** Public keys with which whoever gets the file can check its checkpoints. */
  readonly verifierKeys: readonly string[]
}

/** The lines of the workspace file of the organisation, for `writeLines`: the ledger up to where it stood when asked. */
export async function* workspaceLines(
  ctx: Context,
  organisation: Organisation,
  { files, verifierKeys }: Outside,
): AsyncGenerator {
  const at = await treeHead(ctx)
  yield {
    format: FORMAT,
    version: VERSION,
    name: organisation.name,
    slug: organisation.slug,
    ledger: ctx.ledger,
    isSample: organisation.isSample,
    size: at.size,
    root: Buffer.from(at.root).toString('hex'),
    statedUntil: ctx.statedUntil,
    verifierKeys,
  }
  yield* actorLines(ctx)
  for (let after = 0; after < at.size; after += CHUNK) {
    const { rows } = await ctx.tx.query<EntryRow>(
      `select ${ENTRY_COLUMNS} from ledger_entry where organisation = $1 and sequence > $2 and sequence <= $3 order by sequence`,
      [ctx.organisation, after, Math.min(after + CHUNK, at.size)],
    )
    for (const row of rows) yield { entry: printable(row) }
  }
  for (const checkpoint of (await checkpoints(ctx)).toReversed()) if (checkpoint.size <= at.size) yield { checkpoint }
  let count = 0
  for (const file of await filesOf(ctx)) {
    yield { file }
    for await (const piece of files.open(file.hash)) {
      for (let start = 0; start < piece.length; start += PIECE) {
        yield { bytes: Buffer.from(piece.subarray(start, start + PIECE)).toString('base64') }
      }
    }
    count += 1
  }
  yield { end: { entries: at.size, files: count } }
}

/** An entry as its line shows it. */
export function printable(row: EntryRow): Record<string, unknown> {
  return {
    ...row,
    ordinary_salt: row.ordinary_salt.toString('base64'),
    personal_salt: row.personal_salt?.toString('base64') ?? null,
    personal_hash: row.personal_hash?.toString('hex') ?? null,
    leaf: row.leaf.toString('hex'),
  }
}

/** Which person of the register each actor of the ledger is: without it nobody could tell who did what. No names travel here. */
async function* actorLines(ctx: Context): AsyncGenerator {
  const { rows } = await ctx.store.owner.query<{ id: string; person: string | null }>(
    'select actor as id, person from identity."grant" where organisation = $1 order by actor',
    [ctx.organisation],
  )
  for (const actor of rows) yield { actor }
}

async function filesOf(ctx: Context): Promise<readonly FileLine[]> {
  const { rows } = await ctx.tx.query<FileLine>(
    'select hash, name, type, size, added_at as "addedAt" from file where organisation = $1 order by hash',
    [ctx.organisation],
  )
  return rows
}
