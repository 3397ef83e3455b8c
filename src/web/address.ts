import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { one, parseSearch, type Search } from './search.ts'

/** Where we are: the state of a page lives in its address, so that it can be shared and gone back to. */
export interface Address {
  readonly search: Search
  readonly get: (name: string) => string | null
  /** Changes what stands behind the `?`; what is not named stays, and `undefined` takes away. */
  readonly set: (changes: Search, options?: { readonly replace?: boolean }) => void
}

export function useAddress(): Address {
  const { searchStr } = useLocation()
  const navigate = useNavigate()
  const search: Search = parseSearch(searchStr)
  return {
    search,
    get: (name) => one(search[name]),
    set: (changes, options) => {
      void navigate({
        to: '.',
        search: { ...search, ...changes },
        replace: options?.replace ?? false,
        resetScroll: false,
      })
    },
  }
}

/** A part of the path by name; empty where the route has none. */
export function useParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  return params[name] ?? ''
}
