import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import type { RecordId } from '../../kernel/register.ts'
import { change, changeAll } from '../../platform/store/change.ts'
import { presentState } from '../../platform/store/state.ts'
import { inOrganisation } from '../../platform/store/store.ts'
import { controls } from '../catalogue/domain/controls.ts'
import { control } from '../controls/register.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { statementLine } from '../statements/registers/statement-line.ts'
import { isLive } from '../treatments/domain/treated.ts'
import { treatment } from '../treatments/registers/treatment.ts'
import { type Following, followings } from './domain/follows.ts'
import { usualReason } from './domain/usual.ts'

function lineIn({ build }: Conforming, annexA: string): Following {
  const found = followings(build.isms()).find((one) => one.control.annexA === annexA)
  if (found === undefined) throw new Error(`cannot find the line of ${annexA}`)
  return found
}

function treatedWith(org: Conforming): {
  readonly annexA: string
  readonly treatment: RecordId
  readonly risk: RecordId
} {
  const isms = org.build.isms()
  const [first] = isms.all(treatment).filter((one) => isLive(one) && one.controls.length > 0)
  const annexA = isms.find(control, first?.controls[0] ?? null)?.annexA ?? null
  if (first === undefined || annexA === null) throw new Error('cannot find a treatment with a control of Annex A')
  return { annexA, treatment: first.id, risk: first.risk }
}

describe('what follows for a line', () => {
  it('are the risks whose living treatments count on the control, with those treatments', () => {
    const org = conforming()
    const { annexA, treatment: id, risk } = treatedWith(org)
    const { risks, reasons } = lineIn(org, annexA)
    expect(risks.find((one) => one.risk.id === risk)?.treatments.map((one) => one.id)).toContain(id)
    expect(reasons).toContainEqual({ type: 'risk', link: risk, text: null })
    for (const { id: other } of org.build.isms().pointing(treatment, 'risk', risk)) {
      org.build.set(treatment, other, { state: 'cancelled' })
    }
    expect(lineIn(org, annexA).risks.map((one) => one.risk.id)).not.toContain(risk)
  })

  it('takes away a reason that leads nowhere and keeps what people wrote', () => {
    const org = conforming()
    const { annexA, risk } = treatedWith(org)
    const { line } = lineIn(org, annexA)
    const word = { type: 'business', link: null, text: 'Klanten vragen er elk jaar naar.' } as const
    const loose = org.risks.find((id) => !lineIn(org, annexA).risks.some((one) => one.risk.id === id)) ?? null
    org.build.set(statementLine, line.id, { inclusionReasons: [{ type: 'risk', link: loose, text: null }, word] })
    const after = lineIn(org, annexA)
    expect(after.isBehind).toBe(true)
    expect(after.reasons).toContainEqual(word)
    expect(after.reasons.map(({ link }) => link)).not.toContain(loose)
    org.build.set(statementLine, line.id, { inclusionReasons: [...after.reasons] })
    expect(lineIn(org, annexA).isBehind).toBe(false)
    expect(after.reasons.map(({ link }) => link)).toContain(risk)
  })

  it('tells what the registers say against leaving it out', () => {
    const org = conforming()
    expect(lineIn(org, '5.23').facts).toEqual(['contrary.cloud'])
    expect(lineIn(org, '8.15').isAlways).toBe(true)
    expect(lineIn(org, '7.12').facts).toEqual([])
  })

  it('has ready words for every control of Annex A', () => {
    expect(controls().filter(({ id }) => usualReason(id) === null)).toEqual([])
    expect(usualReason(null)).toBeNull()
    expect(usualReason('8.30')?.out?.nl.length).toBeGreaterThan(14)
  })
})

describe('what is left to do on lines', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await testServer()
  })
  afterAll(() => server.close())

  async function started() {
    const organisation = await server.organisation()
    const coordinator = await server.member(organisation, ['coordinator'])
    await coordinator.call('POST', '/statement/versions', { body: { version: '0.1' } })
    const within = { organisation: organisation.id, actor: coordinator.actor }
    const [lines, owner] = await inOrganisation(server.installation.store, within, async (ctx) => {
      const { id } = await change(ctx, { register: 'person', act: 'create', set: { name: 'Fenna' } })
      const two = (await presentState(ctx)).all(statementLine).slice(0, 2)
      const set = { included: true, implementationStatus: 'partly', owner: id }
      await changeAll(
        ctx,
        two.map((line) => ({ register: 'statement_line', act: 'update', id: line.id, set })),
      )
      return [two.map((line) => line.id), id] as const
    })
    return { coordinator, lines, owner, within }
  }

  it('becomes an action each, once', async () => {
    const { coordinator, lines, owner } = await started()
    const asked = { body: { lines, due: '2027-06-01' } }
    const planned = await coordinator.call('POST', '/guides/statement/actions', asked)
    expect([planned.status, planned.body]).toMatchObject([200, { actions: [expect.any(String), expect.any(String)] }])
    const { body } = await coordinator.call('GET', '/registers/action')
    expect(body).toMatchObject({ total: 2, rows: [{ owner, due: '2027-06-01', subject: lines[0] }, { owner }] })
    const again = await coordinator.call('POST', '/guides/statement/actions', asked)
    expect([again.status, again.body]).toMatchObject([409, { code: 'guide.nothing-left' }])
  })

  it('is planned for all or for none', async () => {
    const { coordinator, lines, within } = await started()
    const [first = ''] = lines
    await inOrganisation(server.installation.store, within, (ctx) =>
      change(ctx, { register: 'statement_line', act: 'update', id: first, set: { owner: null } }),
    )
    const refused = await coordinator.call('POST', '/guides/statement/actions', { body: { lines, due: '2027-06-01' } })
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'guide.no-owner' }])
    expect((await coordinator.call('GET', '/registers/action')).body).toMatchObject({ total: 0 })
  })

  it('is told with each line to whoever reads the statement', async () => {
    const { coordinator, lines } = await started()
    const { status, body } = await coordinator.call('GET', '/guides/statement')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      lines: expect.arrayContaining([expect.objectContaining({ line: lines[0], isPlanned: false })]),
    })
  })
})
