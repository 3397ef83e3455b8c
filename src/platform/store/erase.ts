import type { AnyRecord } from '../../kernel/isms.ts'
import type { Json } from '../../kernel/json.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { change } from './change.ts'
import { blankOf } from './entry.ts'
import { forgetWords } from './forget.ts'
import { get, history } from './read.ts'
import type { Context } from './store.ts'

/**
 * Erases what the register declares personal of one record, in every version, in search, and where the same words lie beside
 * the ledger: drafts, views, previews of imports, names of files (AVG art. 17). The erasure is an entry itself; hashes stay, so the ledger still verifies. What was said about the work remains.
 */
export async function erase(
  ctx: Context,
  input: { readonly register: string; readonly id: string; readonly version: number; readonly reason: string },
): Promise<AnyRecord> {
  const register = ctx.registry.get(input.register)
  const personal = ctx.registry.personalFields(register)
  if (personal.length === 0) throw new Refusal('invalid', 'erase.nothing-personal')
  const record = await get(ctx, register.name, input.id)
  const words = (await history(ctx, input.id)).flatMap(({ fields }) =>
    personal.flatMap((name) => textsIn(fields[name])),
  )
  const { fields, named } = blankOf(ctx.registry, register)
  const cleared = Object.fromEntries(
    personal.map((name): [string, Json] => [name, named.includes(name) ? record.number : (fields[name] ?? null)]),
  )
  const erased = await change(ctx, {
    register: register.name,
    act: 'update',
    id: input.id,
    version: input.version,
    set: cleared,
    reason: null,
  })
  // The reason of an erasure may name the person as well, and it stands in the personal part: what it said is not kept.
  await ctx.tx.query('select erase_personal($1)', [input.id])
  await ctx.tx.query('delete from draft where organisation = $1 and register = $2 and record = $3', [
    ctx.organisation,
    register.name,
    input.id,
  ])
  await forgetWords(ctx, words, record.number)
  ctx.store.states.delete(ctx.organisation)
  return erased
}

const NO_WORDS = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\d)$/

/** The texts in a value, without ids and dates, which stand in much else. */
function textsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return NO_WORDS.test(value) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((inner: Json) => textsIn(inner))
}
