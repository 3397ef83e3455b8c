import { z } from 'zod'
import { type AnyContract, fileBody, fileReply, needsOf } from '../../kernel/contract.ts'
import type { JsonObject } from '../../kernel/json.ts'
import { REFUSALS } from '../../kernel/refusal.ts'
import type { Register } from '../../kernel/register.ts'
import type { Registry } from '../../kernel/registry.ts'
import type { Words } from '../../kernel/text.ts'
import type { Route } from './bind.ts'

export interface OpenApiParts {
  readonly routes: readonly Route[]
  readonly registry: Registry
  /** English. */
  readonly words: Words
  readonly version: string
  readonly address: string
}

type Schema = Record<string, unknown>

const OF_REGISTER = '/registers/:register'

/** The API as an OpenAPI 3.1 document: every contract, and for each register the addresses that its declaration gives. */
export function openApi(parts: OpenApiParts): Schema {
  const contracts = parts.routes.map(({ contract }) => contract)
  const generic = contracts.filter(({ path }) => path.includes(OF_REGISTER))
  const operations = [
    ...contracts.filter((contract) => !generic.includes(contract)).map((contract) => operationOf(contract)),
    ...parts.registry.registers.flatMap((register) => registerOperations(generic, register, parts.words)),
  ]
  const paths: Record<string, Schema> = {}
  for (const { path, method, operation } of operations) (paths[path] ??= {})[method] = operation
  return {
    openapi: '3.1.0',
    info: {
      title: 'Waarborg',
      version: parts.version,
      description: 'Everything that the screens do, they do through this. Dates are calendar days of the organisation.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${parts.address}/api` }],
    security: [{ token: [] }, { session: [] }],
    tags: parts.registry.registers.map((register) => ({
      name: register.name,
      description: parts.words(`${register.name}.about`),
    })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token, bound to one organisation.' },
        session: { type: 'apiKey', in: 'cookie', name: 'waarborg.session_token' },
      },
      schemas: {
        Refusal: refusalSchema(),
        ...Object.fromEntries(
          parts.registry.registers.flatMap((register) => registerSchemas(parts.registry, register)),
        ),
      },
    },
  }
}

interface Operation {
  readonly path: string
  readonly method: string
  readonly operation: Schema
}

/** What differs where a contract is spelt out for one register or one act. */
interface Spelt {
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly without: readonly string[]
  readonly body?: Schema
  readonly reply?: Schema
}

function operationOf(contract: AnyContract, spelt: Spelt = plainly(contract)): Operation {
  const { path } = spelt
  return {
    path: path.replaceAll(/:(\w+)/g, '{$1}'),
    method: contract.method.toLowerCase(),
    operation: {
      operationId: [contract.method.toLowerCase(), ...wordsOf(path)].join('_').replaceAll('-', '_'),
      summary: spelt.summary,
      tags: [spelt.tag],
      parameters: [
        ...parametersIn('path', contract.params, spelt.without),
        ...parametersIn('query', contract.query, []),
      ],
      ...bodyOf(contract, spelt.body),
      responses: { ...replyOf(contract, spelt.reply), ...refusals(contract) },
      ...(needsOf(contract) === 'anybody' ? { security: [] } : {}),
    },
  }
}

function plainly({ path, summary }: AnyContract): Spelt {
  return { path, summary, tag: wordsOf(path)[0] ?? 'waarborg', without: [] }
}

function wordsOf(path: string): readonly string[] {
  return path.split(/[/:]+/).filter((word) => word !== '' && word !== 'organisations' && word !== 'organisation')
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })
  const { $schema: _, $defs: recursive, ...rest } = made
  // What refers to itself is free JSON (`z.json()`), which says as much when it says nothing.
  return recursive === undefined ? rest : withoutReferences(rest)
}

function withoutReferences(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => key !== '$ref')
      .map(([key, value]) => [key, isObject(value) ? withoutReferences(value) : value]),
  )
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parametersIn(place: 'path' | 'query', schema: z.ZodType, without: readonly string[]): readonly Schema[] {
  const { properties, required } = jsonSchema(schema, 'input')
  const demanded: readonly unknown[] = Array.isArray(required) ? required : []
  if (!isObject(properties)) return []
  return Object.entries(properties)
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => ({ name, in: place, required: place === 'path' || demanded.includes(name), schema: value }))
}

function bodyOf(contract: AnyContract, spelt: Schema | undefined): Schema {
  if (contract.body === fileBody) {
    return {
      requestBody: { required: true, content: { 'application/octet-stream': { schema: { format: 'binary' } } } },
    }
  }
  const schema = spelt ?? jsonSchema(contract.body, 'input')
  if (contract.method === 'GET' || contract.method === 'DELETE' || !isObject(schema['properties'])) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema } } } }
}

