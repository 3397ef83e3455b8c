import { LANGUAGES, type Language } from '../../../kernel/text.ts'
import { TEXT_LANGUAGES } from '../../documents/registers/document-version.ts'
import type { Answers } from '../../interviews/domain/chapters.ts'

export interface DocumentLanguages {
  /** Those in which Waarborg can write; never none. */
  readonly own: readonly Language[]
  /** What people read besides, for which somebody has to translate. */
  readonly others: readonly (typeof TEXT_LANGUAGES)[number][]
}

/**
 * What documents are written in: the languages that people read as the interview has them; the first leads, as Dutch does where
 * it is among them. Without an answer it is the language of whoever writes.
 */
export function documentLanguages({ languages }: Answers, writer: Language): DocumentLanguages {
  const read = languages ?? []
  const own = LANGUAGES.filter((one) => read.some((other) => other === one))
  const others = TEXT_LANGUAGES.filter((one) => read.includes(one) && !LANGUAGES.some((other) => other === one))
  return { own: own.length === 0 ? [writer] : own, others }
}
