import type { ReactNode } from 'react'
import { useText } from '../../text.ts'
import { type Endpoint, schemaIn } from './open-api.ts'

interface EndpointItemProps {
  readonly endpoint: Endpoint
}

const INDENT = 2

/** One endpoint on a line; opened, with its parameters, what it takes and what it gives. */
export function EndpointItem({ endpoint }: EndpointItemProps): ReactNode {
  const words = useText()
  const { method, path, operation } = endpoint
  const takes = schemaIn(operation.requestBody?.content)
  const gives = Object.entries(operation.responses ?? {})
  return (
    <details className="finding endpoint">
      <summary>
        <b className="hash">{method}</b>
        <code className="hash">{path}</code>
        <span className="say">{operation.summary ?? ''}</span>
      </summary>
      <div className="endpointbody small">
        {operation.description === undefined ? null : <p className="text">{operation.description}</p>}
        {operation.parameters === undefined || operation.parameters.length === 0 ? null : (
          <>
            <h4>{words('api.parameters')}</h4>
            <ul>
              {operation.parameters.map((parameter) => (
                <li key={`${parameter.in} ${parameter.name}`}>
                  <code className="hash">{parameter.name}</code>{' '}
                  <span className="quiet">
                    {parameter.in}
                    {parameter.required === true ? `, ${words('form.required')}` : ''}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        {takes === undefined ? null : <Schema title={words('api.takes')} schema={takes} />}
        {gives.map(([status, { description, content }]) => (
          <Schema
            key={status}
            title={words('api.gives', { status, description: description ?? '' })}
            schema={schemaIn(content)}
          />
        ))}
      </div>
    </details>
  )
}

function Schema({ title, schema }: { readonly title: string; readonly schema: unknown }): ReactNode {
  return (
    <>
      <h4>{title}</h4>
      {schema === undefined ? null : <pre className="hash schema">{JSON.stringify(schema, null, INDENT)}</pre>}
    </>
  )
}
