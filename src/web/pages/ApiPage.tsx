import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParam } from '../address.ts'
import { request } from '../client.ts'
import { Go } from '../Go.tsx'
import { ListError } from '../kit/list/ListError.tsx'
import { Sentence } from '../Sentence.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useText } from '../text.ts'
import { ApiGroups } from './api/ApiGroups.tsx'
import type { OpenApi } from './api/open-api.ts'

/** The endpoints of this installation, from the same contracts that the server answers by. */
export function ApiPage(): ReactNode {
  const words = useText()
  const organisation = useParam('organisation')
  const document = useQuery({
    queryKey: ['/openapi.json'],
    queryFn: () => request<OpenApi>('GET', '/openapi.json'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <>
      <div className="head">
        <h1>{words('apiPage.title')}</h1>
        <div className="do">
          <a className="ghost" href="/api/openapi.json" download="waarborg-openapi.json">
            {words('apiPage.document')}
          </a>
        </div>
      </div>
      <p className="lead">{words('apiPage.lead')}</p>
      <p className="small soft text after">
        <Sentence id="apiPage.token" parts={{ a: <Go to="members" />, b: <code /> }} />
      </p>
      {document.isPending ? <PageSkeleton /> : null}
      {document.isError ? <ListError error={document.error} onRetry={() => void document.refetch()} /> : null}
      {document.isSuccess ? <ApiGroups document={document.data} organisation={organisation} /> : null}
    </>
  )
}
