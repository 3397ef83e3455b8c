import { Popover } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { useText } from '../../text.ts'
import { columnText } from '../columns.ts'
import { type Filter, filterFields, type Operator, operatorsFor, withFilter } from '../filters.ts'
import { FilterValues } from './FilterValues.tsx'

interface AddFilterProps {
  readonly register: Register
  readonly filters: readonly Filter[]
  readonly onChange: (filters: readonly Filter[]) => void
}

/** A new condition: on which field, how, and with which values. */
export function AddFilter({ register, filters, onChange }: AddFilterProps): ReactNode {
  const words = useText()
  const [isOpen, setOpen] = useState(true)
  const [fieldName, setField] = useState('state')
  const [operator, setOperator] = useState<Operator>('in')
  const [values, setValues] = useState<readonly string[]>([])
  const operators = operatorsFor(register.fields[fieldName])
  const needsValues = operator !== 'empty' && operator !== 'filled'
  const pickField = (name: string): void => {
    setField(name)
    setOperator(operatorsFor(register.fields[name])[0] ?? 'in')
    setValues([])
  }
  const add = (): void => {
    onChange(withFilter(filters, { field: fieldName, operator, values: needsValues ? values : [] }))
    setOpen(false)
    pickField('state')
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="chip add" onClick={() => setOpen(!isOpen)}>
          {words('filter.add')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="float">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <label className="field">
            <span className="label">{words('filter.field')}</span>
            <select className="in" value={fieldName} onChange={(event) => pickField(event.target.value)}>
              {filterFields(register).map((name) => (
                <option key={name} value={name}>
                  {words(columnText(register, name))}
                </option>
              ))}
            </select>
          </label>
          {operators.length > 1 ? (
            <label className="field">
              <span className="label">{words('filter.how')}</span>
              <select
                className="in"
                value={operator}
                onChange={(event) => setOperator(operators.find((known) => known === event.target.value) ?? operator)}
              >
                {operators.map((known) => (
                  <option key={known} value={known}>
                    {words(`filter.${known}`)}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          {needsValues ? (
            <FilterValues register={register} fieldName={fieldName} values={values} onChange={setValues} />
          ) : null}
          <button type="submit" className="btn" disabled={needsValues && values.length === 0}>
            {words('filter.apply')}
          </button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
