import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { request } from '../client.ts'
import { ListError } from '../kit/list/ListError.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useText } from '../text.ts'
import { EndpointItem } from './api/EndpointItem.tsx'
import { byTag, type OpenApi } from './api/open-api.ts'

/** The endpoints of this installation, from the same contracts that the server answers by. */
export function ApiPage(): ReactNode {
  const words = useText()
  const document = useQuery({
    queryKey: ['/openapi.json'],
    queryFn: () => request<OpenApi>('GET', '/openapi.json'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (document.isPending) return <PageSkeleton />
  if (document.isError) return <ListError error={document.error} onRetry={() => void document.refetch()} />
  return (
    <>
      <div className="head">
        <h1>{words('api.title')}</h1>
        <div className="do">
          <a className="ghost" href="/api/openapi.json">
            {words('api.document')}
          </a>
        </div>
      </div>
      <p className="lead">{words('api.lead')}</p>
      {byTag(document.data).map(([tag, endpoints]) => (
        <section key={tag} className="sect" aria-label={tag}>
          <h2>{tag}</h2>
          {endpoints.map((endpoint) => (
            <EndpointItem key={`${endpoint.method} ${endpoint.path}`} endpoint={endpoint} />
          ))}
        </section>
      ))}
    </>
  )
}
