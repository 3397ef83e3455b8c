import { type ReactNode, useState } from 'react'
import { EndpointBody } from './EndpointBody.tsx'
import type { Endpoint, OpenApi } from './open-api.ts'

interface EndpointItemProps {
  readonly endpoint: Endpoint
  readonly tag: string
  readonly document: OpenApi
  readonly organisation: string
}

/** One endpoint on a line; opened, with its parameters, what it takes and what it gives. */
export function EndpointItem({ endpoint, tag, document, organisation }: EndpointItemProps): ReactNode {
  const [isDrawn, setDrawn] = useState(false)
  const { method, path, operation } = endpoint
  return (
    <details className="endpoint" onToggle={(event) => event.currentTarget.open && setDrawn(true)}>
      <summary>
        <code className="method">{method}</code>
        <span>
          {/* The document is English, whatever the reader's language. */}
          <span lang="en">{operation.summary ?? ''}</span>
          <br />
          <code className="path">{path}</code>
        </span>
      </summary>
      {isDrawn ? <EndpointBody endpoint={endpoint} tag={tag} document={document} organisation={organisation} /> : null}
    </details>
  )
}
