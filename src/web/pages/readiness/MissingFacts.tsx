import type { ReactNode } from 'react'
import type { RecordId } from '../../../kernel/register.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { QuickField } from '../../kit/record/QuickField.tsx'
import { useNames } from '../../names.ts'
import { findRegister } from '../../registers.ts'
import { useText } from '../../text.ts'

interface MissingFactsProps {
  readonly objects: readonly {
    readonly id: RecordId
    readonly register: string
    readonly number: string
    readonly title: string
    /** The record and the fields that miss something; it may be another record than the one that people name. */
    readonly watch: { readonly id: RecordId; readonly fields: readonly string[] }
  }[]
}

const OBJECTS = 6
const FIELDS = 3

/** What is missing, object by object, each to be filled in right here. */
export function MissingFacts({ objects }: MissingFactsProps): ReactNode {
  const words = useText()
  const { tense } = useAsOf()
  const shown = objects.slice(0, OBJECTS)
  const names = useNames(shown.map(({ watch }) => watch.id))
  return (
    <ul className="facts-missing">
      {shown.map(({ id, register: name, number, title, watch }) => {
        const register = findRegister(watch.id === id ? name : (names[watch.id]?.register ?? ''))
        return (
          <li key={id}>
            <Go to={`registers/${name}/${id}`}>{number}</Go>
            {title === number ? '' : ` ${title}`}
            {tense !== 'present' || register === null
              ? null
              : watch.fields
                  .filter((field) => field in register.fields)
                  .slice(0, FIELDS)
                  .map((field) => <QuickField key={field} register={register} id={watch.id} field={field} />)}
          </li>
        )
      })}
      {objects.length > OBJECTS ? (
        <li className="quiet">{words('finding.andMore', { n: objects.length - OBJECTS })}</li>
      ) : null}
    </ul>
  )
}
