import type { RecordId, Register } from '../../kernel/register.ts'

/** What became of a change of many records. */
export interface BulkReply {
  readonly changed: number
  readonly refused: readonly { readonly id: RecordId; readonly code: string; readonly message: string }[]
}

/** Whether one value of the field makes sense for many records at once. */
export function isBulk(register: Register, name: string): boolean {
  const field = register.fields[name]
  if (field === undefined || field.isSet || name === register.title) return false
  return !['list', 'group', 'richText', 'file'].includes(field.kind)
}
