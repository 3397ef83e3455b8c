import { append, EMPTY_FRONTIER, type Frontier, root, unpackFrontier } from '../../kernel/merkle.ts'
import { checkpoints, checkpointText } from './checkpoint.ts'
import { ENTRY_COLUMNS, type EntryRow } from './entry.ts'
import { sha256 } from './hash.ts'
import { bodyHash, leafOf } from './leaf.ts'
import { eachRow } from './rows.ts'
import { openNote } from './signer.ts'
import type { Context } from './store.ts'

/** What is wrong in the ledger, and at which entry. */
export interface Flaw {
  readonly sequence: number
  readonly code:
    | 'ledger.gap'
    | 'ledger.body'
    | 'ledger.leaf'
    | 'ledger.time'
    | 'ledger.head'
    | 'ledger.checkpoint'
    | 'ledger.signature'
    | 'ledger.record'
}

export interface Verification {
  readonly ok: boolean
  readonly size: number
  /** Hex. */
  readonly root: string
  readonly flaws: readonly Flaw[]
  /** Entries whose personal part was erased: their hash stands, their words are gone. */
  readonly erased: number
  /** Up to this entry the record times are as the file said that they came from; this installation did not witness them. */
  readonly statedUntil: number
  readonly checkpoints: number
}

/** More flaws than this say no more than the first ones. */
const MOST_FLAWS = 100

