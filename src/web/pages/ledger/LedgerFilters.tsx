import { type ReactNode, useId } from 'react'
import { useAddress } from '../../address.ts'
import { DayInput } from '../../kit/fields/DayInput.tsx'
import { registers } from '../../registers.ts'
import { many } from '../../search.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import type { LedgerReply, NARROWED_BY } from './ledger.ts'

interface LedgerFiltersProps {
  readonly people: LedgerReply['people']
  readonly isNarrowed: boolean
  readonly onClear: () => void
}

type Narrowing = (typeof NARROWED_BY)[number]

interface Choice {
  readonly text: string
  readonly ids: readonly string[]
}

/** Narrows by register, person and period; all of it stands in the address. */
export function LedgerFilters({ people, isNarrowed, onClear }: LedgerFiltersProps): ReactNode {
  const { words, language } = useSpeech()
  const { search, get, set } = useAddress()
  const id = useId()
  const to = (name: Narrowing, value: string | readonly string[]): void =>
    set({ [name]: value.length === 0 ? undefined : value, before: undefined }, { replace: true })
  const named = registers
    .map(({ name }) => ({ ids: [name], text: capital(words(`${name}.plural`)) }))
    .toSorted((a, b) => a.text.localeCompare(b.text, language))
  const asked = (name: Narrowing): readonly string[] => many(search[name])
  const choice = (name: Narrowing, options: readonly Choice[]): ReactNode => (
    <label className="narrowing">
      <span className="label">{words(`ledgerPage.by.${name}`)}</span>
      <select
        className="in"
        value={options.find(({ ids }) => ids.some((id) => asked(name).includes(id)))?.text ?? ''}
        onChange={(event) => to(name, options.find(({ text }) => text === event.target.value)?.ids ?? [])}
      >
        <option value="">{words(`ledgerPage.by.${name}.any`)}</option>
        {options.map(({ text }) => (
          <option key={text} value={text}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
  const date = (name: Narrowing): ReactNode => (
    <div className="narrowing">
      <label className="label" htmlFor={`${id}${name}`}>
        {words(`ledgerPage.by.${name}`)}
      </label>
      <DayInput id={`${id}${name}`} value={get(name) ?? ''} onChange={(day) => to(name, day)} />
    </div>
  )
  return (
    <div className="bar narrowings" role="search" aria-label={words('list.filters')}>
      {choice('register', named)}
      {choice('person', byName(people))}
      {date('from')}
      {date('until')}
      {isNarrowed ? (
        <button type="button" className="link" onClick={onClear}>
          {words('ledgerPage.all')}
        </button>
      ) : null}
    </div>
  )
}

/** Somebody may stand in a ledger under two pseudonyms: his own, and one that a copy brought along. */
function byName(people: LedgerReply['people']): readonly Choice[] {
  return [...Map.groupBy(people, ({ name }) => name)].map(([text, same]) => ({ text, ids: same.map(({ id }) => id) }))
}
