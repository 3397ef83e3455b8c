import { useQueries } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { isBulk } from '../../kit/bulk.ts'
import { isNothing } from '../../kit/difference.ts'
import { findRegister } from '../../registers.ts'
import type { RecordReply } from '../../replies.ts'
import { useText } from '../../text.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import type { Watched } from './MissingFacts.tsx'

/** Of more than these a list with its filters is the better place. */
const MOST = 60

/** As many as are filled in one by one: what they lack tells whether one answer would help. */
const LOOKED_AT = 6

/** The way to one answer for many: what is the same for all of them is told once. */
export function AnswerTogether({ objects }: { readonly objects: readonly Watched[] }): ReactNode {
  const { tense } = useAsOf()
  const own = objects.filter(({ id, register, watch }) => watch.id === id && register === objects[0]?.register)
  const register = findRegister(own[0]?.register ?? '')
  const fields = register === null ? [] : sharedFields(register, own)
  if (tense !== 'present' || register === null || fields.length === 0) return null
  return <Offered register={register} fields={fields} objects={own.slice(0, MOST)} />
}

/** Fields that are watched in more than one of them and that take one value for many. */
function sharedFields(register: Register, objects: readonly Watched[]): readonly string[] {
  const all = objects.flatMap(({ watch }) => [...new Set(watch.fields)])
  return [...new Set(all)].filter((field) => isBulk(register, field) && all.filter((one) => one === field).length > 1)
}

interface OfferedProps {
  readonly register: Register
  readonly fields: readonly string[]
  readonly objects: readonly Watched[]
}

/** Offered where more than one of them lacks the same. */
function Offered({ register, fields, objects }: OfferedProps): ReactNode {
  const words = useText()
  const [isOpen, setOpen] = useState(false)
  const { records } = useRecords(register, objects.slice(0, LOOKED_AT))
  if (lackingIn(records, fields).length === 0) return null
  return (
    <li>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {words('answer.together', { n: objects.length })}
      </button>
      {isOpen ? <Loaded register={register} fields={fields} objects={objects} onClose={() => setOpen(false)} /> : null}
    </li>
  )
}

/** All of them as they are now: an answer is only given where there is none. */
function Loaded({ register, fields, objects, onClose }: OfferedProps & { readonly onClose: () => void }): ReactNode {
  const { records, isPending } = useRecords(register, objects)
  if (isPending) return null
  return <AnswerDialog register={register} fields={lackingIn(records, fields)} records={records} onClose={onClose} />
}

function useRecords(
  register: Register,
  objects: readonly Watched[],
): { readonly records: readonly AnyRecord[]; readonly isPending: boolean } {
  const api = useApi()
  const loaded = useQueries({
    queries: objects.map(({ id }) => api.read<RecordReply>(`registers/${register.name}/${id}`)),
  })
  return {
    records: loaded.flatMap(({ data }) => data?.record ?? []),
    isPending: loaded.some(({ isPending }) => isPending),
  }
}

function lackingIn(records: readonly AnyRecord[], fields: readonly string[]): readonly string[] {
  return fields.filter((field) => records.filter((record) => isNothing(record[field])).length > 1)
}
