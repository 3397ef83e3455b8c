import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useText } from '../../text.ts'
import type { StatementReply, Version } from './lines.ts'

interface ApproveDialogProps {
  readonly reply: StatementReply
  readonly statement: Version
  readonly onClose: () => void
}

/** Approving fixes the lines as they were seen: if one changed since, the approval is refused. */
export function ApproveDialog({ reply, statement, onClose }: ApproveDialogProps): ReactNode {
  const words = useText()
  const api = useApi()
  const [reason, setReason] = useState('')
  const approve = useMutation({
    mutationFn: () =>
      api.send('POST', 'statement/approve', {
        body: {
          id: statement.id,
          version: statement.version,
          sequence: reply.sequence,
          reason: reason.trim() === '' ? null : reason,
        },
      }),
    onSuccess: async () => {
      await api.refresh()
      onClose()
    },
  })
  return (
    <Dialog onClose={onClose} title={words('soa.approve')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          approve.mutate()
        }}
      >
        <p className="small soft field">
          {words('soa.approve.about', {
            ...reply.counts,
            version: statement.versionLabel ?? statement.number,
            sequence: reply.sequence,
          })}
        </p>
        {reply.counts.undecided > 0 ? (
          <p className="note field">{words('soa.approve.undecided', { n: reply.counts.undecided })}</p>
        ) : null}
        <label className="field">
          <span className="label">{words('act.reason.free')}</span>
          <textarea className="in" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <Problem error={approve.error} />
        <p className="btns">
          <button type="submit" className="btn" disabled={approve.isPending}>
            {words('soa.approve')}
          </button>
          <button type="button" className="ghost" onClick={onClose}>
            {words('form.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
