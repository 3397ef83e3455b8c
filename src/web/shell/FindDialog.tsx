import '@mantine/spotlight/styles.layer.css'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useAddress } from '../address.ts'
import { useApi } from '../api.ts'
import { registers } from '../registers.ts'
import type { Option, Sees } from '../replies.ts'
import { useMembership } from '../session.ts'
import { useText } from '../text.ts'
import { capital } from '../words.ts'
import { allPlaces, FIRST_PLACES } from './navigation.ts'

interface FindDialogProps {
  readonly onClose: () => void
}

interface Command {
  readonly to: string
  readonly label: string
}

const SHOWN = 8
/** Long enough for a hand that types, short enough not to be noticed. */
const WAIT_MS = 120

/** Finds records by their words, and pages and new records by their names. */
export function FindDialog({ onClose }: FindDialogProps): ReactNode {
  const words = useText()
  const api = useApi()
  const address = useAddress()
  const navigate = useNavigate()
  const [[store]] = useState(opened)
  const [query, setQuery] = useState('')
  const [asked] = useDebouncedValue(query.trim(), WAIT_MS)
  const found = useQuery({
    ...api.read<{ readonly results: readonly Option[] }>('search', { q: asked }),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  })
  const go = (to: string): void => {
    const search = { at: address.get('at') ?? undefined, mode: address.get('mode') ?? undefined }
    void navigate({ to: `/${api.organisation}/${to}`, search })
  }
  const results = asked.length > 1 ? (found.data?.results ?? []) : []
  const commands = commandsFor(query, words, useMembership().sees)
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight="60vh"
      radius="md"
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      onSpotlightClose={onClose}
      aria-label={words('find.label')}
    >
      <Spotlight.Search placeholder={words('find.placeholder')} aria-label={words('find.label')} />
      <Spotlight.ActionsList>
        {results.length > 0 ? (
          <Spotlight.ActionsGroup label={words('find.records')}>
            {results.map((result) => (
              <Spotlight.Action
                key={result.id}
                label={result.title}
                description={`${result.number}, ${words(result.register)}`}
                onClick={() => go(`registers/${result.register}/${result.id}`)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {commands.length > 0 ? (
          <Spotlight.ActionsGroup label={words('find.commands')}>
            {commands.map(({ to, label }) => (
              <Spotlight.Action key={to} label={label} onClick={() => go(to)} />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {results.length + commands.length === 0 && !found.isFetching ? (
          <Spotlight.Empty>{words('find.nothing', { query })}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function opened(): ReturnType<typeof createSpotlight> {
  const pair = createSpotlight()
  pair[1].open()
  return pair
}

function commandsFor(query: string, words: ReturnType<typeof useText>, sees: Sees): readonly Command[] {
  const places = allPlaces(sees)
  const all: readonly Command[] = [
    ...places.map(({ to, texts }) => ({ to, label: capital(words(texts[0] ?? to)) })),
    ...registers
      .filter(({ single, name }) => !single && sees.registers.includes(name))
      .map(({ name }) => ({ to: `registers/${name}/new`, label: words('find.new', { register: words(name) }) })),
  ]
  const wanted = query.trim().toLocaleLowerCase().split(/\s+/)
  return all
    .filter(({ label }) => wanted.every((word) => label.toLocaleLowerCase().includes(word)))
    .slice(0, query.trim() === '' ? FIRST_PLACES.length + SHOWN : SHOWN)
}
