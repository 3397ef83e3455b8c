import type { Endpoint, OpenApi, Schema } from './open-api.ts'
import { propertiesOf, resolved, schemaIn, withoutNull } from './open-api.ts'

const DEEPEST = 4
/** Of an object in which nothing is required: enough to see how it is done. */
const SHOWN = 2

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '0190a000-0000-7000-8000-000000000001',
  date: '2026-03-02',
  'date-time': '2026-03-02T09:00:00.000Z',
  email: 'fenna@example.org',
}

/** A value that the schema takes, as small as it can be and still show something. */
export function exampleOf(document: OpenApi, given: Schema, depth = 0): unknown {
  const schema = withoutNull(resolved(document, given))
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.anyOf?.[0] !== undefined) return exampleOf(document, schema.anyOf[0], depth + 1)
  if (schema.type === 'array') {
    return schema.items === undefined || depth >= DEEPEST ? [] : [exampleOf(document, schema.items, depth + 1)]
  }
  if (schema.properties !== undefined) return exampleObject(document, schema, depth)
  return plainExample(schema)
}

function exampleObject(document: OpenApi, schema: Schema, depth: number): unknown {
  if (depth >= DEEPEST) return {}
  const all = propertiesOf(document, schema)
  const required = all.filter(({ isRequired }) => isRequired)
  const shown = required.length > 0 ? required : all.slice(0, SHOWN)
  return Object.fromEntries(shown.map(({ name, schema: value }) => [name, exampleOf(document, value, depth + 1)]))
}

function plainExample({ type, format }: Schema): unknown {
  if (type === 'integer' || type === 'number') return 1
  if (type === 'boolean') return true
  if (type === 'object') return {}
  return BY_FORMAT[format ?? ''] ?? '…'
}

/** The call as a line for the terminal. What stands in capitals has to be filled in. */
export function curlOf(document: OpenApi, { method, path, operation }: Endpoint, organisation: string): string {
  const address = path
    .replaceAll('{organisation}', organisation)
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase())
  const server = document.servers?.[0]?.url ?? '/api'
  const body = schemaIn(operation.requestBody?.content)
  const isFile = operation.requestBody?.content?.['application/octet-stream'] !== undefined
  const isOpen = operation.security?.length === 0
  const lines = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${server}${address}`,
    ...(isOpen ? [] : ["-H 'Authorization: Bearer TOKEN'"]),
    ...(body === null
      ? []
      : ["-H 'Content-Type: application/json'", `-d '${shellSafe(JSON.stringify(exampleOf(document, body)))}'`]),
    ...(isFile ? ["-H 'Content-Type: application/octet-stream'", "-H 'X-File-Name: FILE'", '--data-binary @FILE'] : []),
  ]
  return lines.join(' \\\n  ')
}

function shellSafe(text: string): string {
  return text.replaceAll("'", "'\\''")
}
