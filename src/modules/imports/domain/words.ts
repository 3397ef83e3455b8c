/** How people write in cells, in Dutch and English. */

/** The same for `Risk  owner (name)*` and `risk owner name`: case, accents, punctuation and spaces do not matter. */
export function normalised(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’`´]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const PLACEHOLDER = /^[\s.…·•\-–—_?]*$/u

/** Nothing stands there: empty, or one of the marks that templates fill cells with (`…`, `.`, `-`, `?`). */
export function isBlank(text: string): boolean {
  return PLACEHOLDER.test(text)
}

const NOTHING: ReadonlySet<string> = new Set([
  'n a',
  'na',
  'not applicable',
  'none',
  'nil',
  'nvt',
  'n v t',
  'niet van toepassing',
  'geen',
  'tbd',
  'to be determined',
  'nader te bepalen',
  'ntb',
])

/** Somebody says that there is nothing: `n/a`, `n.v.t.`, `None`, `geen`. */
export function isNothing(text: string): boolean {
  return isBlank(text) || NOTHING.has(normalised(text))
}

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'ja', 'j', 'true', 'waar', 'x', '✓', '✔', '1'])
const NO: ReadonlySet<string> = new Set(['no', 'n', 'nee', 'neen', 'false', 'onwaar', '0'])

/** Yes or no in either language; null where it says neither, so that undecided never becomes a yes. */
export function yesOrNo(text: string): boolean | null {
  const word = /^[✓✔]$/u.test(text.trim()) ? '✓' : normalised(text)
  if (YES.has(word)) return true
  return NO.has(word) ? false : null
}
