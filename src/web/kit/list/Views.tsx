import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { Go } from '../../Go.tsx'
import type { SavedView } from '../../replies.ts'
import { parseSearch } from '../../search.ts'
import { useMembership } from '../../session.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { stateNames } from '../states.ts'
import type { ListState } from './list-state.ts'
import { SaveView } from './SaveView.tsx'

interface ViewsProps {
  readonly register: Register
  readonly state: ListState
  readonly states: Readonly<Record<string, number>>
}

interface Tab {
  readonly label: string
  readonly search: string
  readonly count: number | null
}

/** The list by state, and the views that this person keeps; each is an address. */
export function Views({ register, state, states }: ViewsProps): ReactNode {
  const { words, number } = useSpeech()
  const api = useApi()
  const { person } = useMembership()
  const { data } = useQuery(api.read<{ readonly views: readonly SavedView[] }>(`views/${register.name}`))
  const views = data?.views ?? []
  const counted = Object.keys(states).length > 0
  const ended = new Set(register.states.ended)
  const countOf = (names: readonly string[]): number | null =>
    counted ? names.reduce((sum, name) => sum + (states[name] ?? 0), 0) : null
  const names = stateNames(register)
  // One state for all is no choice.
  const filled = names.filter((name) => (states[name] ?? 0) > 0)
  const present = filled.length > 1 ? filled : []
  const tabs: readonly Tab[] = [
    { label: words('views.all'), search: '', count: countOf(names.filter((name) => !ended.has(name))) },
    ...present.map((name) => ({
      label: capital(words(`${register.name}.state.${name}`)),
      search: `filter=state:in:${name}`,
      count: states[name] ?? 0,
    })),
    ...(register.owner !== null && person !== null
      ? [{ label: words('views.mine'), search: `filter=${register.owner}:in:me`, count: null }]
      : []),
    ...views.map(({ name, search }) => ({ label: name, search, count: null })),
  ]
  return (
    <nav className="views" aria-label={words('views.label')}>
      {tabs.map(({ label, search, count }) => (
        <Go
          key={`${label} ${search}`}
          to={`registers/${register.name}`}
          search={parseSearch(search)}
          isCurrent={search === state.saved}
        >
          {label}
          {count === null ? null : <span className="count">{` ${number(count)}`}</span>}
        </Go>
      ))}
      {state.saved === '' ? null : <SaveView register={register} views={views} saved={state.saved} />}
    </nav>
  )
}
