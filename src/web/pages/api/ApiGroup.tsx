import { type ReactNode, useState } from 'react'
import { findRegister } from '../../registers.ts'
import { useText } from '../../text.ts'
import { EndpointItem } from './EndpointItem.tsx'
import type { Group, OpenApi } from './open-api.ts'

interface ApiGroupProps {
  readonly group: Group
  readonly title: string
  readonly document: OpenApi
  readonly organisation: string
  readonly isOpen: boolean
}

/** The endpoints of one register or part; drawn when it is opened, for there are five hundred in all. */
export function ApiGroup({ group, title, document, organisation, isOpen }: ApiGroupProps): ReactNode {
  const words = useText()
  const [isDrawn, setDrawn] = useState(isOpen)
  const { tag, endpoints } = group
  return (
    <details className="apigroup" open={isOpen} onToggle={(event) => event.currentTarget.open && setDrawn(true)}>
      <summary>
        <h3>{title}</h3> <span className="quiet num">{endpoints.length}</span>
      </summary>
      {isDrawn ? (
        <>
          {findRegister(tag) === null ? null : <p className="small soft text">{words(`${tag}.about`)}</p>}
          {endpoints.map((endpoint) => (
            <EndpointItem
              key={`${endpoint.method} ${endpoint.path}`}
              endpoint={endpoint}
              tag={tag}
              document={document}
              organisation={organisation}
            />
          ))}
        </>
      ) : null}
    </details>
  )
}
