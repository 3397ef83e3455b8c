import { useDebouncedCallback } from '@mantine/hooks'
import { lazy, type ReactNode, type RefObject, useState } from 'react'
import type { Register } from '../../../kernel/register.ts'
import type { Titles } from '../../replies.ts'
import { useText } from '../../text.ts'
import { OnDemand } from '../OnDemand.tsx'
import { FilterChip } from './FilterChip.tsx'
import type { ListState } from './list-state.ts'

const AddFilter = lazy(async () => ({ default: (await import('./AddFilter.tsx')).AddFilter }))

interface FilterBarProps {
  readonly register: Register
  readonly state: ListState
  readonly titles: Titles
  readonly searchBox: RefObject<HTMLInputElement | null>
}

/** Long enough for a hand that types. */
const WAIT_MS = 250

export function FilterBar({ register, state, titles, searchBox }: FilterBarProps): ReactNode {
  const words = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const search = useDebouncedCallback((text: string) => {
    state.setQuery(text)
    setTyped(null)
  }, WAIT_MS)
  return (
    <div className="filters" role="group" aria-label={words('list.filters')}>
      <input
        ref={searchBox}
        type="search"
        className="in listsearch"
        placeholder={words('list.search')}
        aria-label={words('list.search')}
        aria-keyshortcuts="/"
        value={typed ?? state.query}
        onChange={(event) => {
          setTyped(event.target.value)
          search(event.target.value)
        }}
      />
      {state.filters.map((filter) => (
        <FilterChip
          key={`${filter.field} ${filter.operator}`}
          register={register}
          filter={filter}
          titles={titles}
          onRemove={() => state.setFilters(state.filters.filter((other) => other !== filter))}
        />
      ))}
      <OnDemand
        asked={<AddFilter register={register} filters={state.filters} onChange={state.setFilters} />}
        className="chip add"
      >
        {words('filter.add')}
      </OnDemand>
    </div>
  )
}