/** The leaf of a row, computed anew from its bodies; null where a body does not fit its hash. */
export function recomputeLeaf(row: EntryRow, ledger: string): Uint8Array | null {
  const personal = personalHash(row)
  if (personal === undefined) return null
  return leafOf({
    ledger,
    sequence: row.sequence,
    recordedAt: row.recorded_at,
    validFrom: row.valid_from,
    actor: row.actor,
    behalf: row.behalf,
    channel: row.channel,
    batch: row.batch,
    register: row.register,
    record: row.record,
    version: row.version,
    act: row.act,
    ordinary: bodyHash(row.ordinary_salt, row.ordinary),
    personal,
  })
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** Hex of the personal part's hash; null where the register holds nothing personal, undefined where body and hash differ. */
function personalHash(row: EntryRow): string | null | undefined {
  if (row.personal_hash === null) return row.personal === null ? null : undefined
  const kept = hex(row.personal_hash)
  if (row.personal === null || row.personal_salt === null) return kept
  return bodyHash(row.personal_salt, row.personal) === kept ? kept : undefined
}

/** A walk along the ledger that is handed one row after the other. Memory stays flat. */
export interface Walk {
  readonly next: (row: EntryRow) => void
  readonly flaws: readonly Flaw[]
  frontier(): Frontier
  erased(): number
}

export function walkLedger(ledger: string, onSize: (size: number, rootHash: Uint8Array) => void = () => {}): Walk {
  const flaws: Flaw[] = []
  const flaw = (sequence: number, code: Flaw['code']): void => {
    if (flaws.length < MOST_FLAWS) flaws.push({ sequence, code })
  }
  let frontier: Frontier = EMPTY_FRONTIER
  let recordedAt = ''
  let erased = 0
  return {
    flaws,
    frontier: () => frontier,
    erased: () => erased,
    next: (row) => {
      if (row.sequence !== frontier.size + 1) flaw(row.sequence, 'ledger.gap')
      if (row.recorded_at < recordedAt) flaw(row.sequence, 'ledger.time')
      recordedAt = row.recorded_at
      if (row.personal_hash !== null && row.personal === null) erased += 1
      const leaf = recomputeLeaf(row, ledger)
      if (leaf === null) flaw(row.sequence, 'ledger.body')
      else if (!row.leaf.equals(leaf)) flaw(row.sequence, 'ledger.leaf')
      frontier = append(sha256, frontier, leaf ?? row.leaf)
      onSize(frontier.size, row.leaf)
    },
  }
}

/**
 * Checks the whole ledger of the organisation: every body against its hash, every leaf, the order of times, the head,
 * every checkpoint and its signature, and that the records as they stand are what the ledger says of them.
 * INVARIANT: nothing behind the head as first read is looked at, so that a save meanwhile is no flaw.
 */
export async function verifyLedger(ctx: Context, verifierKeys: readonly string[]): Promise<Verification> {
  const head = await headOf(ctx)
  const signed = new Map((await checkpoints(ctx)).map((checkpoint) => [checkpoint.size, checkpoint]))
  const flaws: Flaw[] = []
  const walk = walkLedger(ctx.ledger, (size) => {
    const checkpoint = signed.get(size)
    if (checkpoint === undefined) return
    const text = checkpointText(ctx.ledger, size, root(sha256, walk.frontier()))
    if (!checkpoint.note.startsWith(text)) flaws.push({ sequence: size, code: 'ledger.checkpoint' })
    if (openNote(checkpoint.note, verifierKeys) !== text) flaws.push({ sequence: size, code: 'ledger.signature' })
  })
  await eachRow<EntryRow>(
    ctx,
    `select ${ENTRY_COLUMNS} from ledger_entry where organisation = $1 and sequence <= $2 order by sequence`,
    [ctx.organisation, head.last],
    walk.next,
  )
  const frontier = walk.frontier()
  const rootHash = hex(root(sha256, frontier))
  if (head.size !== frontier.size || head.root !== rootHash)
    flaws.push({ sequence: frontier.size, code: 'ledger.head' })
  for (const { size } of signed.values())
    if (size > head.last) flaws.push({ sequence: size, code: 'ledger.checkpoint' })
  flaws.push(...(await strayRecords(ctx, head.last)))
  const found = [...walk.flaws, ...flaws]
  return {
    ok: found.length === 0,
    size: frontier.size,
    root: rootHash,
    flaws: found,
    erased: walk.erased(),
    statedUntil: ctx.statedUntil,
    checkpoints: signed.size,
  }
}

interface HeadRow {
  readonly size: number
  readonly frontier: Buffer
  readonly last: number
}

/** The head, and the last entry that there is: read as one, so that they belong together. */
async function headOf(ctx: Context): Promise<{ readonly size: number; readonly root: string; readonly last: number }> {
  const { rows } = await ctx.tx.query<HeadRow>(
    `select size, frontier, coalesce((select max(sequence) from ledger_entry where organisation = $1), 0) as last
     from ledger_head where organisation = $1`,
    [ctx.organisation],
  )
  const row = rows[0]
  if (row === undefined) return { size: -1, root: '', last: Number.MAX_SAFE_INTEGER }
  return { size: row.size, root: hex(root(sha256, unpackFrontier(row.size, row.frontier))), last: row.last }
}

/** JSON that jsonb takes as well: of an escaped zero it says no only when it is cast, and that would end the check. */
function isReadable(body: string): string {
  return `${body} is json and (strpos(${body}, '\\u') = 0 or pg_input_is_valid(${body}, 'jsonb'))`
}

/**
 * Records that differ from their newest entry, or have none, or are gone: somebody wrote past `change()`.
 * After an import the planner still takes the tables for small: a nested loop over them would then take hours. A merge
 * would read both in the order of their random ids.
 */
async function strayRecords(ctx: Context, last: number): Promise<readonly Flaw[]> {
  await ctx.tx.query(`set local enable_nestloop = off; set local enable_mergejoin = off; set local work_mem = '32MB'`)
  const { rows } = await ctx.tx.query<{ sequence: number }>(
    `with untold as (
       select entry.sequence from ledger_entry entry
       left join record kept on kept.organisation = $1 and kept.id = entry.record
       where entry.organisation = $1 and entry.sequence <= $2 and (kept.id is null or kept.sequence < entry.sequence)
     ), told as (
       -- The offset keeps the bodies from being parsed again for each time that they are looked at.
       select kept.sequence, kept.version, kept.state, kept.data, entry.version as told_version,
         entry.personal is null and entry.personal_hash is not null as is_erased,
         case when ${isReadable('entry.ordinary')} then entry.ordinary::jsonb end as ordinary,
         case when ${isReadable('entry.personal')} then entry.personal::jsonb->'fields' end as personal
       from record kept
       left join ledger_entry entry on entry.organisation = $1 and entry.sequence = kept.sequence and entry.record = kept.id
       where kept.organisation = $1 and kept.sequence <= $2 offset 0
     )
     select sequence from untold
     union all
     select sequence from told
     where version is distinct from told_version or state is distinct from ordinary->>'state'
       or case when is_erased then not data @> (ordinary->'fields')
         else data is distinct from (ordinary->'fields') || coalesce(personal, '{}') end
     limit 100`,
    [ctx.organisation, last],
  )
  return rows.map(({ sequence }) => ({ sequence, code: 'ledger.record' }))
}
