import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { Entry } from '../../kit/Entry.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useText } from '../../text.ts'
import type { Version } from './lines.ts'

interface StartDialogProps {
  readonly since: Version | null
  readonly onClose: () => void
}

/** Begins a new version; the lines themselves go on as they are. */
export function StartDialog({ since, onClose }: StartDialogProps): ReactNode {
  const words = useText()
  const api = useApi()
  const [label, setLabel] = useState('')
  const start = useMutation({
    mutationFn: () => api.send('POST', 'statement/versions', { body: { version: label } }),
    onSuccess: async () => {
      await api.refresh()
      onClose()
    },
  })
  return (
    <Dialog onClose={onClose} title={words('soa.start')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          start.mutate()
        }}
      >
        <p className="small soft field">
          {words(since === null ? 'soa.start.first' : 'soa.start.next', { version: since?.versionLabel ?? '' })}
        </p>
        <Entry text="statement.versionLabel" value={label} onChange={setLabel} />
        <Problem error={start.error} />
        <button type="submit" className="btn" disabled={start.isPending || label.trim() === ''}>
          {words('soa.start')}
        </button>
      </form>
    </Dialog>
  )
}
