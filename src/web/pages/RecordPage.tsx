import type { ReactNode } from 'react'
import { useParam } from '../address.ts'
import { Refused } from '../client.ts'
import { NewRecord } from '../kit/record/NewRecord.tsx'
import { RecordView } from '../kit/record/RecordView.tsx'
import { findRegister } from '../registers.ts'

/** A record on its own page, or the form of a new one. */
export function RecordPage(): ReactNode {
  const register = findRegister(useParam('register'))
  const id = useParam('id')
  if (register === null) throw new Refused('not_found', {})
  return id === 'new' ? (
    <NewRecord key={register.name} register={register} />
  ) : (
    <RecordView key={id} register={register} id={id} />
  )
}
