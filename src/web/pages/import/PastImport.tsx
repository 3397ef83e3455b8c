import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import type { ImportHead } from './plan.ts'

interface PastImportProps {
  readonly head: ImportHead
}

/** One import: what it brought, and the way back while nobody went on with what it made. */
export function PastImport({ head }: PastImportProps): ReactNode {
  const { words, moment, list } = useSpeech()
  const api = useApi()
  const { tense } = useAsOf()
  const [isAsked, setAsked] = useState(false)
  const undo = useMutation({
    mutationFn: () => api.send('POST', `imports/${head.id}/undo`),
    onSuccess: () => {
      setAsked(false)
      return api.refresh()
    },
  })
  return (
    <li>
      <b>{list(head.files.map(({ name }) => name))}</b>
      {`, ${moment(head.appliedAt ?? head.createdAt)}. `}
      {head.state === 'draft' ? (
        <>
          {words('bring.waits')}{' '}
          <Go to="import" search={{ import: head.id }} isCurrent={false}>
            {words('bring.goOn')}
          </Go>
        </>
      ) : (
        words('bring.done', { created: head.counts.create, updated: head.counts.update })
      )}{' '}
      {head.undoneAt === null ? null : (
        <span className="quiet">{words('bring.undone', { when: moment(head.undoneAt) })}</span>
      )}
      {head.state === 'applied' && !isAsked && tense === 'present' ? (
        <button type="button" className="link" onClick={() => setAsked(true)}>
          {words('bring.undo')}
        </button>
      ) : null}
      {isAsked ? (
        <span>
          {words('bring.undo.sure')}{' '}
          <button type="button" className="link" disabled={undo.isPending} onClick={() => undo.mutate()}>
            {words('bring.undo.do')}
          </button>{' '}
          <button type="button" className="link" onClick={() => setAsked(false)}>
            {words('form.cancel')}
          </button>
        </span>
      ) : null}
      <Problem error={undo.error} />
    </li>
  )
}
