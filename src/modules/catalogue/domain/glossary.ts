import termsFile from '../../../../catalogue/glossary/terms.json' with { type: 'json' }
import type { Language } from '../../../kernel/text.ts'
import { type Bilingual, facts, type Named } from './facts.ts'

/** A concept with its one word in each language. */
export interface GlossaryTerm {
  /** Stable, for links: `risk-owner`. */
  readonly id: string
  readonly section: string
  /** The register that holds it, if one does; its word is the same as on the register's page. */
  readonly register: string | null
  readonly word: Bilingual
  /** What it may be called where the context is clear. */
  readonly short: Readonly<Record<Language, string | null>>
  /** A phrase, without a capital and without a full stop. */
  readonly meaning: Bilingual
  /** The standard or law whose term it is. */
  readonly source: string | null
  /** Words that are not used for it. */
  readonly not: Readonly<Record<Language, readonly string[]>>
}

export interface Glossary {
  readonly sections: readonly Named[]
  readonly terms: readonly GlossaryTerm[]
}

/** One concept, one word, in both languages; GLOSSARY.md is written from the same file. */
export function glossary(): Glossary {
  return facts<Glossary>(termsFile)
}
