import type { ReactNode } from 'react'
import { CopyButton } from '../../kit/CopyButton.tsx'
import { useText } from '../../text.ts'
import { curlOf } from './example.ts'
import { type Endpoint, type OpenApi, type Property, propertiesOf, resolved, schemaIn } from './open-api.ts'
import { SchemaTable } from './SchemaTable.tsx'

interface EndpointBodyProps {
  readonly endpoint: Endpoint
  readonly tag: string
  readonly document: OpenApi
  readonly organisation: string
}

const OK = /^2/

/** What an endpoint asks and answers, with the call as one would type it. */
export function EndpointBody({ endpoint, tag, document, organisation }: EndpointBodyProps): ReactNode {
  const words = useText()
  const { operation, method, path } = endpoint
  const takes = schemaIn(operation.requestBody?.content)
  const answers = Object.entries(operation.responses ?? {})
  const [status, answer] = answers.find(([code]) => OK.test(code)) ?? []
  const gives = schemaIn(answer?.content)
  const refused = answers.map(([code]) => code).filter((code) => !OK.test(code))
  const curl = curlOf(document, endpoint, organisation)
  const asked = (operation.parameters ?? []).map(
    ({ name, in: place, required = false, schema = {} }): Property & { readonly place: string } => ({
      name,
      schema,
      isRequired: required,
      place,
    }),
  )
  const tables: readonly (readonly [string, readonly Property[]])[] = [
    [words('apiPage.inPath'), asked.filter(({ place }) => place === 'path')],
    [words('apiPage.inQuery'), asked.filter(({ place }) => place === 'query')],
    [words('apiPage.takes'), takes === null ? [] : propertiesOf(document, takes)],
    [
      words('apiPage.gives', { status: status ?? '' }),
      gives === null ? [] : propertiesOf(document, resolved(document, gives)),
    ],
  ]
  return (
    <div className="endpointbody">
      {tables.map(([title, properties]) =>
        properties.length === 0 ? null : (
          <SchemaTable key={title} title={title} properties={properties} document={document} tag={tag} />
        ),
      )}
      {gives === null ? <p className="quiet">{words('apiPage.givesNothing', { status: status ?? '' })}</p> : null}
      {refused.length > 0 ? <p className="quiet">{words('apiPage.refuses', { codes: refused.join(', ') })}</p> : null}
      <p className="label examplehead">
        {words('apiPage.example')} <CopyButton value={curl} label={`${method} ${path}`} />
      </p>
      <pre className="signed hash" tabIndex={0} aria-label={words('apiPage.example')}>
        {curl}
      </pre>
    </div>
  )
}
