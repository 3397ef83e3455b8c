import type { Language } from '../../../kernel/text.ts'
import type { listGlossary } from '../../../modules/catalogue/contract.ts'
import { type ReplyOf, request } from '../../client.ts'

type GlossaryReply = ReplyOf<typeof listGlossary>
export type GlossaryTerm = GlossaryReply['terms'][number]

/** What `useQuery` takes: the words are the same for every organisation, and for as long as the page lives. */
export const glossaryQuery = {
  queryKey: ['/catalogue/glossary'],
  queryFn: () => request<GlossaryReply>('GET', '/catalogue/glossary'),
  staleTime: Number.POSITIVE_INFINITY,
} as const

export interface GlossaryPart {
  readonly id: string
  readonly title: string
  readonly terms: readonly GlossaryTerm[]
}

/** The sections with the terms that fit, by the alphabet of the reader. Words that are not used for a term lead to it too. */
export function partsFor(reply: GlossaryReply, language: Language, query: string): readonly GlossaryPart[] {
  const wanted = query.trim().toLocaleLowerCase().split(/\s+/)
  const fits = ({ word, short, meaning, not }: GlossaryTerm): boolean => {
    const said = [word.nl, word.en, short.nl, short.en, meaning[language], ...not.nl, ...not.en]
    const text = said.join(' ').toLocaleLowerCase()
    return wanted.every((part) => text.includes(part))
  }
  return reply.sections
    .map(({ id, title }) => ({
      id,
      title: title[language],
      terms: reply.terms
        .filter((term) => term.section === id && fits(term))
        .toSorted((a, b) => a.word[language].localeCompare(b.word[language], language)),
    }))
    .filter(({ terms }) => terms.length > 0)
}
