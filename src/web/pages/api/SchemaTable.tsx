import type { ReactNode } from 'react'
import { useSpeech } from '../../text.ts'
import { type OpenApi, type Property, propertiesOf, resolved, type Schema, typeText, withoutNull } from './open-api.ts'

interface SchemaTableProps {
  readonly title: string
  readonly properties: readonly Property[]
  readonly document: OpenApi
  /** Fields of this register are told in the reader's own words. */
  readonly tag: string
}

/** What goes in or comes out, a line for each name; what has parts of its own opens. */
export function SchemaTable({ title, properties, document, tag }: SchemaTableProps): ReactNode {
  const { words, has } = useSpeech()
  return (
    <table className="schema">
      <caption className="label">{title}</caption>
      <tbody>
        {properties.map(({ name, schema, isRequired }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>
              <code className="quiet">{typeText(schema)}</code>
              {isRequired ? <span className="soft">{` ${words('form.required')}`}</span> : null}
              <Inner document={document} schema={schema} tag={tag} />
            </td>
            <td className="soft">{has(`${tag}.${name}`) ? words(`${tag}.${name}`) : (schema.description ?? '')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface InnerProps extends Pick<SchemaTableProps, 'document' | 'tag'> {
  readonly schema: Schema
}

function Inner({ document, schema, tag }: InnerProps): ReactNode {
  const { words } = useSpeech()
  const plain = withoutNull(schema)
  const held = resolved(document, plain.type === 'array' && plain.items !== undefined ? plain.items : plain)
  const properties = propertiesOf(document, held)
  if (properties.length === 0) return null
  return (
    <details className="innerschema">
      <summary>{words('apiPage.parts', { n: properties.length })}</summary>
      <SchemaTable title="" properties={properties} document={document} tag={tag} />
    </details>
  )
}
