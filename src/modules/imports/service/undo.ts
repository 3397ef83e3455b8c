import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Json, JsonObject } from '../../../kernel/json.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Register } from '../../../kernel/register.ts'
import { type ChangeInput, changeAll } from '../../../platform/store/change.ts'
import { history } from '../../../platform/store/read.ts'
import { presentState } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import type { ImportReply } from '../contract.ts'
import { type ImportRow, lockImport, setState } from '../store.ts'
import { refuseUnpermitted } from './apply.ts'
import type { Importer } from './importer.ts'
import { shown } from './shown.ts'

/**
 * Takes an import back. The ledger keeps what was: records that the import made are ended, what it changed gets the values
 * of before. Refused where somebody changed one of them since, with their numbers, because that work would be lost.
 */
export async function undoImport(importer: Importer, id: string): Promise<ImportReply> {
  const row = await importer.within(async (ctx) => {
    const imported = await lockImport(ctx, id)
    if (imported.state !== 'applied') throw new Refusal('conflict', 'import.not_applied')
    await takeBack(importer, ctx, imported)
    return setState(ctx, id, 'undone')
  })
  return shown(importer, row)
}

interface Touched {
  readonly record: string
  readonly act: string
  readonly version: number
}

async function takeBack(importer: Importer, ctx: Context, { id, files }: ImportRow): Promise<void> {
  const { rows } = await ctx.tx.query<Touched>(
    'select record, act, version from ledger_entry where organisation = $1 and batch = $2 order by sequence desc',
    [ctx.organisation, id],
  )
  const isms = await presentState(ctx)
  const touched = rows.flatMap((entry) => {
    const record = isms.any(entry.record)
    return record === null ? [] : [{ entry, record }]
  })
  refuseChanged(touched)
  const words = importer.services.wordsIn(importer.language)
  const reason = words('import.undo.reason', { files: files.map(({ name }) => name).join(', ') })
  const changes: ChangeInput[] = []
  for (const { entry, record } of touched) {
    const change =
      entry.act === 'create' ? endOf(ctx.registry.get(record.register), record) : await formerOf(ctx, record)
    if (change !== null)
      changes.push({ ...change, id: record.id, register: record.register, version: record.version, reason })
  }
  refuseUnpermitted(ctx, isms, changes)
  await changeAll(ctx, changes)
}

const MOST_NAMED = 20

function refuseChanged(touched: readonly { readonly entry: Touched; readonly record: AnyRecord }[]): void {
  const changed = touched.filter(({ entry, record }) => record.version !== entry.version)
  if (changed.length === 0) return
  const numbers = changed.map(({ record }) => record.number)
  const named = numbers.slice(0, MOST_NAMED).join(', ') + (numbers.length > MOST_NAMED ? ', …' : '')
  throw new Refusal('conflict', 'import.changed_since', { values: { count: changed.length, records: named } })
}

/** The way out of the register from where the record is; never by an approval, which an undo is not. */
function endOf(register: Register, { state, number }: AnyRecord): Pick<ChangeInput, 'act'> | null {
  const { ended, transitions } = register.states
  if (ended.includes(state)) return null
  const ways = Object.entries(transitions).filter(
    ([, way]) => way.from.includes(state) && ended.includes(way.to) && !way.isApproval,
  )
  const act = (ways.find(([name]) => name === 'retire') ?? ways[0])?.[0]
  if (act === undefined) throw new Refusal('conflict', 'import.no_way_back', { values: { records: number } })
  return { act }
}

/** The fields as they were before the import changed them. */
async function formerOf(ctx: Context, record: AnyRecord): Promise<Pick<ChangeInput, 'act' | 'set'> | null> {
  const entries = await history(ctx, record.id)
  const last = entries.find(({ version }) => version === record.version)
  const before = entries.find(({ version }) => version === record.version - 1)
  if (last === undefined || before === undefined) return null
  const register = ctx.registry.get(record.register)
  const set: Record<string, Json> = {}
  for (const name of last.changed) if (name in register.fields) set[name] = before.fields[name] ?? null
  return { act: 'update', set: set satisfies JsonObject }
}
