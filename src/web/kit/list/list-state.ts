import type { Register } from '../../../kernel/register.ts'
import { useAddress } from '../../address.ts'
import { many, type Search, stringifySearch } from '../../search.ts'
import { shownColumns } from '../columns.ts'
import { type Filter, formatFilter, parseFilters } from '../filters.ts'

/** What a list shows, read from the address and written to it. */
export interface ListState {
  readonly query: string
  readonly filters: readonly Filter[]
  readonly sort: string | null
  readonly columns: readonly string[]
  /** The record that stands beside the list. */
  readonly open: string | null
  /** What the server is asked. */
  readonly search: Search
  /** What a saved view keeps: everything but the opened record and the day. */
  readonly saved: string
  readonly setQuery: (query: string) => void
  readonly setFilters: (filters: readonly Filter[]) => void
  /** The whole list again: no words, no conditions. */
  readonly clear: () => void
  readonly setSort: (sort: string) => void
  readonly setColumns: (columns: readonly string[] | null) => void
  readonly setOpen: (id: string | null) => void
}

const PAGE = '100'

export function useListState(register: Register): ListState {
  const address = useAddress()
  const filters = parseFilters(many(address.search['filter']))
  const query = address.get('q') ?? ''
  const sort = address.get('sort')
  const filter = filters.map(formatFilter)
  return {
    query,
    filters,
    sort,
    columns: shownColumns(register, address.get('columns')),
    open: address.get('open'),
    search: {
      limit: PAGE,
      ...(query === '' ? {} : { q: query }),
      ...(sort === null ? {} : { sort }),
      ...(filter.length === 0 ? {} : { filter }),
    },
    saved: stringifySearch({ q: query, filter, sort, columns: address.get('columns') }).slice(1),
    setQuery: (text) => address.set({ q: text === '' ? undefined : text }, { replace: true }),
    setFilters: (next) => address.set({ filter: next.length === 0 ? undefined : next.map(formatFilter) }),
    clear: () => address.set({ q: undefined, filter: undefined }),
    setSort: (next) => address.set({ sort: next }),
    setColumns: (next) => address.set({ columns: next?.join(',') }, { replace: true }),
    setOpen: (id) => address.set({ open: id ?? undefined }),
  }
}
