import type { ReactNode } from 'react'
import type { RecordId } from '../../../kernel/register.ts'
import type { Overview } from './recurring.ts'

interface PersonChoiceProps {
  readonly people: Overview['people']
  readonly value: RecordId | null
  /** What stands there while nobody is chosen. */
  readonly none: string
  readonly isDisabled?: boolean
  readonly onChoose: (person: RecordId | null) => void
}

/** One of the people to whom work can be given. */
export function PersonChoice({ people, value, none, isDisabled = false, onChoose }: PersonChoiceProps): ReactNode {
  return (
    <select
      className="in"
      value={value ?? ''}
      disabled={isDisabled}
      onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}
    >
      <option value="">{none}</option>
      {people.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  )
}
