/** Order of rules as a reader of the standard expects it: clauses, Annex A, scheme; R-6.1.3-d-2 before R-6.1.3-d-10. */
export function compareRules(a: string, b: string): number {
  const left = tokens(a)
  const right = tokens(b)
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const order = compareTokens(left[index], right[index])
    if (order !== 0) return order
  }
  return 0
}

function tokens(id: string): readonly (number | string)[] {
  return (id.match(/\d+|[A-Za-z]+/g) ?? []).map((token) => (/^\d/.test(token) ? Number(token) : token))
}

/** Numbers by size and before words; what ends comes first. */
function compareTokens(a: number | string | undefined, b: number | string | undefined): number {
  if (a === b) return 0
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'number' || typeof b === 'number') return typeof a === 'number' ? -1 : 1
  return a < b ? -1 : 1
}
