import { useQuery } from '@tanstack/react-query'
import type { TermSet } from '../../kernel/register.ts'
import type { Language } from '../../kernel/text.ts'
import { request } from '../client.ts'
import { useSpeech } from '../text.ts'

/** An entry of the catalogue: the id that records keep, and its title in both languages. */
export interface Term {
  readonly id: string
  readonly title: Readonly<Record<Language, string>>
}

interface ThreatsReply {
  readonly lists: readonly { readonly threats: readonly Term[] }[]
}

const READERS: Readonly<Record<TermSet, () => Promise<readonly Term[]>>> = {
  control_2022: async () =>
    (await request<{ readonly controls: readonly Term[] }>('GET', '/catalogue/controls')).controls,
  control_2013: async () =>
    (await request<{ readonly controls: readonly Term[] }>('GET', '/catalogue/controls-2013')).controls,
  clause: async () => (await request<{ readonly clauses: readonly Term[] }>('GET', '/catalogue/clauses')).clauses,
  threat: async () =>
    (await request<ThreatsReply>('GET', '/catalogue/threats')).lists.flatMap(({ threats }) => threats),
  incident_class: async () =>
    (await request<{ readonly entries: readonly Term[] }>('GET', '/catalogue/incident-classes')).entries,
  // The rules' titles are words of the product, not facts of a standard.
  rule: async () => [],
}

/** What `useQuery` takes to read a set. */
interface TermsReading {
  readonly queryKey: readonly string[]
  readonly queryFn: () => Promise<readonly Term[]>
  readonly staleTime: number
}

/** The titles of a set of the catalogue: facts of a standard, so they hold for as long as the page lives. */
export function termsQuery(set: TermSet): TermsReading {
  return { queryKey: ['/catalogue', set], queryFn: READERS[set], staleTime: Number.POSITIVE_INFINITY }
}

/** Titles of a set in the reader's language, by id; none while they are on their way. */
export function useTermTitles(set: TermSet): ReadonlyMap<string, string> {
  const { language } = useSpeech()
  const { data = [] } = useQuery(termsQuery(set))
  return new Map(data.map((term) => [term.id, term.title[language]]))
}
