import { queryOptions } from '@tanstack/react-query'
import { request } from './client.ts'

/** Whether this installation has no account yet: then the first visitor makes it. */
export const startQuery = queryOptions({
  queryKey: ['/start'],
  queryFn: () => request<{ readonly isFirst: boolean }>('GET', '/start'),
})
