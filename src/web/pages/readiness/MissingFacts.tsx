import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RecordId, Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { QuickField } from '../../kit/record/QuickField.tsx'
import { useNames } from '../../names.ts'
import { findRegister } from '../../registers.ts'
import type { RecordReply } from '../../replies.ts'
import { useText } from '../../text.ts'
import { AnswerTogether } from './AnswerTogether.tsx'

export interface Watched {
  readonly id: RecordId
  readonly register: string
  readonly number: string
  readonly title: string
  /** The record and the fields that miss something; it may be another record than the one that people name. */
  readonly watch: { readonly id: RecordId; readonly fields: readonly string[] }
}

interface MissingFactsProps {
  readonly objects: readonly Watched[]
  /** What lacks nothing is left out: a finding names it in its sentence already. */
  readonly isBrief?: boolean
}

const OBJECTS = 6
const FIELDS = 3
/** In brief the field that counts most is enough. */
const BRIEF_FIELDS = 1

/** What is missing, object by object, each to be filled in right here. */
export function MissingFacts({ objects, isBrief = false }: MissingFactsProps): ReactNode {
  const words = useText()
  const shown = objects.slice(0, OBJECTS)
  const names = useNames(shown.map(({ watch }) => watch.id))
  return (
    <ul className="facts-missing">
      {shown.map((object) => (
        <MissingFact
          key={object.id}
          object={object}
          register={findRegister(
            object.watch.id === object.id ? object.register : (names[object.watch.id]?.register ?? ''),
          )}
          isBrief={isBrief}
        />
      ))}
      {objects.length > OBJECTS && !isBrief ? (
        <li className="quiet">{words('expected.andMore', { n: objects.length - OBJECTS })}</li>
      ) : null}
      <AnswerTogether objects={objects} />
    </ul>
  )
}

interface MissingFactProps {
  readonly object: Watched
  /** The register of the record that holds the fields, once it is known. */
  readonly register: Register | null
  readonly isBrief: boolean
}

function MissingFact({ object, register, isBrief }: MissingFactProps): ReactNode {
  const { id, number, title, watch } = object
  const missing = useMissing(watch, register).slice(0, isBrief ? BRIEF_FIELDS : FIELDS)
  if (isBrief && missing.length === 0) return null
  return (
    <li>
      <Go to={`registers/${object.register}/${id}`}>{number}</Go>
      {title === number ? '' : ` ${title}`}{' '}
      {register === null
        ? null
        : missing.map((field) => <QuickField key={field} register={register} id={watch.id} field={field} />)}
    </li>
  )
}

/** The watched fields that are empty today; none on another day, for nothing can be filled in there. */
function useMissing(watch: Watched['watch'], register: Register | null): readonly string[] {
  const api = useApi()
  const { tense } = useAsOf()
  const known = useQuery({
    ...api.read<RecordReply>(`registers/${register?.name ?? ''}/${watch.id}`),
    enabled: register !== null && watch.fields.length > 0 && tense === 'present',
  })
  const record = tense === 'present' ? known.data?.record : undefined
  return record === undefined ? [] : watch.fields.filter((field) => field in record && isEmpty(record[field]))
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
