/** What stands behind the `?` of an address: words, and several of one name as a list. */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>

/** Reads `a=1&f=x&f=y` as `{ a: '1', f: ['x', 'y'] }`: addresses stay readable and can be typed by hand. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const search: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const known = search[name]
    if (known === undefined) search[name] = value
    else search[name] = [...(Array.isArray(known) ? known : [known]), value]
  }
  return search
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string' && one !== '') params.append(name, one)
      if (typeof one === 'number' || one === true) params.append(name, String(one))
    }
  }
  const text = params.toString().replaceAll('%3A', ':').replaceAll('%7C', '|').replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

export function one(value: string | readonly string[] | undefined): string | null {
  return typeof value === 'string' ? value : (value?.[0] ?? null)
}

export function many(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
