import { MultiSelect, type OptionsFilter, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type AriaAttributes, type ReactNode, useState } from 'react'
import type { RecordId } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import type { Option, Title, Titles } from '../../replies.ts'
import { type Speech, useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'

interface RecordPickerProps {
  readonly id?: string
  readonly label?: string
  readonly wiring?: AriaAttributes
  /** Names of the registers to pick from; none means any. */
  readonly targets: readonly string[]
  readonly values: readonly RecordId[]
  readonly titles: Titles
  readonly isMany: boolean
  readonly onChange: (ids: readonly RecordId[]) => void
}

const SHOWN = '30'
const WAIT_MS = 150
/** The server has searched already. */
const AS_FOUND: OptionsFilter = ({ options }) => options

/** Finds records by number or words and picks one or several. */
export function RecordPicker(props: RecordPickerProps): ReactNode {
  const { id, label, wiring, targets, values, titles, isMany, onChange } = props
  const speech = useSpeech()
  const { words } = speech
  const api = useApi()
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  /** Names of what was picked here: the record's own titles come only with the next save. */
  const [picked, setPicked] = useState<Titles>({})
  const [asked] = useDebouncedValue(typed, WAIT_MS)
  const { data, isPending } = useQuery({
    ...api.read<{ readonly options: readonly Option[] }>('options', { register: targets, q: asked, limit: SHOWN }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  })
  const options = data?.options ?? []
  const nameOf = (value: RecordId): Title | undefined => titles[value] ?? picked[value]
  const offered = [
    ...options.map((option) => ({ value: option.id, label: labelOf(option, targets) })),
    ...values
      .filter((value) => !options.some((option) => option.id === value))
      .map((value) => ({ value, label: labelOf(nameOf(value), targets, words('value.hidden')) })),
  ]
  const pick = (ids: readonly RecordId[]): void => {
    setPicked({ ...picked, ...Object.fromEntries(options.map((option) => [option.id, option])) })
    onChange(ids)
  }
  const shared = {
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { label }),
    ...wiring,
    data: offered,
    searchable: true,
    clearable: true,
    filter: AS_FOUND,
    onSearchChange: setTyped,
    onDropdownOpen: () => setOpen(true),
    onDropdownClose: () => setOpen(false),
    nothingFoundMessage: words(isPending ? 'state.loading' : 'picker.nothing'),
    maxDropdownHeight: 280,
    clearButtonProps: { 'aria-label': words('picker.clear') },
    placeholder: values.length > 0 ? '' : words('picker.search', { register: targetWords(targets, speech) }),
  } as const
  return isMany ? (
    <MultiSelect {...shared} value={[...values]} onChange={pick} hidePickedOptions />
  ) : (
    <Select {...shared} value={values[0] ?? null} onChange={(value) => pick(value === null ? [] : [value])} />
  )
}

/** What is looked for, named where it is of a few kinds. */
function targetWords(targets: readonly string[], { words, list }: Speech): string {
  return targets.length === 0 ? words('picker.record') : list(targets.map((target) => words(target)))
}

/** Names alone where all are people; else with the number, by which people of the trade know them. */
function labelOf(title: Title | undefined, targets: readonly string[], hidden = ''): string {
  if (title === undefined) return hidden
  const isPerson = targets.length === 1 && title.register === 'person'
  return isPerson ? title.title : `${title.number} ${capital(title.title)}`
}
