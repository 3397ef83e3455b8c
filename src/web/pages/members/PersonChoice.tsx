import { type ReactNode, useId } from 'react'
import type { RecordId } from '../../../kernel/register.ts'
import { RecordPicker } from '../../kit/fields/RecordPicker.tsx'
import { useText } from '../../text.ts'
import type { Member } from './members.ts'

interface PersonChoiceProps {
  readonly person: RecordId | null
  /** Who it was before: his name is known already. */
  readonly known: Member['person']
  readonly onChange: (person: RecordId | null) => void
}

/** Which person of the ISMS an account is. */
export function PersonChoice({ person, known, onChange }: PersonChoiceProps): ReactNode {
  const words = useText()
  const id = useId()
  const titles = known === null ? {} : { [known.id]: { register: 'person', number: known.number, title: known.title } }
  return (
    <div className="field">
      <label htmlFor={id}>{words('members.person')}</label>
      <RecordPicker
        id={id}
        wiring={{ 'aria-describedby': `${id}why` }}
        targets={['person']}
        values={person === null ? [] : [person]}
        titles={titles}
        isMany={false}
        onChange={(ids) => onChange(ids[0] ?? null)}
      />
      <p className="why" id={`${id}why`}>
        {words('members.person.why')}
      </p>
    </div>
  )
}
