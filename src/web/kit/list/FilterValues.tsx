import { type ReactNode, useId } from 'react'
import type { Field, FieldKind, Register } from '../../../kernel/register.ts'
import type { Titles } from '../../replies.ts'
import { useText } from '../../text.ts'
import { DayInput } from '../fields/DayInput.tsx'
import { RecordPicker } from '../fields/RecordPicker.tsx'
import { TermPicker } from '../fields/TermPicker.tsx'
import { stateNames } from '../states.ts'

interface FilterValuesProps {
  readonly register: Register
  readonly fieldName: string
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}

/** The values of a condition, by the kind of its field. */
export function FilterValues({ register, fieldName, values, onChange }: FilterValuesProps): ReactNode {
  const words = useText()
  const field = register.fields[fieldName]
  const label = words('filter.values')
  if (field !== undefined && PICKED.has(field.kind)) {
    return <PickedValues field={field} label={label} values={values} onChange={onChange} />
  }
  if (field?.kind === 'date' || field?.kind === 'instant') return <DayValue values={values} onChange={onChange} />
  const options = optionsOf(register, fieldName)
  if (options.length > 0) return <ChoiceValues options={options} values={values} onChange={onChange} />
  return <PlainValue kind={field?.kind ?? 'text'} values={values} onChange={onChange} />
}

function DayValue({ values, onChange }: Pick<FilterValuesProps, 'values' | 'onChange'>): ReactNode {
  const words = useText()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{words('filter.values')}</label>
      <DayInput id={id} value={values[0] ?? ''} onChange={(day) => onChange(day === '' ? [] : [day])} />
    </div>
  )
}

function PlainValue({
  kind,
  values,
  onChange,
}: Pick<FilterValuesProps, 'values' | 'onChange'> & { readonly kind: FieldKind }): ReactNode {
  const words = useText()
  return (
    <label className="field">
      <span className="label">{words('filter.values')}</span>
      <input
        className="in"
        type={INPUT_TYPES[kind] ?? 'text'}
        value={values[0] ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? [] : [event.target.value])}
      />
    </label>
  )
}

const PICKED: ReadonlySet<FieldKind> = new Set(['link', 'links', 'term', 'terms'])

interface PickedValuesProps extends Pick<FilterValuesProps, 'values' | 'onChange'> {
  readonly field: Field
  readonly label: string
}

function PickedValues({ field, label, values, onChange }: PickedValuesProps): ReactNode {
  const { targets = [], set = 'clause' } = field.options
  return field.kind === 'term' || field.kind === 'terms' ? (
    <TermPicker label={label} set={set} values={values} isMany onChange={onChange} />
  ) : (
    <RecordPicker label={label} targets={targets} values={values} titles={NO_TITLES} isMany onChange={onChange} />
  )
}

const NO_TITLES: Titles = {}
const INPUT_TYPES: Readonly<Record<string, string>> = { number: 'number' }

interface ChoiceValuesProps extends Pick<FilterValuesProps, 'values' | 'onChange'> {
  readonly options: readonly ValueOption[]
}

function ChoiceValues({ options, values, onChange }: ChoiceValuesProps): ReactNode {
  const words = useText()
  const toggle = (value: string): void =>
    onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value])
  return (
    <fieldset className="field">
      <legend>{words('filter.values')}</legend>
      {options.map(({ value, text }) => (
        <label key={value} className="choice">
          <input type="checkbox" checked={values.includes(value)} onChange={() => toggle(value)} />
          <span>{words(text)}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface ValueOption {
  readonly value: string
  readonly text: string
}

function optionsOf(register: Register, fieldName: string): readonly ValueOption[] {
  const field = register.fields[fieldName]
  if (field === undefined) {
    return stateNames(register).map((state) => ({ value: state, text: `${register.name}.state.${state}` }))
  }
  if (field.kind === 'boolean') {
    return [
      { value: 'true', text: 'value.yes' },
      { value: 'false', text: 'value.no' },
    ]
  }
  return (field.options.choices ?? []).map((value) => ({ value, text: `${register.name}.${fieldName}.${value}` }))
}
