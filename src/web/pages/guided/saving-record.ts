import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useApi } from '../../api.ts'
import type { RecordReply, Values } from '../../replies.ts'

interface Seen {
  readonly register: string
  readonly id: string
  readonly version: number
}

/** Saves answer after answer of one record, each on the version that the one before it made. */
export function useRecordSave({ register, id, version }: Seen): UseMutationResult<unknown, Error, Values> {
  const api = useApi()
  /** The newest version that an answer made here: the page itself hears of it only later. */
  const made = useRef(version)
  return useMutation({
    scope: { id },
    mutationFn: async (set: Values) => {
      const newest = Math.max(made.current, version)
      const reply = await api.send<RecordReply>('PATCH', `registers/${register}/${id}`, {
        body: { version: newest, set },
      })
      made.current = reply.record.version
    },
    onSettled: () => api.refresh(),
  })
}
