import type { ReactNode } from 'react'
import type { AnyRecord } from '../../kernel/isms.ts'
import type { BulkReply } from './bulk.ts'

interface BulkRefusalsProps {
  /** Undefined until something was sent. */
  readonly reply: BulkReply | undefined
  readonly records: readonly AnyRecord[]
}

/** Which of many records were not changed, and why. */
export function BulkRefusals({ reply, records }: BulkRefusalsProps): ReactNode {
  if (reply === undefined || reply.refused.length === 0) return null
  return (
    <ul className="note major" role="alert">
      {reply.refused.map(({ id, message }) => (
        <li key={id}>{`${records.find((one) => one.id === id)?.number ?? ''}: ${message}`}</li>
      ))}
    </ul>
  )
}
