import { normalised } from '../words.ts'
import type { Profile, TargetWords } from './profiles/words.ts'

/** A profile with its words taken apart, once for all the headers that they are held against. */
export interface Prepared {
  readonly profile: Profile
  readonly targets: readonly PreparedTarget[]
}

export interface PreparedTarget {
  readonly key: string
  readonly exact: ReadonlySet<string>
  readonly tokens: readonly (readonly string[])[]
}

export function prepared(profile: Profile): Prepared {
  return { profile, targets: profile.targets.map(preparedTarget) }
}

function preparedTarget({ key, nl, en }: TargetWords): PreparedTarget {
  const words = [...en, ...nl].map(normalised)
  return { key, exact: new Set(words), tokens: words.map(tokensOf) }
}

/** The text of a header, taken apart in the same way. */
export interface HeaderWords {
  readonly whole: string
  readonly bare: string
  readonly tokens: readonly string[]
}

export function headerWords(header: string): HeaderWords {
  const bare = normalised(header.replaceAll(/\([^)]*\)|\*/g, ' '))
  return { whole: normalised(header), bare, tokens: tokensOf(bare) }
}

/** How much a header is like the words for a target: 1 by name, less where it only holds them. */
export function likeness(header: HeaderWords, target: PreparedTarget): number {
  if (target.exact.has(header.whole) || target.exact.has(header.bare)) return 1
  return target.tokens.reduce((most, tokens) => Math.max(most, partial(header.tokens, tokens)), 0)
}

/** Small words and numbers in a header say nothing about what it holds. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'the of in to our de het van een a this is for voor op onze'.split(' '),
)

function partial(has: readonly string[], wants: readonly string[]): number {
  if (wants.length === 0 || has.length === 0) return 0
  const found = wants.filter((token) => has.includes(token)).length
  if (found === 0) return 0
  const share = found / Math.max(has.length, wants.length)
  return found === wants.length ? Math.min(0.9, 0.45 + share / 2) : share * 0.7
}

function tokensOf(text: string): readonly string[] {
  return text.split(' ').filter((token) => token !== '' && !EMPTY_WORDS.has(token) && !/^\d+$/.test(token))
}
