import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParam } from './address.ts'
import { useAsOf } from './as-of.ts'
import { type RequestOptions, request } from './client.ts'
import { type Search, stringifySearch } from './search.ts'

type QueryKey = readonly [path: string, search: Search]

/** What `useQuery` takes to read one address. */
export interface Reading<Reply> {
  readonly queryKey: QueryKey
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<Reply>
}

/** The server's face for one organisation on one day. Paths start behind `/organisations/:organisation/`. */
export interface Api {
  readonly organisation: string
  /** `day` in place of the day that is looked at, for what compares days. */
  readonly read: <Reply>(path: string, search?: Search, day?: Search) => Reading<Reply>
  readonly send: <Reply>(method: string, path: string, options?: RequestOptions) => Promise<Reply>
  /** The address itself, for a download. */
  readonly href: (path: string, search?: Search) => string
  /** After a change: everything shown of this organisation is asked for again. */
  readonly refresh: () => Promise<void>
}

export function useApi(): Api {
  const organisation = useParam('organisation')
  const { day, tense, mode } = useAsOf()
  const client = useQueryClient()
  return useMemo(
    () => apiOf(client, organisation, tense === 'present' ? {} : { at: day, ...(mode === 'true' ? { mode } : {}) }),
    [client, organisation, day, tense, mode],
  )
}

function apiOf(client: QueryClient, organisation: string, asOf: Search): Api {
  const base = `/organisations/${encodeURIComponent(organisation)}`
  return {
    organisation,
    read: <Reply>(path: string, search: Search = {}, day: Search = asOf): Reading<Reply> => {
      const query = { ...search, ...day }
      return {
        queryKey: [`${base}/${path}`, query],
        queryFn: ({ signal }) => request<Reply>('GET', `${base}/${path}`, { query, signal }),
      }
    },
    send: (method, path, options = {}) => request(method, `${base}/${path}`, options),
    href: (path, search = {}) => `/api${base}/${path}${stringifySearch({ ...search, ...asOf })}`,
    refresh: () =>
      client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(`${base}/`) }),
  }
}
