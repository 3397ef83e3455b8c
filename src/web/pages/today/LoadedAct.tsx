import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RecordId } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { ActDialog } from '../../kit/record/ActDialog.tsx'
import { findRegister } from '../../registers.ts'
import type { RecordReply } from '../../replies.ts'

interface LoadedActProps {
  readonly register: string
  readonly id: RecordId
  readonly act: string
  readonly onClose: () => void
}

/** The dialog of an act for a record that is not on the page: read when it is asked for. */
export function LoadedAct({ register, id, act, onClose }: LoadedActProps): ReactNode {
  const api = useApi()
  const record = useQuery(api.read<RecordReply>(`registers/${register}/${id}`))
  const declared = findRegister(register)
  if (declared === null || record.data === undefined) return null
  return <ActDialog register={declared} reply={record.data} act={act} onClose={onClose} />
}
