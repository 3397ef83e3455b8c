import type { Json, JsonObject } from '../../kernel/json.ts'
import type { Context } from './store.ts'

/** Shorter words stand inside too much else: two letters are no name that anybody could be found by. */
const SHORTEST = 3

/**
 * Puts a number where the words stood, in all that lies beside the ledger: drafts, previews of imports, names of files.
 * A view that looks for them goes. The bytes of files stay as they are: only people can say what may be missing from them.
 */
export async function forgetWords(ctx: Context, words: readonly string[], instead: string): Promise<void> {
  const wanted = [...new Set(words.map((word) => word.trim()).filter((word) => word.length >= SHORTEST))]
  if (wanted.length === 0) return
  const pattern = patternOf(wanted)
  const without = (value: Json): Json => replaced(value, pattern, instead)
  await forgetDrafts(ctx, wanted, without)
  await forgetImports(ctx, wanted, without)
  await forgetFileNames(ctx, wanted, without)
  await forgetViews(ctx, pattern)
}

/** Whole words, in either case, the longest first: "Jan" does not stand in "januari". */
function patternOf(words: readonly string[]): RegExp {
  const choices = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${choices.join('|')})(?![\p{L}\p{N}])`, 'giu')
}

function replaced(value: Json, pattern: RegExp, instead: string): Json {
  if (typeof value === 'string') return value.replaceAll(pattern, () => instead)
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map((inner) => replaced(inner, pattern, instead))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.replaceAll(pattern, () => instead),
      replaced(inner, pattern, instead),
    ]),
  )
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value)
}

/** A first look by the database; the pattern says the rest. Words as they stand inside JSON. */
const HOLDS = 'exists (select from unnest($2::text[]) word where strpos(lower('
const ITS_WORDS = '), lower(word)) > 0)'

function inJson(words: readonly string[]): readonly string[] {
  return words.map((word) => JSON.stringify(word).slice(1, -1))
}

type Without = (value: Json) => Json

async function forgetDrafts(ctx: Context, words: readonly string[], without: Without): Promise<void> {
  const { rows } = await ctx.tx.query<{ account: string; register: string; record: string; data: JsonObject }>(
    `select account, register, record, data from draft where organisation = $1 and ${HOLDS}data::text${ITS_WORDS}`,
    [ctx.organisation, inJson(words)],
  )
  for (const { account, register, record, data } of rows) {
    await ctx.tx.query(
      'update draft set data = $5 where organisation = $1 and account = $2 and register = $3 and record = $4',
      [ctx.organisation, account, register, record, JSON.stringify(without(data))],
    )
  }
}

async function forgetImports(ctx: Context, words: readonly string[], without: Without): Promise<void> {
  const { rows } = await ctx.tx.query<{ id: string; files: Json; plan: Json }>(
    `select id, files, plan from import where organisation = $1 and ${HOLDS}plan::text || files::text${ITS_WORDS}`,
    [ctx.organisation, inJson(words)],
  )
  for (const { id, files, plan } of rows) {
    await ctx.tx.query('update import set files = $3, plan = $4 where organisation = $1 and id = $2', [
      ctx.organisation,
      id,
      JSON.stringify(without(files)),
      JSON.stringify(without(plan)),
    ])
  }
}

async function forgetFileNames(ctx: Context, words: readonly string[], without: Without): Promise<void> {
  const { rows } = await ctx.tx.query<{ hash: string; name: string }>(
    `select hash, name from file where organisation = $1 and ${HOLDS}name${ITS_WORDS}`,
    [ctx.organisation, words],
  )
  for (const { hash, name } of rows) {
    await ctx.tx.query('update file set name = $3 where organisation = $1 and hash = $2', [
      ctx.organisation,
      hash,
      without(name),
    ])
  }
}

/** What a view looks for stands in the query string of its address. */
async function forgetViews(ctx: Context, pattern: RegExp): Promise<void> {
  const { rows } = await ctx.tx.query<{ account: string; register: string; name: string; query: string }>(
    'select account, register, name, query from view where organisation = $1',
    [ctx.organisation],
  )
  for (const { account, register, name, query } of rows) {
    const texts = [name, ...new URLSearchParams(query).values()]
    // `replaceAll` and not `test`, which would go on where it last stopped. A filter has its values encoded once more.
    if (texts.every((text) => unescaped(text).replaceAll(pattern, '') === unescaped(text))) continue
    await ctx.tx.query('delete from view where organisation = $1 and account = $2 and register = $3 and name = $4', [
      ctx.organisation,
      account,
      register,
      name,
    ])
  }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
