import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { AnyRecord } from '../../kernel/isms.ts'
import type { RecordId, Register } from '../../kernel/register.ts'
import { useApi } from '../api.ts'
import type { Values } from '../replies.ts'

/** What became of a change of many records. */
export interface BulkReply {
  readonly changed: number
  readonly refused: readonly { readonly id: RecordId; readonly code: string; readonly message: string }[]
}

interface BulkChange {
  readonly records: readonly AnyRecord[]
  readonly set: Values
  readonly reason: string
}

/** Changes many records of a register at once; done where none was refused. */
export function useBulk(register: Register, onDone: () => void): UseMutationResult<BulkReply, Error, BulkChange> {
  const api = useApi()
  return useMutation({
    mutationFn: ({ records, set, reason }: BulkChange) =>
      api.send<BulkReply>('POST', `registers/${register.name}/bulk`, {
        body: { records: records.map(({ id, version }) => ({ id, version })), set, reason },
      }),
    onSuccess: async ({ refused }) => {
      await api.refresh()
      if (refused.length === 0) onDone()
    },
  })
}

/** Whether one value of the field makes sense for many records at once. */
export function isBulk(register: Register, name: string): boolean {
  const field = register.fields[name]
  if (field === undefined || field.isSet || name === register.title) return false
  return !['list', 'group', 'richText', 'file'].includes(field.kind)
}
