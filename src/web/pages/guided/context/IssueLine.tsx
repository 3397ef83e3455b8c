import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api.ts'
import { Go } from '../../../Go.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { useText } from '../../../text.ts'
import type { Issue } from './context.ts'

/** An issue that stands in the register; a draft waits for somebody to say that it is so. */
export function IssueLine({ issue, canEdit }: { readonly issue: Issue; readonly canEdit: boolean }): ReactNode {
  const words = useText()
  const api = useApi()
  const { id, version, number, title, effect, state } = issue
  const agree = useMutation({
    mutationFn: () => api.send('POST', `registers/context_issue/${id}/acts/review`, { body: { version } }),
    onSettled: () => api.refresh(),
  })
  return (
    <li>
      <p>
        <Mark severity={state === 'draft' ? 'question' : 'ok'} isNamed={false} /> <b>{title}</b>{' '}
        <Go to={`registers/context_issue/${id}`} className="small">
          {number}
        </Go>
      </p>
      {effect === null ? null : <p className="small soft">{effect}</p>}
      {state === 'draft' && canEdit ? (
        <button
          type="button"
          className="ghost"
          disabled={agree.isPending}
          aria-label={words('guide.context.agreeNamed', { title })}
          onClick={() => agree.mutate()}
        >
          {words('guide.context.agree')}
        </button>
      ) : null}
      <Problem error={agree.error} />
    </li>
  )
}
