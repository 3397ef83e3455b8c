import type { z } from 'zod'
import type { AnyRecord } from '../../../kernel/isms.ts'
import { type Frontier, packFrontier, root } from '../../../kernel/merkle.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { readLines } from '../../lines.ts'
import type { Checkpoint } from '../checkpoint.ts'
import { blankOf, ENTRY_COLUMNS, type EntryRow, recordAsTold } from '../entry.ts'
import { sha256 } from '../hash.ts'
import { freeSlug, inNewOrganisation, type Organisation } from '../organisation.ts'
import type { Acting, Context, Store } from '../store.ts'
import { type Walk, walkLedger } from '../verify.ts'
import { writeRecords } from '../write.ts'
import { checkContent } from './content.ts'
import { CHUNK, type FileBytes, type FileLine, head, line, type WorkspaceLine } from './format.ts'

export interface Imported {
  readonly organisation: Organisation
  readonly size: number
  readonly root: string
  /** Keys that the file says its checkpoints were signed with; without them those cannot be checked here. */
  readonly verifierKeys: readonly string[]
}

/**
 * Brings an organisation in from its file: everything is checked on the way, and it is there whole or not at all.
 * Throws invalid with the line where the file is not what it says, conflict where this ledger is here already.
 */
export async function importWorkspace(
  store: Store,
  path: string,
  options: { readonly files: FileBytes; readonly slug?: string },
): Promise<Imported> {
  const lines = readLines(path)
  const first = await lines.next()
  const opened = head.safeParse(first.done === true ? null : first.value.value)
  if (!opened.success) throw new Refusal('invalid', 'workspace.not-one', { values: { line: 1 } })
  const { size, ledger, name, isSample } = opened.data
  const slug = options.slug ?? (await freeSlug(store, opened.data.slug))
  const made = { name, slug, ledger, isSample, statedUntil: size, actor: NOBODY }
  return inNewOrganisation(store, made, async (ctx, organisation) => ({
    organisation,
    size,
    root: await takeIn(ctx, lines, opened.data, options.files),
    verifierKeys: opened.data.verifierKeys,
  }))
}

/** A copy acts for nobody: every entry in it has its own actor. */
const NOBODY: Acting = {
  id: '00000000-0000-0000-0000-000000000000',
  behalf: null,
  channel: 'import',
  roles: [],
  person: null,
}

interface Intake {
  readonly walk: Walk
  readonly latest: Map<string, EntryRow>
  entries: EntryRow[]
  file: { readonly line: FileLine; readonly pieces: Buffer[] } | null
  files: number
  ended: boolean
}

async function takeIn(
  ctx: Context,
  lines: AsyncGenerator<{ readonly line: number; readonly value: unknown }>,
  says: z.infer<typeof head>,
  files: FileBytes,
): Promise<string> {
  const intake: Intake = {
    walk: walkLedger(ctx.ledger),
    latest: new Map(),
    entries: [],
    file: null,
    files: 0,
    ended: false,
  }
  for await (const { line: at, value } of lines) {
    const parsed = line.safeParse(value)
    if (!parsed.success || intake.ended) throw new Refusal('invalid', 'workspace.bad-line', { values: { line: at } })
    if ('entry' in parsed.data) checkContent(ctx.registry, parsed.data.entry, at)
    await takeLine(ctx, intake, parsed.data, files)
    const flaw = intake.walk.flaws[0]
    if (flaw !== undefined)
      throw new Refusal('invalid', 'workspace.ledger-broken', { values: { line: at, sequence: flaw.sequence } })
  }
  if (!intake.ended) throw new Refusal('invalid', 'workspace.cut-off')
  await flush(ctx, intake)
  const frontier = intake.walk.frontier()
  const rootHash = Buffer.from(root(sha256, frontier)).toString('hex')
  if (frontier.size !== says.size || rootHash !== says.root) throw new Refusal('invalid', 'workspace.wrong-root')
  await finish(ctx, intake, frontier)
  return rootHash
}

async function takeLine(ctx: Context, intake: Intake, read: WorkspaceLine, files: FileBytes): Promise<void> {
  if (intake.file !== null && !('bytes' in read)) await closeFile(ctx, intake, files)
  if ('entry' in read) {
    intake.walk.next(read.entry)
    intake.latest.set(read.entry.record, read.entry)
    intake.entries.push(read.entry)
    if (intake.entries.length >= CHUNK) await flush(ctx, intake)
    return
  }
  if ('bytes' in read) {
    if (intake.file === null) throw new Refusal('invalid', 'workspace.stray-bytes')
    intake.file.pieces.push(read.bytes)
    return
  }
  if ('file' in read) intake.file = { line: read.file, pieces: [] }
  else if ('actor' in read) await takeActor(ctx, read.actor)
  else if ('checkpoint' in read) await takeCheckpoint(ctx, read.checkpoint)
  else {
    const isWhole = read.end.entries === intake.walk.frontier().size && read.end.files === intake.files
    if (!isWhole) throw new Refusal('invalid', 'workspace.cut-off')
    intake.ended = true
  }
}

