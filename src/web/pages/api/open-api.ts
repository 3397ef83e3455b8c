/** As much of OpenAPI 3.1 as the page shows. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

export interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Content }
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema?: unknown
}

type Content = Readonly<Record<string, { readonly schema?: unknown }>>

export interface Endpoint {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

const METHODS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete'])

/** Endpoints by their first tag, in the order of the document; without a tag, by the first word of the path. */
export function byTag(document: OpenApi): readonly (readonly [tag: string, endpoints: readonly Endpoint[]])[] {
  const tags = new Map<string, Endpoint[]>()
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      if (!METHODS.has(method)) continue
      const tag = operation.tags?.[0] ?? path.replace('/api/', '').split('/')[0] ?? path
      tags.set(tag, [...(tags.get(tag) ?? []), { method: method.toUpperCase(), path, operation }])
    }
  }
  return [...tags]
}

export function schemaIn(content: Content | undefined): unknown {
  return content?.['application/json']?.schema
}
