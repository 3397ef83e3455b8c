import { append, EMPTY_FRONTIER, root, unpackFrontier } from '../../kernel/merkle.ts'
import { sha256 } from './hash.ts'
import { eachRow } from './rows.ts'
import type { Context } from './store.ts'

/** A signed tree head: how many entries there were, and the root over them. */
export interface Checkpoint {
  readonly size: number
  /** Hex. */
  readonly root: string
  readonly note: string
  readonly signedAt: string
}

/** The text that is signed, as C2SP tlog-checkpoint has it: origin, size, root in base64. */
export function checkpointText(ledger: string, size: number, rootHash: Uint8Array): string {
  return `waarborg/${ledger}\n${size}\n${Buffer.from(rootHash).toString('base64')}\n`
}

/** Size and root of the ledger as it stands. */
export async function treeHead(ctx: Context): Promise<{ readonly size: number; readonly root: Uint8Array }> {
  const { rows } = await ctx.tx.query<{ size: number; frontier: Buffer }>(
    'select size, frontier from ledger_head where organisation = $1',
    [ctx.organisation],
  )
  const row = rows[0]
  if (row === undefined) throw new Error('cannot find the head of the ledger')
  return { size: row.size, root: root(sha256, unpackFrontier(row.size, row.frontier)) }
}

/** The root over the entries up to a sequence: what a document names that shows a past state. Reads all leaves before it. */
export async function rootAt(ctx: Context, sequence: number): Promise<Uint8Array> {
  const head = await treeHead(ctx)
  if (sequence >= head.size) return head.root
  let frontier = EMPTY_FRONTIER
  await eachRow<{ leaf: Buffer }>(
    ctx,
    'select leaf from ledger_entry where organisation = $1 and sequence <= $2 order by sequence',
    [ctx.organisation, sequence],
    ({ leaf }) => {
      frontier = append(sha256, frontier, leaf)
    },
  )
  return root(sha256, frontier)
}

/** Signs the head as it stands; once for each size. */
export async function makeCheckpoint(ctx: Context): Promise<Checkpoint> {
  const head = await treeHead(ctx)
  const text = checkpointText(ctx.ledger, head.size, head.root)
  await ctx.tx.query(
    `insert into checkpoint (organisation, size, root, note, signed_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [ctx.organisation, head.size, head.root, ctx.store.signer.sign(text), ctx.now().toISOString()],
  )
  const made = (await checkpoints(ctx)).find(({ size }) => size === head.size)
  if (made === undefined) throw new Error('cannot find the checkpoint just made')
  return made
}

/** Newest first. */
export async function checkpoints(ctx: Context): Promise<readonly Checkpoint[]> {
  const { rows } = await ctx.tx.query<{ size: number; root: Buffer; note: string; signed_at: string }>(
    'select size, root, note, signed_at from checkpoint where organisation = $1 order by size desc',
    [ctx.organisation],
  )
  return rows.map(({ size, root: hash, note, signed_at: signedAt }) => ({
    size,
    root: hash.toString('hex'),
    note,
    signedAt,
  }))
}
