import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  type Answer,
  type TestMember,
  type TestOrganisation,
  type TestServer,
  testServer,
} from '../../../test/server.ts'
import { inOrganisation } from '../../platform/store/store.ts'
import { verifyLedger } from '../../platform/store/verify.ts'
import { buildWorkbook } from '../../platform/xlsx/test/build.ts'
import { previewImport as previewContract } from './contract.ts'
import { risksWorkbook, statementWorkbook } from './test/workbooks.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

type Import = z.output<typeof previewContract.reply>

interface Place {
  readonly of: TestOrganisation
  readonly coordinator: TestMember
}

async function place(): Promise<Place> {
  const of = await server.organisation()
  return { of, coordinator: await server.member(of, ['coordinator']) }
}

async function upload(member: TestMember, name: string, bytes: Uint8Array): Promise<string> {
  const answer = await member.call('POST', '/files', {
    bytes: new Uint8Array(bytes),
    headers: { 'x-file-name': encodeURIComponent(name) },
  })
  expect(answer.status).toBe(200)
  return String(valueAt(answer.body, 'hash'))
}

async function preview(member: TestMember, files: Readonly<Record<string, Uint8Array>>): Promise<Import> {
  const hashes: string[] = []
  for (const [name, bytes] of Object.entries(files)) hashes.push(await upload(member, name, bytes))
  return importIn(await member.call('POST', '/imports', { body: { files: hashes } }))
}

const importIn = (answer: Answer): Import => {
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, ''])
  return previewContract.reply.parse(answer.body)
}
const valueAt = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
const codeOf = ({ status, body }: Answer): unknown => [status, valueAt(body, 'code')]
const total = async ({ coordinator }: Place, register: string): Promise<unknown> =>
  valueAt((await coordinator.call('GET', `/registers/${register}`)).body, 'total')
const rowsOf = async (
  { coordinator }: Place,
  register: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const rows = valueAt((await coordinator.call('GET', `/registers/${register}?limit=200`)).body, 'rows')
  return Array.isArray(rows) ? rows : []
}

async function verified({ of, coordinator }: Place): Promise<number> {
  const { store } = server.installation
  const keys = await server.installation.verifierKeys()
  const result = await inOrganisation(store, { organisation: of.id, actor: coordinator.actor }, (ctx) =>
    verifyLedger(ctx, keys),
  )
  return result.size
}

