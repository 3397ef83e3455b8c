/** As much of OpenAPI 3.1 as the page shows. */
export interface OpenApi {
  readonly servers?: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

export interface Operation {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Content }
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>
  readonly security?: readonly unknown[]
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema?: Schema
}

/** JSON Schema, of which only what is read here is named. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>

export interface Endpoint {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

export interface Group {
  readonly tag: string
  readonly endpoints: readonly Endpoint[]
}

const METHODS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete'])

/** Endpoints by their first tag; without a tag, by the first word of the path. */
export function groupsOf(document: OpenApi): readonly Group[] {
  const tags = new Map<string, Endpoint[]>()
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      if (!METHODS.has(method)) continue
      const tag = operation.tags?.[0] ?? path.split('/').find((part) => part !== '') ?? path
      const known = tags.get(tag)
      if (known === undefined) tags.set(tag, [{ method: method.toUpperCase(), path, operation }])
      else known.push({ method: method.toUpperCase(), path, operation })
    }
  }
  return [...tags].map(([tag, endpoints]) => ({ tag, endpoints }))
}

/** The groups with those endpoints in which every word stands somewhere: in path, method, summary or the group's name. */
export function found(groups: readonly Group[], query: string, nameOf: (tag: string) => string): readonly Group[] {
  const words = query
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return groups
  return groups
    .map(({ tag, endpoints }) => ({
      tag,
      endpoints: endpoints.filter(({ method, path, operation }) => {
        const text = `${method} ${path} ${operation.summary ?? ''} ${tag} ${nameOf(tag)}`.toLocaleLowerCase()
        return words.every((word) => text.includes(word))
      }),
    }))
    .filter(({ endpoints }) => endpoints.length > 0)
}

export function schemaIn(content: Content | undefined): Schema | null {
  return content?.['application/json']?.schema ?? null
}

/** The schema that is meant: the named one where it only points. */
export function resolved(document: OpenApi, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  return (name === undefined ? undefined : document.components?.schemas?.[name]) ?? schema
}

/** Of what may also be null, the other; a choice between several shapes stays as it is. */
export function withoutNull(schema: Schema): Schema {
  const others = (schema.anyOf ?? []).filter((one) => one.type !== 'null')
  return others.length === 1 && others[0] !== undefined ? others[0] : schema
}

/** A type in a word: `date`, `low | high`, `uuid[]`. */
export function typeText(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? ''
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map(String).join(' | ')
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeText).join(' | ')
  if (schema.type === 'array') return schema.items === undefined ? 'array' : `${arrayText(typeText(schema.items))}[]`
  const type = typeof schema.type === 'string' ? schema.type : (schema.type ?? []).join(' | ')
  return schema.format ?? (type === '' ? 'any' : type)
}

function arrayText(item: string): string {
  return item.includes(' | ') ? `(${item})` : item
}

export interface Property {
  readonly name: string
  readonly schema: Schema
  readonly isRequired: boolean
}

export function propertiesOf(document: OpenApi, schema: Schema): readonly Property[] {
  const { properties = {}, required = [] } = resolved(document, schema)
  return Object.entries(properties).map(([name, value]) => ({
    name,
    schema: value,
    isRequired: required.includes(name),
  }))
}