function replyOf(contract: AnyContract, spelt: Schema | undefined): Schema {
  if (contract.reply === fileReply) {
    return { 200: { description: 'A file.', content: { '*/*': { schema: { format: 'binary' } } } } }
  }
  if (contract.reply instanceof z.ZodUndefined) return { 204: { description: 'Done.' } }
  const schema = spelt ?? jsonSchema(contract.reply, 'output')
  return { 200: { description: 'Done.', content: { 'application/json': { schema } } } }
}

function refusals(contract: AnyContract): Schema {
  const isOpen = needsOf(contract) === 'anybody'
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } }
  const kinds = Object.entries(REFUSALS).filter(([kind]) => !(isOpen && kind === 'unauthenticated'))
  return Object.fromEntries(kinds.map(([kind, { http }]) => [http, { description: `Refused: ${kind}.`, content }]))
}

function refusalSchema(): Schema {
  return jsonSchema(
    z.object({
      kind: z.enum(['unauthenticated', 'forbidden', 'not_found', 'invalid', 'conflict', 'bug']),
      code: z.string().describe('What is refused, as `noun.reason`; stable.'),
      message: z.string().describe('The same in words, in the language of `Accept-Language` or `?language=`.'),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
      faults: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
      attached: z.unknown(),
      requestId: z.string(),
    }),
    'output',
  )
}

function registerOperations(generic: readonly AnyContract[], register: Register, words: Words): readonly Operation[] {
  const plural = words(`${register.name}.plural`)
  const singular = words(register.name)
  const one = `${/^[aeiou]/i.test(singular) ? 'an' : 'a'} ${singular}`
  return generic.flatMap((contract) => {
    const spelt: Spelt = {
      path: contract.path.replace(OF_REGISTER, `/registers/${register.name}`),
      summary: contract.summary
        .replaceAll('records of a register', plural)
        .replaceAll('a register', plural)
        .replaceAll('a record', one),
      tag: register.name,
      without: ['register'],
      ...schemasFor(contract, register),
    }
    return contract.path.endsWith('/acts/:act')
      ? actOperations(contract, register, spelt)
      : [operationOf(contract, spelt)]
  })
}

function actOperations(contract: AnyContract, { name, states }: Register, spelt: Spelt): readonly Operation[] {
  return Object.entries(states.transitions).map(([act, { from, to }]) =>
    operationOf(contract, {
      ...spelt,
      path: spelt.path.replace(':act', act),
      summary: `Takes ${name} from ${from.join(' or ')} to ${to}.`,
      without: [...spelt.without, 'act'],
    }),
  )
}

/** The generic contract knows `set` and records only as objects; the declaration knows what is in them. */
function schemasFor(contract: AnyContract, register: Register): Pick<Spelt, 'body' | 'reply'> {
  const input = { $ref: `#/components/schemas/${componentName(register)}Input` }
  const record = { $ref: `#/components/schemas/${componentName(register)}` }
  return {
    body: withProperty(jsonSchema(contract.body, 'input'), 'set', input),
    reply: contract.reply instanceof z.ZodObject ? withRecords(jsonSchema(contract.reply, 'output'), record) : {},
  }
}

function withRecords(schema: Schema, record: Schema): Schema {
  return withProperty(withProperty(schema, 'record', record), 'rows', { type: 'array', items: record })
}

function withProperty(schema: Schema, name: string, value: Schema): Schema {
  const { properties } = schema
  return isObject(properties) && name in properties
    ? { ...schema, properties: { ...properties, [name]: value } }
    : schema
}

/** `risk_score` as `RiskScore`. */
function componentName({ name }: Register): string {
  return name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

const HEAD: JsonObject = {
  id: { type: 'string', format: 'uuid' },
  register: { type: 'string' },
  number: { type: 'string', description: 'For people: R-12.' },
  state: { type: 'string' },
  version: { type: 'integer', description: 'A save names the version that it saw.' },
  sequence: { type: 'integer', description: 'The ledger entry that made this version.' },
  recordedAt: { type: 'string', format: 'date-time' },
  validFrom: { type: 'string', format: 'date' },
}

function registerSchemas(registry: Registry, register: Register): readonly (readonly [string, Schema])[] {
  const fields = jsonSchema(registry.schema(register), 'output')
  const given = isObject(fields['properties']) ? fields['properties'] : {}
  const { initial, transitions } = register.states
  const states = [...new Set([initial, ...Object.values(transitions).flatMap(({ from, to }) => [...from, to])])]
  const properties = { ...HEAD, register: { const: register.name }, state: { enum: states }, ...given }
  const written = Object.entries(given).filter(([name]) => register.fields[name]?.isSet !== true)
  const name = componentName(register)
  return [
    [name, { type: 'object', properties, required: Object.keys(HEAD) }],
    [`${name}Input`, { type: 'object', properties: Object.fromEntries(written), additionalProperties: false }],
  ]
}
