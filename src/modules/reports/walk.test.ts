import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Call, type TestServer, testServer } from '../../../test/server.ts'
import { change } from '../../platform/store/change.ts'
import { inOrganisation } from '../../platform/store/store.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

interface Page {
  readonly sequence: number
  readonly statement: { readonly id: string; readonly version: number; readonly state: string } | null
  readonly lines: readonly { readonly id: string; readonly version: number; readonly ref: string }[]
  readonly can: { readonly approve: { readonly ok: boolean; readonly why?: string } }
}

async function pageOf(call: Call): Promise<Page> {
  const { body } = await call('GET', '/statement')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the part of the reply that this walk reads
  return body as Page
}

test('a consultant prepares the statement, the director approves it, an auditor takes it home', async () => {
  const org = await server.organisation('Kiekendief')
  const coordinator = await server.member(org, ['coordinator'])
  const { store } = server.installation
  const director = await inOrganisation(store, { organisation: org.id, actor: coordinator.actor }, (ctx) =>
    change(ctx, { register: 'person', act: 'create', set: { name: 'Fenna Postma', isTopManagement: true } }),
  )
  const consultant = await server.member(org, ['consultant'])
  const top = await server.member(org, ['top_management'], director.id)
  const auditor = await server.member(org, ['external_auditor'])

  const started = await coordinator.call('POST', '/statement/versions', { body: { version: '1.0' } })
  expect(started).toMatchObject({
    status: 200,
    body: { linesMade: 93, statement: { title: 'Statement of applicability' } },
  })
  const lines = (await pageOf(consultant.call)).lines.map(({ id, version }) => ({
    id,
    version,
    set: { included: true },
  }))
  expect((await auditor.call('PATCH', '/statement/lines', { body: { lines } })).status).toBe(403)
  expect((await consultant.call('PATCH', '/statement/lines', { body: { lines, reason: 'Sessie' } })).status).toBe(200)
  expect((await consultant.call('PATCH', '/statement/lines', { body: { lines } })).body).toMatchObject({
    code: 'record.stale',
  })

  const { statement, sequence, can } = await pageOf(consultant.call)
  expect(can.approve).toEqual({ ok: false, why: 'permission.consultant' })
  const approval = { id: statement?.id, version: statement?.version, sequence }
  expect((await consultant.call('POST', '/statement/approve', { body: approval })).body).toMatchObject({
    code: 'permission.consultant',
  })
  expect((await top.call('POST', '/statement/approve', { body: approval })).body).toMatchObject({
    statement: { state: 'in_force', approvedBy: director.id },
  })
  expect((await top.call('GET', '/statement/versions')).body).toMatchObject({
    versions: [{ counts: { included: 93 } }],
  })
  expect((await top.call('GET', '/statement/difference?from=VT-1')).body).toMatchObject({ rows: [], to: null })

  const file = await auditor.call('GET', '/reports/statement?format=pdf&language=nl')
  expect([file.status, file.headers.get('content-type'), file.text.slice(0, 5)]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ])
  expect(file.headers.get('content-disposition')).toContain('kiekendief-verklaring-van-toepasselijkheid-1-0-')
  const risks = await auditor.call('GET', '/reports/risks?format=json')
  expect(JSON.parse(risks.text)).toMatchObject({ cover: { title: 'Risk register', organisation: 'Kiekendief' } })
  expect((await auditor.call('GET', '/reports/risks?format=docx')).status).toBe(422)
})
