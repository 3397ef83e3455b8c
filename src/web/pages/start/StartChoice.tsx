import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { request } from '../../client.ts'
import { Problem } from '../../kit/Problem.tsx'
import { meQuery } from '../../session.ts'
import { PlainPage } from '../../shell/PlainPage.tsx'
import { useText } from '../../text.ts'

interface StartChoiceProps {
  readonly slug: string
}

/** The organisation is there and empty: bring what you have, begin by hand, or look around first. */
export function StartChoice({ slug }: StartChoiceProps): ReactNode {
  const words = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const sample = useMutation({
    mutationFn: () => request<{ readonly slug: string }>('POST', '/sample'),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: meQuery.queryKey })
      await navigate({ to: `/${made.slug}` })
    },
  })
  return (
    <PlainPage title={words('start.choose')} lead={words('start.choose.lead')}>
      <ol className="steps">
        <li>
          <div>
            <h3>{words('start.interview')}</h3>
            <p>{words('start.interview.why')}</p>
          </div>
          <Link to={`/${slug}/interview`} className="btn do">
            {words('start.interview.do')}
          </Link>
        </li>
        <li>
          <div>
            <h3>{words('start.import')}</h3>
            <p>{words('start.import.why')}</p>
          </div>
          <Link to={`/${slug}/import`} className="ghost do">
            {words('start.import.do')}
          </Link>
        </li>
        <li>
          <div>
            <h3>{words('start.empty')}</h3>
            <p>{words('start.empty.why')}</p>
          </div>
          <Link to={`/${slug}`} className="ghost do">
            {words('start.empty.do')}
          </Link>
        </li>
        <li>
          <div>
            <h3>{words('start.sample')}</h3>
            <p>{words('start.sample.why')}</p>
          </div>
          <button type="button" className="ghost do" disabled={sample.isPending} onClick={() => sample.mutate()}>
            {words('start.sample.do')}
          </button>
        </li>
      </ol>
      <Problem error={sample.error} />
    </PlainPage>
  )
}
