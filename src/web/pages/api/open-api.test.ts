import { describe, expect, test } from 'vitest'
import { curlOf, exampleOf } from './example.ts'
import { found, groupsOf, type OpenApi, typeText } from './open-api.ts'

const set = { $ref: '#/components/schemas/RiskInput' }
const document: OpenApi = {
  servers: [{ url: 'https://isms.example.org/api' }],
  paths: {
    '/start': { get: { summary: 'Tells whether nobody has an account yet.', security: [] } },
    '/organisations/{organisation}/registers/risk/{id}': {
      get: { tags: ['risk'], summary: 'Reads a risk.' },
      patch: {
        tags: ['risk'],
        summary: 'Changes fields of a risk.',
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { version: { type: 'integer' }, set },
                required: ['version', 'set'],
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      RiskInput: {
        type: 'object',
        properties: {
          title: { anyOf: [{ type: 'string' }, { type: 'null' }] },
          decision: { enum: ['accept', 'treat'] },
        },
      },
    },
  },
}
const groups = groupsOf(document)

describe('the endpoints', () => {
  test('are grouped by tag, or by their path', () => {
    expect(groups.map(({ tag, endpoints }) => [tag, endpoints.map(({ method }) => method)])).toEqual([
      ['start', ['GET']],
      ['risk', ['GET', 'PATCH']],
    ])
  })

  test.each([
    ['risk patch', ['Changes fields of a risk.']],
    ['Risico READS', ['Reads a risk.']],
    ['nowhere', []],
  ])('are found by every word of “%s”', (query, summaries) => {
    const names = found(groups, query, (tag) => (tag === 'risk' ? 'Risico’s' : tag))
    expect(names.flatMap(({ endpoints }) => endpoints.map(({ operation }) => operation.summary))).toEqual(summaries)
  })

  test('come with a line for the terminal', () => {
    const [open] = groups[0]?.endpoints ?? []
    const [, patch] = groups[1]?.endpoints ?? []
    expect(open && curlOf(document, open, 'kiekendief')).toBe('curl https://isms.example.org/api/start')
    expect(patch && curlOf(document, patch, 'kiekendief')).toBe(
      [
        'curl -X PATCH https://isms.example.org/api/organisations/kiekendief/registers/risk/ID',
        "-H 'Authorization: Bearer TOKEN'",
        "-H 'Content-Type: application/json'",
        `-d '{"version":1,"set":{"title":"…","decision":"accept"}}'`,
      ].join(' \\\n  '),
    )
  })
})

describe('a schema', () => {
  test.each([
    [{ type: 'string', format: 'date' }, 'date'],
    [{ anyOf: [{ enum: ['low', 'high'] }, { type: 'null' }] }, 'low | high | null'],
    [{ type: 'array', items: { enum: ['a', 'b'] } }, '(a | b)[]'],
    [set, 'RiskInput'],
    [{}, 'any'],
  ])('is told in a word: %o', (schema, text) => {
    expect(typeText(schema)).toBe(text)
  })

  test('that names itself ends somewhere', () => {
    const loop = { $ref: '#/components/schemas/Loop' }
    const endless: OpenApi = { paths: {}, components: { schemas: { Loop: { properties: { next: loop } } } } }
    expect(JSON.stringify(exampleOf(endless, loop))).toBe('{"next":{"next":{"next":{"next":{}}}}}')
  })
})
