import { useQuery } from '@tanstack/react-query'
import type { RecordId } from '../kernel/register.ts'
import { useApi } from './api.ts'
import type { Titles } from './replies.ts'

/** As many as the server names at once. */
const MOST = 100
const NONE: Titles = {}

/** What records are called, for replies that tell ids alone. Those not named yet are simply absent. */
export function useNames(ids: readonly (RecordId | null)[]): Titles {
  const api = useApi()
  const wanted = [...new Set(ids.filter((id) => id !== null))].toSorted().slice(0, MOST)
  const { data } = useQuery({
    ...api.read<{ readonly titles: Titles }>('titles', { id: wanted }),
    enabled: wanted.length > 0,
  })
  return data?.titles ?? NONE
}
