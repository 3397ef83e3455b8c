import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, type TestMember, type TestServer, testServer } from '../../../test/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await testServer({ clock: { now: () => new Date('2026-03-02T09:00:00.000Z') } })
})
afterAll(() => server.close())

function at(body: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    body,
  )
}

async function create(member: TestMember, register: string, set: object): Promise<string> {
  const { status, body, text } = await member.call('POST', `/registers/${register}`, { body: { set } })
  if (status !== 200) throw new Error(text)
  return String(at(body, 'record', 'id'))
}

it('a task is moved in sight, done with its proof, and verified by another', async () => {
  const org = await server.organisation()
  const ann = await server.member(org, ['coordinator'])
  const fenna = await create(ann, 'person', { name: 'Fenna' })
  const marit = await create(ann, 'person', { name: 'Marit' })
  const doer = await server.member(org, ['employee'], fenna)
  const checker = await server.member(org, ['coordinator'], marit)
  const id = await create(ann, 'task', {
    title: 'Herstel de toegangsbeoordeling',
    rule: 'R-A.5.18-3',
    assignee: fenna,
    due: '2026-03-10',
    evidenceWanted: 'Het verslag',
  })
  let version = 0
  const act = async (who: TestMember, name: string, more: object = {}): Promise<Answer> => {
    version = Number(at((await ann.call('GET', `/registers/task/${id}`)).body, 'record', 'version'))
    return who.call('POST', `/registers/task/${id}/acts/${name}`, { body: { version, ...more } })
  }
  const moved = await act(doer, 'replan', { set: { due: '2026-03-20', replanApprovedBy: marit }, reason: 'Ziek' })
  expect(at(moved.body, 'record', 'replans')).toEqual([
    { oldDue: '2026-03-10', newDue: '2026-03-20', at: '2026-03-02', approvedBy: marit },
  ])
  expect(await act(doer, 'finish')).toMatchObject({ status: 409, body: { code: 'task.no-evidence' } })
  const proof = await create(ann, 'evidence', { title: 'Verslag' })
  const done = await act(doer, 'finish', { set: { evidence: [proof], result: 'Twee rechten ingetrokken' } })
  expect(done).toMatchObject({ status: 200, body: { record: { state: 'done', doneAt: '2026-03-02' } } })
  expect(await act(doer, 'verify')).toMatchObject({ status: 409, body: { code: 'task.own-work' } })
  const verified = await act(checker, 'verify')
  expect(verified).toMatchObject({ status: 200, body: { record: { state: 'verified', verifiedBy: marit } } })
})

it('an assessment is fixed by a hash of its scores when it is completed', async () => {
  const org = await server.organisation()
  const ann = await server.member(org, ['coordinator'])
  const risk = await create(ann, 'risk', { title: 'Brand' })
  const hashOf = async (level: string): Promise<unknown> => {
    const id = await create(ann, 'risk_assessment', { title: 'Eerste', reason: 'initial' })
    await create(ann, 'risk_score', { risk, kind: 'current', level, assessment: id })
    const { body } = await ann.call('POST', `/registers/risk_assessment/${id}/acts/complete`, { body: { version: 1 } })
    return at(body, 'record', 'snapshotHash')
  }
  const [low, high] = [await hashOf('low'), await hashOf('high')]
  expect(low).toMatch(/^[0-9a-f]{64}$/)
  expect(high).not.toBe(low)
})
