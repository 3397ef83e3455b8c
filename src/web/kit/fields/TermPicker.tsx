import { MultiSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { AriaAttributes, ReactNode } from 'react'
import type { TermSet } from '../../../kernel/register.ts'
import { useSpeech } from '../../text.ts'
import { termsQuery } from '../catalogue.ts'

interface TermPickerProps {
  readonly id?: string
  readonly label?: string
  readonly wiring?: AriaAttributes
  readonly set: TermSet
  readonly values: readonly string[]
  readonly isMany: boolean
  readonly onChange: (ids: readonly string[]) => void
}

/** How many of a set are offered at once: 93 controls fit, the rest is found by typing. */
const OFFERED = 100

/** Picks from the catalogue by number or words. */
export function TermPicker({ id, label, wiring, set, values, isMany, onChange }: TermPickerProps): ReactNode {
  const { words, language } = useSpeech()
  const { data = [] } = useQuery(termsQuery(set))
  const isCoded = set !== 'threat' && set !== 'incident_class'
  const known = data.map((term) => ({
    value: term.id,
    label: isCoded ? `${term.id} ${term.title[language]}` : term.title[language],
  }))
  const missing = values
    .filter((value) => !data.some((term) => term.id === value))
    .map((value) => ({ value, label: value }))
  const shared = {
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { label }),
    ...wiring,
    data: [...known, ...missing],
    searchable: true,
    clearable: true,
    limit: OFFERED,
    maxDropdownHeight: 280,
    nothingFoundMessage: words('picker.nothing'),
    clearButtonProps: { 'aria-label': words('picker.clear') },
    placeholder: values.length > 0 ? '' : words('picker.term'),
  }
  return isMany ? (
    <MultiSelect {...shared} value={[...values]} onChange={onChange} hidePickedOptions />
  ) : (
    <Select {...shared} value={values[0] ?? null} onChange={(value) => onChange(value === null ? [] : [value])} />
  )
}
