import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { registryOf } from '../kernel/registry.ts'
import { openApi } from '../platform/http/openapi.ts'
import { wordsIn } from '../platform/words.ts'
import { registers } from '../registers.gen.ts'
import { routes } from '../routes.gen.ts'
import { texts } from '../texts.gen.ts'

/** The parts of the OpenAPI 3.1 schema that a generator of clients rests on. */
const parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(['path', 'query']),
  required: z.boolean(),
  schema: z.looseObject({}),
})
const content = z.record(z.string(), z.strictObject({ schema: z.looseObject({}) }))
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-zA-Z0-9_]+$/),
  summary: z.string().regex(/\.$/),
  tags: z.array(z.string()).length(1),
  parameters: z.array(parameter),
  requestBody: z.strictObject({ required: z.literal(true), content }).optional(),
  responses: z.record(
    z.string().regex(/^[2-5]\d\d$/),
    z.strictObject({ description: z.string(), content: content.optional() }),
  ),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
})
const document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.url() })).min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), operation),
  ),
  components: z.strictObject({
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.enum(['http', 'apiKey']) })),
    schemas: z.record(z.string().regex(/^[a-zA-Z0-9._-]+$/), z.looseObject({ type: z.literal('object') })),
  }),
})

let text: string
let api: z.output<typeof document>

beforeAll(() => {
  const parts = {
    routes,
    registry: registryOf(registers, () => true),
    words: wordsIn(texts)('en'),
    version: '1.2.3',
    address: 'http://localhost:4400',
  }
  text = JSON.stringify(openApi(parts))
  api = document.parse(JSON.parse(text))
})

const operations = (): [string, z.output<typeof operation>][] =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((each): [string, z.output<typeof operation>] => [path, each]),
  )

describe('the OpenAPI document', () => {
  it('names every operation once', () => {
    const ids = operations().map(([, { operationId }]) => operationId)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('declares exactly the parameters that its paths have', () => {
    for (const [path, { parameters }] of operations()) {
      const declared = parameters.filter((each) => each.in === 'path').map(({ name }) => name)
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      expect([path, new Set(declared), declared.length]).toEqual([path, new Set(named), named.length])
    }
  })

  it('points at nothing that is not in it', () => {
    const targets = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '')
    const known = Object.keys(api.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect([...new Set(targets)].filter((target) => !known.includes(target))).toEqual([])
  })

  it('spells out every register and every act of it', () => {
    for (const { name, states } of registers) {
      const base = `/organisations/{organisation}/registers/${name}`
      expect(Object.keys(api.paths[base] ?? {}).sort()).toEqual(['get', 'post'])
      expect(api.paths[`${base}/{id}`]).toHaveProperty('patch')
      for (const act of Object.keys(states.transitions)) expect(api.paths).toHaveProperty([`${base}/{id}/acts/${act}`])
    }
    expect(
      Object.keys(api.paths).filter((path) => path.includes('{register}') && path.includes('/registers/')),
    ).toEqual([])
  })

  it('shows the fields of a record, and leaves out of an input what is set elsewhere', () => {
    const schemas = z.record(z.string(), z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() }))
    const { Risk: risk, RiskInput: input } = schemas.parse(api.components.schemas)
    expect(Object.keys(risk?.properties ?? {})).toEqual(expect.arrayContaining(['id', 'version', 'title', 'owner']))
    expect(Object.keys(input?.properties ?? {})).toContain('title')
    expect(Object.keys(input?.properties ?? {})).not.toContain('id')
  })
})
