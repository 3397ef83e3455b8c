import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { isDay } from '../../days.ts'
import { useNames } from '../../names.ts'
import type { Titles } from '../../replies.ts'
import { useSpeech } from '../../text.ts'
import { columnText } from '../columns.ts'
import type { Filter } from '../filters.ts'

interface FilterChipProps {
  readonly register: Register
  readonly filter: Filter
  /** Names that the list brought along; the others are asked for. */
  readonly titles: Titles
  readonly onRemove: () => void
}

/** One condition in words; pressing it takes it away. */
export function FilterChip({ register, filter, titles, onRemove }: FilterChipProps): ReactNode {
  const { words, day, list } = useSpeech()
  const kind = register.fields[filter.field]?.kind
  const isLink = kind === 'link' || kind === 'links'
  const unknown = isLink ? filter.values.filter((id) => id !== 'me' && titles[id] === undefined) : []
  const named = useNames(unknown)
  const values = list(
    filter.values.map((value) => {
      if (value === 'me') return words('filter.me')
      if (isLink) return (titles[value] ?? named[value])?.title ?? words('state.loading')
      const text = valueText(register, filter.field, value)
      return text === null ? (isDay(value) ? day(value) : value) : words(text)
    }),
  )
  const label = words(columnText(register, filter.field))
  return (
    <button type="button" className="chip" aria-label={words('filter.remove', { label, values })} onClick={onRemove}>
      <span>{label}</span>
      <b>{words(`filter.said.${filter.operator}`, { values })}</b>
      <span aria-hidden="true">{'×'}</span>
    </button>
  )
}

/** Key of a value's word; null where the value speaks for itself. */
function valueText(register: Register, field: string, value: string): string | null {
  if (field === 'state') return value === '*' ? 'filter.all' : `${register.name}.state.${value}`
  const kind = register.fields[field]?.kind
  if (kind === 'choice' || kind === 'choices') return `${register.name}.${field}.${value}`
  if (kind === 'boolean') return value === 'true' ? 'value.yes' : 'value.no'
  return null
}
