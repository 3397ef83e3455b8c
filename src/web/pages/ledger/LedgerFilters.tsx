import type { ReactNode } from 'react'
import { useAddress } from '../../address.ts'
import { useAsOf } from '../../as-of.ts'
import { registers } from '../../registers.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import type { LedgerReply, NARROWED_BY } from './ledger.ts'

interface LedgerFiltersProps {
  readonly people: LedgerReply['people']
  readonly isNarrowed: boolean
  readonly onClear: () => void
}

type Narrowing = (typeof NARROWED_BY)[number]

/** Narrows by register, person and period; all of it stands in the address. */
export function LedgerFilters({ people, isNarrowed, onClear }: LedgerFiltersProps): ReactNode {
  const { words, language } = useSpeech()
  const { get, set } = useAddress()
  const { day } = useAsOf()
  const to = (name: Narrowing, value: string): void =>
    set({ [name]: value === '' ? undefined : value, before: undefined }, { replace: true })
  const named = registers
    .map(({ name }) => ({ value: name, text: capital(words(`${name}.plural`)) }))
    .toSorted((a, b) => a.text.localeCompare(b.text, language))
  const choice = (
    name: Narrowing,
    options: readonly { readonly value: string; readonly text: string }[],
  ): ReactNode => (
    <label className="narrowing">
      <span className="label">{words(`ledgerPage.by.${name}`)}</span>
      <select className="in" value={get(name) ?? ''} onChange={(event) => to(name, event.target.value)}>
        <option value="">{words(`ledgerPage.by.${name}.any`)}</option>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
  const date = (name: Narrowing): ReactNode => (
    <label className="narrowing">
      <span className="label">{words(`ledgerPage.by.${name}`)}</span>
      <input
        className="in"
        type="date"
        max={day}
        value={get(name) ?? ''}
        onChange={(event) => to(name, event.target.value)}
      />
    </label>
  )
  return (
    <div className="bar narrowings" role="search" aria-label={words('list.filters')}>
      {choice('register', named)}
      {choice(
        'person',
        people.map(({ id, name }) => ({ value: id, text: name })),
      )}
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
