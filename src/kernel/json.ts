/** Any value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/**
 * Canonical JSON after RFC 8785 (JCS): keys sorted by UTF-16 code unit, no white space, numbers as ECMAScript prints
 * them. The same value always gives the same text, so that its hash can be fixed for ever.
 * Throws on a number that JSON cannot hold and on a lone surrogate, which has no UTF-8 form.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`cannot write \`${value}\` as JSON`)
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new Error('cannot write a lone surrogate as JSON')
    return JSON.stringify(value)
  }
  if (isArray(value)) return `[${value.map(canonical).join(',')}]`
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member !== undefined) members.push(`${canonical(key)}:${canonical(member)}`)
  }
  return `{${members.join(',')}}`
}

/** Text that can be kept: without the zero character, which no database takes, and without half a character, which has no UTF-8 form. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '')
}

/** A value as JSON, its texts made storable: for what is kept outside the ledger. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? storable(inner) : inner))
}

function isArray(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value)
}

/** Whether two values are the same JSON, whatever the order of their keys. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined) return false
  return canonical(a) === canonical(b)
}

/**
 * A name that stands twice in one object of a JSON text, which `JSON.parse` would pass over in silence; null where there is none.
 * The text was parsed before, so it is well formed.
 */
export function twiceNamed(text: string): string | null {
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char === '{') open.push(new Set())
    else if (char === '[') open.push(null)
    else if (char === '}' || char === ']') open.pop()
    if (char !== '"') continue
    const end = closingQuote(text, at)
    const name = text.slice(at + 1, end)
    if (isName(text, end) && open.at(-1)?.has(name) === true) return name
    if (isName(text, end)) open.at(-1)?.add(name)
    at = end
  }
  return null
}

/** Whether the string that ends there names what follows it. */
function isName(text: string, end: number): boolean {
  let next = end + 1
  while (text[next] === ' ' || text[next] === '\t' || text[next] === '\n' || text[next] === '\r') next += 1
  return text[next] === ':'
}

/** Where a string ends that begins at the quote: at the next quote with an even number of backslashes before it. */
function closingQuote(text: string, from: number): number {
  let end = text.indexOf('"', from + 1)
  while (end !== -1) {
    let backslashes = 0
    while (text[end - 1 - backslashes] === '\\') backslashes += 1
    if (backslashes % 2 === 0) return end
    end = text.indexOf('"', end + 1)
  }
  return text.length
}
