import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import type { PastImport } from './plan.ts'

/** What was brought in before, each to be undone as a whole while nothing was built upon it. */
export function PastImports(): ReactNode {
  const { words, moment, list } = useSpeech()
  const api = useApi()
  const [asked, setAsked] = useState<string | null>(null)
  const past = useQuery(api.read<{ readonly imports: readonly PastImport[] }>('imports'))
  const undo = useMutation({
    mutationFn: (id: string) => api.send('POST', `imports/${id}/undo`, { body: {} }),
    onSuccess: () => {
      setAsked(null)
      return api.refresh()
    },
  })
  const imports = past.data?.imports ?? []
  if (imports.length === 0) return null
  return (
    <section className="sect" aria-labelledby="past">
      <h2 id="past">{words('bring.past')}</h2>
      <ul className="lines small">
        {imports.map((one) => (
          <li key={one.id}>
            <b>{list(one.files)}</b>
            {`, ${moment(one.at)}, ${one.actor.name}. `}
            {words('bring.done', { created: one.created, updated: one.updated, n: one.created + one.updated })}{' '}
            {one.undone === null ? null : (
              <span className="quiet">{words('bring.undone', { when: moment(one.undone) })}</span>
            )}
            {one.canUndo && asked !== one.id ? (
              <button type="button" className="link" onClick={() => setAsked(one.id)}>
                {words('bring.undo')}
              </button>
            ) : null}
            {asked === one.id ? (
              <span>
                {words('bring.undo.sure')}{' '}
                <button type="button" className="link" disabled={undo.isPending} onClick={() => undo.mutate(one.id)}>
                  {words('bring.undo.do')}
                </button>{' '}
                <button type="button" className="link" onClick={() => setAsked(null)}>
                  {words('form.cancel')}
                </button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <Problem error={undo.error} />
    </section>
  )
}