async function closeFile(ctx: Context, intake: Intake, files: FileBytes): Promise<void> {
  const { file } = intake
  if (file === null) return
  const { hash, name, type, addedAt } = file.line
  // Of the bytes, not as the line says: only they were checked, by their hash.
  const size = file.pieces.reduce((sum, piece) => sum + piece.length, 0)
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield* file?.pieces ?? []
  }
  await files.save(hash, pieces())
  await ctx.tx.query(
    'insert into file (organisation, hash, name, type, size, added_at) values ($1, $2, $3, $4, $5, $6)',
    [ctx.organisation, hash, name, type, size, addedAt],
  )
  intake.file = null
  intake.files += 1
}

/** A grant without an account: nobody can sign in as the actor, but his acts keep his name. */
async function takeActor(ctx: Context, actor: { readonly id: string; readonly person: string | null }): Promise<void> {
  const now = ctx.now().toISOString()
  await ctx.tx.query(
    `insert into identity."grant" (organisation, actor, roles, person, created_at, ends_at) values ($1, $2, '{}', $3, $4, $4)`,
    [ctx.organisation, actor.id, actor.person, now],
  )
}

async function takeCheckpoint(ctx: Context, { size, root: hash, note, signedAt }: Checkpoint): Promise<void> {
  await ctx.tx.query('insert into checkpoint (organisation, size, root, note, signed_at) values ($1, $2, $3, $4, $5)', [
    ctx.organisation,
    size,
    Buffer.from(hash, 'hex'),
    note,
    signedAt,
  ])
}

const TYPES =
  'bigint, timestamptz, date, uuid, uuid, text, uuid, text, uuid, integer, text, text, bytea, text, bytea, bytea, bytea'

async function flush(ctx: Context, intake: Intake): Promise<void> {
  const columns = ENTRY_COLUMNS.split(', ')
  const arrays = TYPES.split(', ').map((type, index) => `$${index + 2}::${type}[]`)
  const values = columns.map((column) => intake.entries.map((row) => new Map(Object.entries(row)).get(column) ?? null))
  await ctx.tx.query(
    `insert into ledger_entry (organisation, ${ENTRY_COLUMNS}) select $1, * from unnest(${arrays.join(', ')})`,
    [ctx.organisation, ...values],
  )
  intake.entries = []
}

/** Nothing points at nothing: a file that leaves a record out says so by who points at it. */
async function refuseDangling(ctx: Context): Promise<void> {
  // Rows of this very transaction have no statistics yet: by the planner's guess each link would look through all records.
  await ctx.tx.query('set local enable_nestloop = off; set local enable_mergejoin = off')
  const { rows } = await ctx.tx.query<{ readonly number: string; readonly field: string; readonly target: string }>(
    `select source.number, link.path as field, link.target
     from link join record source on source.organisation = link.organisation and source.id = link.source
     left join record on record.organisation = link.organisation and record.id = link.target
     where link.organisation = $1 and record.id is null limit 1`,
    [ctx.organisation],
  )
  await ctx.tx.query('set local enable_nestloop = on; set local enable_mergejoin = on')
  const [first] = rows
  if (first !== undefined) throw new Refusal('invalid', 'workspace.dangling', { values: { ...first } })
}

/** The present out of the history: each record as its newest entry left it, the counters, and the head. */
async function finish(ctx: Context, intake: Intake, frontier: Frontier): Promise<void> {
  const records: AnyRecord[] = [...intake.latest.values()].map((row) =>
    recordAsTold(row, blankOf(ctx.registry, ctx.registry.get(row.register))),
  )
  await writeRecords(ctx, records)
  await refuseDangling(ctx)
  await ctx.tx.query(
    'insert into counter (organisation, register, last) select organisation, register, max(ordinal) from record where organisation = $1 group by organisation, register',
    [ctx.organisation],
  )
  const last = records.reduce(
    (latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest),
    '1970-01-01T00:00:00.000Z',
  )
  await ctx.tx.query('update ledger_head set size = $2, frontier = $3, recorded_at = $4 where organisation = $1', [
    ctx.organisation,
    frontier.size,
    packFrontier(frontier),
    last,
  ])
}
