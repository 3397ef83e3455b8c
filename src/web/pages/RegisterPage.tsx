import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Register } from '../../kernel/register.ts'
import { useParam } from '../address.ts'
import { useApi } from '../api.ts'
import { Refused } from '../client.ts'
import { RegisterList } from '../kit/list/RegisterList.tsx'
import { findRegister } from '../registers.ts'
import type { ListReply } from '../replies.ts'

/** The list of a register; a register of one record leads straight to that record. */
export function RegisterPage(): ReactNode {
  const register = findRegister(useParam('register'))
  if (register === null) throw new Refused('not_found', {})
  return register.single ? (
    <SingleRecord register={register} />
  ) : (
    <RegisterList key={register.name} register={register} />
  )
}

function SingleRecord({ register }: { readonly register: Register }): ReactNode {
  const api = useApi()
  const { data, error } = useQuery(api.read<ListReply>(`registers/${register.name}`, { limit: '1' }))
  if (error !== null) throw error
  if (data === undefined) return null
  return <Navigate to={`/${api.organisation}/registers/${register.name}/${data.rows[0]?.id ?? 'new'}`} replace search />
}
