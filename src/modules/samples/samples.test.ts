import { statSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { repair } from '../../../samples/kiekendief/repair.ts'
import { idOf } from '../../../samples/kiekendief/story.ts'
import { acting, storyClock, tell } from '../../../samples/kiekendief/tell.ts'
import { cookieIn, PASSWORD, type TestServer, testServer } from '../../../test/server.ts'
import { createAccount } from '../../platform/identity/accounts.ts'
import { grantRoles } from '../../platform/identity/grants.ts'
import { type Organisation, removeOrganisation } from '../../platform/store/organisation.ts'
import { type Context, inOrganisation } from '../../platform/store/store.ts'
import { verifyLedger } from '../../platform/store/verify.ts'
import type { ReadinessReply } from '../readiness/contract.ts'
import { readiness } from '../readiness/service.ts'
import { bringSample, sampleFile } from './service.ts'

const clock = storyClock()
let server: TestServer
let sample: Organisation

beforeAll(async () => {
  clock.set('2026-03-02 12:00')
  server = await testServer({ clock })
  sample = await bring()
})
afterAll(async () => {
  await removeOrganisation(server.installation.store, sample.id)
  await server.close()
})

const bring = (): Promise<Organisation> =>
  bringSample(server.installation.store, { files: server.installation.fileBytes })

const within = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  inOrganisation(server.installation.store, { organisation: sample.id, actor: acting('fenna') }, work)

const ask = (stage: 'S1' | 'S2', at: string): Promise<ReadinessReply> => within((ctx) => readiness(ctx, { stage, at }))

type Found = ReadinessReply['major']

/** All of them, what the meta rules add included: the lists of the specification are exact. */
const rulesOf = (findings: Found): readonly string[] => findings.map(({ rule }) => rule)

function listed({ major, minor, ofi }: ReadinessReply): Record<'MAJ' | 'MIN' | 'OFI', readonly string[]> {
  return { MAJ: rulesOf(major), MIN: rulesOf(minor), OFI: rulesOf(ofi) }
}

const objectsOf = (findings: Found, rule: string): readonly string[] =>
  findings.find((finding) => finding.rule === rule)?.objects.map(({ number, title }) => `${number} ${title}`) ?? []

const BEFORE = {
  MAJ: ['R-6.1.3-f-1', 'R-6.1.3-f-2'],
  MIN: [
    'R-4.1-2',
    'R-4.3-3',
    'R-6.1.2-b-1',
    'R-6.1.2-c-2',
    'R-6.1.3-d-1',
    'R-6.1.3-d-6',
    'R-6.2-b-1',
    'R-7.5.3-5',
    'R-9.2.2-2',
  ],
  OFI: ['R-5.2-4', 'R-9.2.1-1', 'R-9.3.1-1'],
}

/** What only stage 2 asks; the audit and the review, still to be held, are open concerns until then. */
const PREVIEW = { 'R-5.2-3': 'MAJ', 'R-6.1.3-d-8': 'MAJ', 'R-7.3-1': 'MAJ', 'R-A.8.13-1': 'MIN' }

const previewed = ({ preview }: ReadinessReply) =>
  Object.fromEntries(preview.map(({ rule, severity }) => [rule, severity]))

describe('the sample organisation', () => {
  it('is small, says that it is a sample, and its ledger verifies', async () => {
    expect(statSync(sampleFile()).size).toBeLessThan(1_000_000)
    expect(sample).toMatchObject({ name: 'Kiekendief Software B.V.', isSample: true })
    const checked = await within((ctx) => verifyLedger(ctx, [server.installation.store.signer.verifierKey]))
    expect(checked).toMatchObject({ ok: true, flaws: [], statedUntil: checked.size })
  })

  it('comes in once, however often it is asked for', async () => {
    const again = await Promise.all([bring(), bring()])
    expect(again.map(({ id }) => id)).toEqual([sample.id, sample.id])
  })

  it('gives what an auditor would find two weeks before stage 1 (specification, case A)', async () => {
    const answer = await ask('S1', '2026-03-02')
    expect(listed(answer)).toEqual(BEFORE)
    expect(answer.question).toEqual([])
    expect(answer.known).toEqual([])
    expect(answer.ready).toEqual({ ok: false, majors: 2, questions: 0 })
    expect(previewed(answer)).toEqual(PREVIEW)
    expect(answer.parameterNotes).toEqual([])
    expect(answer.yearly.filter((one) => one.answer !== null || one.due !== null)).toEqual([])
  })

  it('fails by the objects that the case names', async () => {
    const { major, minor, ofi, preview } = await ask('S1', '2026-03-02')
    const numbers = (findings: Found, rule: string) => objectsOf(findings, rule).map((object) => object.split(' ')[0])
    expect(objectsOf(minor, 'R-4.3-3')).toEqual(['S-6 Mail- en identiteitsdienst'])
    expect(numbers(minor, 'R-6.1.2-b-1')).toEqual(['R-7', 'R-13', 'R-16'])
    expect(numbers(minor, 'R-6.1.2-c-2')).toEqual(['R-4', 'R-11'])
    expect(objectsOf(minor, 'R-6.1.3-d-6')).toEqual(['VL-23 A.5.23'])
    expect(objectsOf(minor, 'R-6.2-b-1')).toEqual(['O-3 Bewustzijn vergroten'])
    expect(numbers(major, 'R-6.1.3-f-1')).toEqual(['R-1', 'R-2', 'R-3', 'R-5', 'R-8', 'R-10', 'R-14'])
    const counted = (findings: Found, rule: string) => findings.find((one) => one.rule === rule)?.parts[0]?.values
    expect(objectsOf(minor, 'R-7.5.3-5')).toEqual([
      'D-15 Lijst van eigen documenten',
      'D-16 Beheer van documenten van buiten',
    ])
    expect(counted(minor, 'R-7.5.3-5')).toMatchObject({ n: 2, total: 14 })
    expect(counted(minor, 'R-9.2.2-2')).toMatchObject({ n: 84, total: 84 })
    expect(counted(ofi, 'R-9.2.1-1')).toMatchObject({ date: { date: '2026-04-13' } })
    expect(counted(ofi, 'R-9.3.1-1')).toMatchObject({ date: { date: '2026-04-28' } })
    expect(counted(preview, 'R-5.2-3')).toMatchObject({ n: 8, total: 12 })
    expect(counted(preview, 'R-6.1.3-d-8')).toMatchObject({ n: 30, total: 70 })
    expect(counted(preview, 'R-7.3-1')).toMatchObject({ n: 12, total: 12 })
    expect(objectsOf(preview, 'R-A.8.13-1')).toHaveLength(5)
  })

  it('adds at stage 2 what its preview says, and asks for the audit and the review themselves', async () => {
    const answer = await ask('S2', '2026-03-02')
    expect(listed(answer)).toEqual({
      MAJ: ['R-5.2-3', 'R-6.1.3-d-8', ...BEFORE.MAJ, 'R-7.3-1', 'R-9.2.1-1', 'R-9.3.1-1'],
      MIN: [...BEFORE.MIN, 'R-A.8.13-1'],
      OFI: ['R-5.2-4'],
    })
    expect(answer.question).toEqual([])
    expect(answer.known).toEqual([])
    expect(answer.preview).toEqual([])
  })

  it('is asked for nothing whose time has not come', async () => {
    const { standing } = await ask('S2', '2026-03-02')
    const states = new Map(standing.map((one) => [one.rule, one]))
    expect(states.get('R-A.5.18-3')).toMatchObject({ state: 'not_due', due: '2026-04-01' })
    expect(states.get('R-9.1-2')).toMatchObject({ state: 'not_due', due: '2026-04-01' })
    expect(states.get('R-9.1-4')?.state).toBe('not_due')
    expect(states.get('R-9.2.2-3')?.state).toBe('not_applicable')
    const review = standing.filter((one) => /^R-9\.3\.[23]/.test(one.rule))
    expect(new Set(review.map((one) => one.state))).toEqual(new Set(['not_applicable']))
  })

  it('is ready for stage 1 once it is repaired, and keeps its old answer for the day before', async () => {
    await tell(server.installation.store, clock, { organisation: sample.id, steps: repair })
    clock.set('2026-03-10 12:00')
    const after = await ask('S1', '2026-03-10')
    expect(listed(after)).toEqual({
      MAJ: [],
      MIN: ['R-4.1-2', 'R-4.3-3', 'R-6.1.2-b-1', 'R-6.1.3-d-6', 'R-6.2-b-1', 'R-7.5.3-5', 'R-9.2.2-2'],
      OFI: BEFORE.OFI,
    })
    expect(after.ready.ok).toBe(true)
    expect(after.question).toEqual([])
    expect(previewed(after)).toEqual(PREVIEW)
    expect(listed(await ask('S1', '2026-03-02'))).toEqual(BEFORE)
  })
})

describe('asking for it over HTTP', () => {
  async function signedIn(roles: readonly ('administrator' | 'coordinator' | 'reader')[]): Promise<string> {
    const { identity } = server.installation
    const email = `${crypto.randomUUID()}@example.org`
    const account = await createAccount(identity, { name: 'Vera', email, password: PASSWORD, language: null })
    const { id } = await server.organisation()
    await grantRoles(identity, { organisation: id, account: account.id, roles, person: null, by: { actor: null } })
    return cookieIn(
      await server.call('POST', '/auth/sign-in/email', { cookie: '', body: { email, password: PASSWORD } }),
    )
  }

  it('lets whoever looks after an organisation into the sample, the first as its coordinator', async () => {
    const cookie = await signedIn(['administrator'])
    const answers = [await server.call('POST', '/sample', { cookie }), await server.call('POST', '/sample', { cookie })]
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, { slug: sample.slug }],
      [200, { slug: sample.slug }],
    ])
    const me = await server.call('GET', '/me', { cookie })
    const person = expect.objectContaining({ title: 'Fenna Postma' })
    const opened = expect.objectContaining({ slug: sample.slug, isSample: true, person })
    expect(me.body).toMatchObject({ organisations: expect.arrayContaining([opened]) })
    const second = await signedIn(['administrator'])
    expect((await server.call('POST', '/sample', { cookie: second })).status).toBe(200)
  })

  it('says who did what, though none of them has an account', async () => {
    const cookie = await signedIn(['administrator'])
    await server.call('POST', '/sample', { cookie })
    const proof = `/organisations/${sample.slug}/registers/evidence/${idOf('evidence', '8.15')}`
    const { body } = await server.call('GET', `${proof}/history`, { cookie })
    const by = (name: string) => ({ actor: { name } })
    expect(body).toMatchObject({
      entries: [by('Fenna Postma'), by('Youssef el Amrani'), by('Youssef el Amrani')],
    })
  })

  it('refuses whoever was only let in', async () => {
    const cookie = await signedIn(['reader'])
    expect((await server.call('POST', '/sample', { cookie })).status).toBe(403)
  })
})
