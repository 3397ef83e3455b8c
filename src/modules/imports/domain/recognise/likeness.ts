import { normalised } from '../words.ts'
import type { TargetWords } from './profiles/words.ts'

/** How much a header is like the words for a target: 1 by name, less where it only holds them. */
export function likeness(header: string, target: TargetWords): number {
  const bare = normalised(header.replaceAll(/\([^)]*\)|\*/g, ' '))
  const whole = normalised(header)
  const words = [...target.en, ...target.nl].map(normalised)
  if (words.includes(whole) || words.includes(bare)) return 1
  return Math.max(0, ...words.map((word) => partial(bare, word)))
}

/** Years, articles and numbers in a header say nothing about what it holds. */
const EMPTY_WORDS = new Set([
  'the',
  'of',
  'in',
  'to',
  'our',
  'de',
  'het',
  'van',
  'in',
  'een',
  'a',
  'this',
  'is',
  'for',
  'voor',
  'op',
  'onze',
])

function partial(header: string, word: string): number {
  const has = tokens(header)
  const wants = tokens(word)
  if (wants.length === 0 || has.length === 0) return 0
  const found = wants.filter((token) => has.includes(token)).length
  if (found === 0) return 0
  const share = found / Math.max(has.length, wants.length)
  return found === wants.length ? Math.min(0.9, 0.45 + share / 2) : share * 0.7
}

function tokens(text: string): readonly string[] {
  return text.split(' ').filter((token) => token !== '' && !EMPTY_WORDS.has(token) && !/^\d+$/.test(token))
}
