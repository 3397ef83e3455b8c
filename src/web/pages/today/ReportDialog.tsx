import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { Problem } from '../../kit/Problem.tsx'
import type { RecordReply } from '../../replies.ts'
import { useMembership } from '../../session.ts'
import { useText } from '../../text.ts'

interface ReportDialogProps {
  /** With the number of what was reported, null where nothing was. */
  readonly onClose: (number: string | null) => void
}

/** Tells what somebody noticed: one line is enough, the rest is asked later by whoever judges it. */
export function ReportDialog({ onClose }: ReportDialogProps): ReactNode {
  const words = useText()
  const api = useApi()
  const { person } = useMembership()
  const [title, setTitle] = useState('')
  const [description, setDescription] = useState('')
  const report = useMutation({
    mutationFn: () =>
      api.send<RecordReply>('POST', 'registers/security_event', {
        body: {
          set: {
            title: title.trim(),
            description: description.trim() === '' ? null : description,
            reportedAt: new Date().toISOString(),
            reportedBy: person?.id ?? null,
            channel: 'form',
          },
        },
      }),
    onSuccess: async ({ record }) => {
      await api.refresh()
      onClose(record.number)
    },
  })
  return (
    <Dialog title={words('today.report.button')} onClose={() => onClose(null)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          report.mutate()
        }}
      >
        <label className="field">
          <span className="label">{words('today.report.title')}</span>
          <input className="in" value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <label className="field">
          <span className="label">{words('today.report.more')}</span>
          <textarea
            className="in"
            rows={4}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </label>
        <p className="small quiet">{words('today.report.safe')}</p>
        <Problem error={report.error} />
        <p className="btns">
          <button type="submit" className="btn big" disabled={title.trim() === '' || report.isPending}>
            {words('today.report.send')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
