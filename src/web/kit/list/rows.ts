import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import type { ListReply, Titles } from '../../replies.ts'
import type { Search } from '../../search.ts'

/** The rows of a list as far as they have been asked for, with how the asking stands. */
export interface Rows {
  readonly rows: readonly AnyRecord[]
  readonly titles: Titles
  readonly total: number | null
  readonly can: ListReply['can'] | null
  readonly states: Readonly<Record<string, number>>
  readonly status: 'pending' | 'error' | 'success'
  readonly error: Error | null
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly more: () => void
  readonly retry: () => void
}

export function useRows(register: Register, search: Search): Rows {
  const api = useApi()
  const path = `registers/${register.name}`
  const list = useInfiniteQuery({
    queryKey: [...api.read(path, search).queryKey, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      api.read<ListReply>(path, { ...search, ...(pageParam === '' ? {} : { after: pageParam }) }).queryFn({ signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const pages = list.data?.pages ?? []
  const first = pages[0]
  return {
    rows: pages.flatMap((page) => page.rows),
    titles: Object.assign({}, ...pages.map((page) => page.titles)),
    total: first?.total ?? null,
    can: first?.can ?? null,
    states: first?.states ?? {},
    status: list.status,
    error: list.error,
    hasMore: list.hasNextPage,
    isLoadingMore: list.isFetchingNextPage,
    more: () => void list.fetchNextPage(),
    retry: () => void list.refetch(),
  }
}
