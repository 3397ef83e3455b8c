import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { Go } from '../../Go.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import type { Decision } from './today.ts'

interface ConsentDialogProps {
  readonly decision: Decision
  readonly onClose: () => void
}

/** The yes or no of whoever is asked: what it is about, what the standard asks of him, and his word in his own name. */
export function ConsentDialog({ decision, onClose }: ConsentDialogProps): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const [comment, setComment] = useState('')
  const { approval } = decision
  const give = useMutation({
    mutationFn: (said: 'approved' | 'rejected') =>
      api.send('POST', 'guides/consent/given', {
        body: {
          kind: approval?.kind,
          subject: decision.id,
          seen: approval?.seen,
          decision: said,
          comment: comment.trim() === '' ? null : comment.trim(),
        },
      }),
    onSuccess: async () => {
      await api.refresh()
      onClose()
    },
    onError: () => api.refresh(),
  })
  if (approval === null) return null
  const needsReason = comment.trim() === ''
  return (
    <Dialog onClose={onClose} title={words(`today.consent.${approval.kind}`)}>
      <p className="field">
        <Go to={`registers/${decision.register}/${decision.id}`}>{`${decision.number} ${decision.title}`}</Go>
      </p>
      {approval.risks.length === 0 ? null : (
        <ul className="lines small">
          {approval.risks.map((risk) => (
            <li key={risk.id}>
              <Go to={`registers/risk/${risk.id}`}>{`${risk.number} ${risk.title}`}</Go>
            </li>
          ))}
        </ul>
      )}
      {approval.reason === null ? null : <p className="field">{approval.reason}</p>}
      <p className="small soft field">
        {words(`today.consent.${approval.kind}.why`, { level: approval.level ?? 'none' })}
      </p>
      <p className="small field">
        <Go to="guide-consent">{words('today.consent.whole')}</Go>
      </p>
      <label className="field">
        <span className="label">{capital(words('approval.comment'))}</span>
        <textarea className="in" rows={2} value={comment} onChange={(event) => setComment(event.target.value)} />
      </label>
      <Problem error={give.error} />
      <p className="btns wrap">
        <button type="button" className="btn" disabled={give.isPending} onClick={() => give.mutate('approved')}>
          {words('today.consent.yes')}
        </button>
        <button
          type="button"
          className="ghost"
          disabled={give.isPending || needsReason}
          onClick={() => give.mutate('rejected')}
        >
          {words('today.consent.no')}
        </button>
      </p>
      {needsReason ? <p className="small quiet">{words('today.consent.noNeedsReason')}</p> : null}
    </Dialog>
  )
}