describe('an import over HTTP', () => {
  test('shows what it would do, writes it all at once, and can be taken back', async () => {
    const at = await place()
    const before = await verified(at)
    const draft = await preview(at.coordinator, { 'risks.xlsx': risksWorkbook(), 'soa.xlsx': statementWorkbook() })
    expect(draft.state).toBe('draft')
    expect(draft.records).toEqual({
      asset: 4,
      person: 1,
      role: 3,
      risk_method: 1,
      risk: 4,
      risk_score: 7,
      treatment: 4,
      statement: 1,
      statement_line: 93,
    })
    expect(await total(at, 'risk')).toBe(0)
    const applied = importIn(await at.coordinator.call('POST', `/imports/${draft.id}/apply`))
    expect(applied.state).toBe('applied')
    expect([await total(at, 'asset'), await total(at, 'risk'), await total(at, 'statement_line')]).toEqual([4, 4, 93])
    expect(await verified(at)).toBe(before + 118)
    const again = await at.coordinator.call('POST', `/imports/${draft.id}/apply`)
    expect(codeOf(again)).toEqual([409, 'import.not_a_draft'])
    const undone = importIn(await at.coordinator.call('POST', `/imports/${draft.id}/undo`))
    expect(undone.state).toBe('undone')
    expect([await total(at, 'asset'), await total(at, 'risk'), await total(at, 'statement_line')]).toEqual([0, 0, 0])
    expect(await verified(at)).toBe(before + 236)
  })

  test('is not taken back where somebody went on, and says with what', async () => {
    const at = await place()
    const draft = await preview(at.coordinator, { 'risks.xlsx': risksWorkbook() })
    importIn(await at.coordinator.call('POST', `/imports/${draft.id}/apply`))
    const [asset] = await rowsOf(at, 'asset')
    await at.coordinator.call('PATCH', `/registers/asset/${String(asset?.['id'])}`, {
      body: { version: 1, set: { title: 'Portal 2' } },
    })
    const refused = await at.coordinator.call('POST', `/imports/${draft.id}/undo`)
    expect(codeOf(refused)).toEqual([409, 'import.changed_since'])
    expect(valueAt(refused.body, 'message')).toContain('A-1')
    expect(await total(at, 'risk')).toBe(4)
  })

  test('follows corrections: another column, a name that is a person, a table left out', async () => {
    const at = await place()
    const draft = await preview(at.coordinator, { 'risks.xlsx': risksWorkbook() })
    const [assets, risks] = draft.tables
    const corrections = {
      names: { CTO: 'person' },
      tables: { [assets?.key ?? '']: { columns: { 3: null }, leaveOut: [5] }, [risks?.key ?? '']: { register: null } },
    }
    const corrected = importIn(await at.coordinator.call('PATCH', `/imports/${draft.id}`, { body: { corrections } }))
    expect(corrected.records).toEqual({ asset: 3, person: 2, role: 1 })
    expect(corrected.corrections).toEqual(corrections)
    importIn(await at.coordinator.call('POST', `/imports/${draft.id}/apply`))
    expect((await rowsOf(at, 'asset')).map((row) => [row['title'], row['description']])).toEqual([
      ['Portal', null],
      ['Office', null],
      ['Phones', null],
    ])
  })

  test('writes nothing when the registers changed so that it would do something else', async () => {
    const at = await place()
    const draft = await preview(at.coordinator, { 'risks.xlsx': risksWorkbook() })
    await at.coordinator.call('POST', '/registers/asset', { body: { set: { title: 'Portal' } } })
    const refused = await at.coordinator.call('POST', `/imports/${draft.id}/apply`)
    expect(codeOf(refused)).toEqual([409, 'import.outdated'])
    expect(await total(at, 'risk')).toBe(0)
    const seen = importIn(await at.coordinator.call('GET', `/imports/${draft.id}`))
    expect(seen.counts).toMatchObject({ update: 1 })
    expect(importIn(await at.coordinator.call('POST', `/imports/${draft.id}/apply`)).state).toBe('applied')
    expect(await total(at, 'asset')).toBe(4)
  })

  test('of a table with a fault names the row and the column, and writes nothing', async () => {
    const at = await place()
    const text = 'title;kind;inScope\r\nServer;hardware;ja\r\nPrinter;fruit;ja\r\n'
    const draft = await preview(at.coordinator, { 'assets.csv': new TextEncoder().encode(text) })
    expect(draft.tables[0]).toMatchObject({ kind: 'table', register: 'asset', counts: { create: 1, fault: 1 } })
    expect(draft.tables[0]?.rows[1]?.faults[0]).toMatchObject({ column: 2, code: 'not_a_choice' })
    const refused = await at.coordinator.call('POST', `/imports/${draft.id}/apply`)
    expect(codeOf(refused)).toEqual([422, 'import.has_faults'])
    expect(await total(at, 'asset')).toBe(0)
    const key = draft.tables[0]?.key ?? ''
    const corrections = { names: {}, tables: { [key]: { leaveOut: [3] } } }
    await at.coordinator.call('PATCH', `/imports/${draft.id}`, { body: { corrections } })
    importIn(await at.coordinator.call('POST', `/imports/${draft.id}/apply`))
    expect(await total(at, 'asset')).toBe(1)
  })

  test('takes every register back as it was exported, and only what was changed in it', async () => {
    const at = await place()
    const draft = await preview(at.coordinator, { 'risks.xlsx': risksWorkbook(), 'soa.xlsx': statementWorkbook() })
    importIn(await at.coordinator.call('POST', `/imports/${draft.id}/apply`))
    await at.coordinator.call('POST', '/registers/asset', {
      body: { set: { title: '=1+1', description: "-2;'x\n@y" } },
    })
    const exported = async (register: string, query: string): Promise<Uint8Array> => {
      const { port } = server
      const address = `http://127.0.0.1:${port}/api/organisations/${at.of.slug}/registers/${register}/export?${query}`
      const reply = await fetch(address, { headers: { authorization: `Bearer ${at.coordinator.token}` } })
      expect(reply.status).toBe(200)
      return new Uint8Array(await reply.arrayBuffer())
    }
    for (const register of Object.keys({ ...draft.records, control: 93, organisation: 1 })) {
      for (const [format, language] of [
        ['xlsx', 'nl'],
        ['csv', 'en'],
      ] as const) {
        const bytes = await exported(register, `format=${format}&language=${language}`)
        const back = await preview(at.coordinator, { [`${register}.${format}`]: bytes })
        expect([register, back.tables[0]?.register, back.records, back.counts.fault]).toEqual([
          register,
          register,
          {},
          0,
        ])
        expect(back.counts.unchanged).toBeGreaterThan(0)
      }
    }
    const csv = new TextDecoder().decode(await exported('asset', 'format=csv&language=en'))
    const changed = await preview(at.coordinator, {
      'asset.csv': new TextEncoder().encode(csv.replace('Portal', 'Portal 2')),
    })
    expect([changed.counts.update, changed.counts.unchanged]).toEqual([1, 4])
    importIn(await at.coordinator.call('POST', `/imports/${changed.id}/apply`))
    const stale = await preview(at.coordinator, {
      'again.csv': new TextEncoder().encode(csv.replace('Portal', 'Portal 3')),
    })
    expect(stale.tables[0]?.rows[0]?.faults).toMatchObject([{ code: 'changed_since', values: { seen: 1, now: 2 } }])
  })

  test('speaks the language of whoever looks', async () => {
    const at = await place()
    const draft = await preview(at.coordinator, { 'risks.xlsx': risksWorkbook() })
    const message = async (language: string): Promise<string> =>
      importIn(await at.coordinator.call('GET', `/imports/${draft.id}`, { headers: { 'accept-language': language } }))
        .notices[0]?.message ?? ''
    expect(await message('nl')).toContain('Risicomethode')
    expect(await message('en')).toContain('Risk method')
  })

  test('refuses what is no workbook with the name of the file', async () => {
    const at = await place()
    const hash = await upload(at.coordinator, 'page.xlsx', new TextEncoder().encode('<html></html>'))
    const refused = await at.coordinator.call('POST', '/imports', { body: { files: [hash] } })
    expect(codeOf(refused)).toEqual([422, 'workbook.not_a_workbook'])
    expect(valueAt(refused.body, 'values')).toMatchObject({ file: 'page.xlsx' })
  })

  test('refuses a workbook in which nothing is a table', async () => {
    const at = await place()
    const hash = await upload(
      at.coordinator,
      'letter.xlsx',
      buildWorkbook([{ name: 'Letter', rows: { 1: ['Dear all'] } }]),
    )
    expect(codeOf(await at.coordinator.call('POST', '/imports', { body: { files: [hash] } }))).toEqual([
      422,
      'import.nothing_recognised',
    ])
  })

  test('does no more than its importer may do by hand', async () => {
    const at = await place()
    const owner = await server.member(at.of, ['owner'])
    const draft = await preview(at.coordinator, {
      'assets.csv': new TextEncoder().encode('title;kind\r\nServer;hardware\r\n'),
    })
    importIn(await at.coordinator.call('POST', `/imports/${draft.id}/apply`))
    const change = await preview(owner, {
      'c.csv': new TextEncoder().encode('number;title;kind\r\nA-1;Mine;software\r\n'),
    })
    expect(codeOf(await owner.call('POST', `/imports/${change.id}/apply`))).toEqual([403, 'permission.role'])
  })

  test('takes no file and no import of another organisation', async () => {
    const [at, elsewhere] = [await place(), await place()]
    const hash = await upload(elsewhere.coordinator, 'risks.xlsx', risksWorkbook())
    expect(codeOf(await at.coordinator.call('POST', '/imports', { body: { files: [hash] } }))).toEqual([
      404,
      'file.unknown',
    ])
    const draft = await preview(elsewhere.coordinator, { 'risks.xlsx': risksWorkbook() })
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/apply'],
      ['POST', '/undo'],
      ['DELETE', ''],
    ] as const) {
      expect(codeOf(await at.coordinator.call(method, `/imports/${draft.id}${path}`))).toEqual([404, 'import.unknown'])
    }
    expect(valueAt((await at.coordinator.call('GET', '/imports')).body, 'imports')).toEqual([])
  })

  test('that was put aside is no longer listed', async () => {
    const at = await place()
    const draft = await preview(at.coordinator, { 'risks.xlsx': risksWorkbook() })
    const listed = async (): Promise<unknown> => valueAt((await at.coordinator.call('GET', '/imports')).body, 'imports')
    expect(await listed()).toHaveLength(1)
    expect(importIn(await at.coordinator.call('DELETE', `/imports/${draft.id}`)).state).toBe('dropped')
    expect(await listed()).toEqual([])
  })
})
