import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from './address.ts'
import { Refused, request } from './client.ts'
import type { Me, Membership } from './replies.ts'

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['/me'],
  queryFn: async (): Promise<Me | null> => {
    try {
      return await request<Me>('GET', '/me')
    } catch (error) {
      if (error instanceof Refused && error.kind === 'unauthenticated') return null
      throw error
    }
  },
  staleTime: 60_000,
})

/** The account of whoever is signed in. Pages of the shell are reached with a session only. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery)
  if (data === null) throw new Refused('unauthenticated', {})
  return data
}

/** What this account is in the organisation of the address. */
export function useMembership(): Membership {
  const slug = useParam('organisation')
  const membership = useMe().organisations.find((organisation) => organisation.slug === slug)
  if (membership === undefined) throw new Refused('not_found', { code: 'organisation.unknown' })
  return membership
}
