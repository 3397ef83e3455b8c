import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { momentOf } from '../../kernel/moment.ts'
import type { Words } from '../../kernel/text.ts'
import { change } from '../../platform/store/change.ts'
import { presentState } from '../../platform/store/state.ts'
import { inOrganisation } from '../../platform/store/store.ts'
import { wordsIn } from '../../platform/words.ts'
import { texts } from '../../texts.gen.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { readingsAt } from '../duties/domain/readings.ts'
import { THIRTY } from '../interviews/answers.fixture.ts'
import { generate } from '../interviews/service.ts'
import { AFTER } from '../path/domain/steps-after.ts'
import { person } from '../people/registers/person.ts'
import { readiness } from '../readiness/service.ts'
import { founded, type Place, refusal } from '../statements/place.fixture.ts'
import { documentGuide, documentsGuide } from './service/documents.ts'
import { adoptOne, writeMany, writeOne } from './service/documents-write.ts'

const spoken = wordsIn(texts)
const WRITER = { language: 'nl', words: (language: 'nl' | 'en'): Words => spoken(language) } as const
const DAY = '2026-02-02'
const NOW = { mode: 'known' } as const

async function interviewed(): Promise<Place> {
  const at = await founded()
  await at.save({ register: 'interview', act: 'create', set: { ...THIRTY } })
  await at.run((ctx) => generate(ctx, { language: 'nl', words: spoken('nl') }))
  return at
}

const linesIn = (at: Place) => at.run((ctx) => documentsGuide(ctx, NOW, 'nl'))
const standings = (at: Place) =>
  at.run(async (ctx) => {
    const { standing } = await readiness(ctx, { stage: 'S2', at: DAY, mode: 'known' })
    return new Map(standing.map(({ rule, state }) => [rule, state]))
  })

describe('the set of an organisation fresh from the interview', () => {
  const STEP = AFTER.find(({ number }) => number === 22)

  test('is taken through one by one, and what step 22 asks holds', async () => {
    const at = await interviewed()
    const before = await standings(at)
    const opened = await linesIn(at)
    const keys = opened.lines.filter(({ need }) => need.is === 'yes').map(({ key }) => key)
    expect(keys).toHaveLength(20)
    expect(opened.languages).toEqual({ own: ['nl', 'en'], others: [] })

    const { made } = await at.run((ctx) => writeMany(ctx, { keys }, WRITER))
    expect(made).toEqual(keys)
    const people = await at.run(async (ctx) => (await presentState(ctx)).all(person))
    const director = people.find(({ isTopManagement }) => isTopManagement === true)
    const drafts = await linesIn(at)
    for (const { key, draft } of drafts.lines) {
      const { id = '', version = 0 } = draft ?? {}
      await at.run((ctx) => adoptOne(ctx, { key, id, version }), {
        roles: ['top_management'],
        person: director?.id ?? null,
      })
    }

    const after = await standings(at)
    const asked = STEP?.rules ?? []
    const good = (of: ReadonlyMap<string, string>): readonly string[] => asked.filter((rule) => of.get(rule) === 'ok')
    expect(good(before)).toEqual([])
    expect(asked.filter((rule) => after.get(rule) !== 'ok').map((rule) => [rule, after.get(rule)])).toEqual([])
    expect(good(after)).toHaveLength(9)
    const others = ['R-6.1.3-1', 'R-10.2-1', 'R-A.5.12-1', 'R-A.8.25-1']
    expect(others.map((rule) => [rule, before.get(rule) === 'ok', after.get(rule)])).toEqual(
      others.map((rule) => [rule, false, 'ok']),
    )
  })

  test('reaches those whom it is for as texts to read', async () => {
    const at = await interviewed()
    await at.run((ctx) => writeMany(ctx, { keys: ['acceptable_use', 'suppliers'] }, WRITER))
    const { lines } = await linesIn(at)
    const people = await at.run(async (ctx) => (await presentState(ctx)).all(person))
    const director = people.find(({ isTopManagement }) => isTopManagement === true)
    const draft = lines.find(({ key }) => key === 'acceptable_use')?.draft
    await at.run((ctx) => adoptOne(ctx, { key: 'acceptable_use', id: draft?.id ?? '', version: draft?.version ?? 0 }), {
      roles: ['top_management'],
      person: director?.id ?? null,
    })
    const read = await at.run(async (ctx) => {
      const isms = await presentState(ctx)
      const readings = readingsAt(isms, momentOf(DAY))
      return isms.all(person).map((one) => readings(one).map((reading) => reading.version.id))
    })
    expect(read.every((ids) => ids.includes(draft?.id ?? ''))).toBe(true)
    const line = (await linesIn(at)).lines.find(({ key }) => key === 'acceptable_use')
    expect(line).toMatchObject({ standing: 'in_force', draft: null, readers: { read: 0, of: people.length } })
  })

  test('is kept as clause 7.5 asks, under marks that nobody else has', async () => {
    const at = await interviewed()
    await at.save({ register: 'document', act: 'create', set: { title: 'Beleid', identifier: 'ISMS-01' } })
    await at.run((ctx) => writeMany(ctx, { keys: ['backup', 'access'] }, WRITER))
    await at.run(async (ctx) => {
      const papers = (await presentState(ctx)).all(document)
      expect(papers.map(({ identifier }) => identifier)).toEqual(['ISMS-01', 'ISMS-02', 'ISMS-03'])
      for (const one of papers.slice(1)) {
        expect(one).toMatchObject({ accessLevel: 'organisation', retentionMonths: 36, disposal: 'destroy' })
        expect([one.owner, one.ownerRole, one.nextReviewAt]).not.toContain(null)
      }
    })
  })
})

describe('one document', () => {
  const write = (at: Place, asked: Partial<Parameters<typeof writeOne>[1]['asked']>) =>
    at.run((ctx) => writeOne(ctx, { key: 'backup', asked: { draft: null, choices: {}, texts: [], ...asked } }, WRITER))
  const guide = (at: Place) => at.run((ctx) => documentGuide(ctx, 'backup', NOW, 'nl'))

  test('says what was chosen in every language that people read, and is read back', async () => {
    const at = await interviewed()
    const made = await write(at, { choices: { restore: 'quarter' } })
    const told = await guide(at)
    expect(told.texts.map(({ language, isHandWritten }) => [language, isHandWritten])).toEqual([
      ['nl', false],
      ['en', false],
    ])
    expect(told.texts[0]?.text).toContain('Elk kwartaal zetten wij')
    expect(told.texts[1]?.text).toContain('Every quarter we restore')
    expect(told.choices).toMatchObject({ restore: 'quarter', often: 'daily' })
    expect(told.line).toMatchObject({ standing: 'draft', draft: { id: made.id, versionLabel: '1.0' } })
  })

  test('keeps words of one’s own and translations that others made, and refuses to lose them unseen', async () => {
    const at = await interviewed()
    const made = await write(at, { texts: [{ language: 'nl', text: '<p>Zo doen wij het.</p>' }] })
    const polish = { language: 'pl', text: '<p>Tak robimy.</p>' }
    const english = { language: 'en', text: '<p>So.</p>' }
    const seen = await at.save({
      register: 'document_version',
      act: 'update',
      id: made.id,
      set: { translations: [english, polish] },
    })
    const stale = await refusal(write(at, { draft: { id: made.id, version: made.version } }))
    expect(stale.code).toBe('record.stale')
    expect((await refusal(write(at, {}))).code).toBe('guide.document-settled')
    await write(at, { draft: { id: made.id, version: seen.version }, languages: ['nl'] })
    const version = await at.run(async (ctx) => (await presentState(ctx)).find(documentVersion, made.id))
    expect(version?.translations).toEqual([polish])
  })

  test('takes up a paper that does its work already, and completes how it is kept', async () => {
    const at = await interviewed()
    const mine = await at.save({
      register: 'document',
      act: 'create',
      set: { title: 'Onze kopieën', type: 'procedure', topicControls: ['8.13'], retentionMonths: 12 },
    })
    const made = await write(at, {})
    expect(made.document).toBe(mine.id)
    const paper = await at.run(async (ctx) => (await presentState(ctx)).find(document, mine.id))
    expect(paper).toMatchObject({ title: 'Onze kopieën', retentionMonths: 12, disposal: 'destroy' })
    await at.save({ register: 'document', act: 'retire', id: mine.id, reason: 'Dubbel' })
    expect((await guide(at)).line.standing).toBe('missing')
  })

  test('is written once where one paper does the work of two', async () => {
    const at = await interviewed()
    const set = { title: 'Systemen', type: 'procedure', topicControls: ['8.13', '8.15'] }
    const { id } = await at.save({ register: 'document', act: 'create', set })
    const { made } = await at.run((ctx) => writeMany(ctx, { keys: ['backup', 'logging'] }, WRITER))
    expect(made).toEqual(['backup'])
    const drafts = await at.run(async (ctx) => (await presentState(ctx)).pointing(documentVersion, 'document', id))
    expect(drafts).toHaveLength(1)
  })

  test('is neither written nor adopted once its paper was withdrawn', async () => {
    const at = await interviewed()
    const { document: paper, id, version } = await write(at, {})
    await at.save({ register: 'document', act: 'retire', id: paper, reason: 'Dubbel' })
    const again = await refusal(write(at, { draft: { id, version } }))
    const adopted = await refusal(at.run((ctx) => adoptOne(ctx, { key: 'backup', id, version })))
    expect([again.code, adopted.code]).toEqual(['guide.document-retired', 'guide.document-retired'])
    const draft = await at.run(async (ctx) => (await presentState(ctx)).find(documentVersion, id))
    expect(draft?.state).toBe('draft')
  })
})

describe('over the API', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await testServer()
  })
  afterAll(() => server.close())

  test('a consultant prepares and approves nothing; nobody approves what he did not open', async () => {
    const organisation = await server.organisation('Kiekendief')
    const consultant = await server.member(organisation, ['consultant'])
    const by = { organisation: organisation.id, actor: consultant.actor }
    const marit = await inOrganisation(server.installation.store, by, (ctx) =>
      change(ctx, { register: 'person', act: 'create', set: { name: 'Marit', isTopManagement: true } }),
    )
    const director = await server.member(organisation, ['top_management'], marit.id)
    const reader = await server.member(organisation, ['employee'])
    const body = { keys: ['backup', 'logging'] }
    expect((await reader.call('POST', '/guides/documents', { body })).status).toBe(403)
    const made = await consultant.call('POST', '/guides/documents', { body })
    expect([made.status, made.body]).toMatchObject([200, { made: ['backup', 'logging'] }])
    const again = await consultant.call('POST', '/guides/documents', { body })
    expect(again.body).toEqual({ made: [] })
    const { body: guide } = await consultant.call('GET', '/guides/documents/backup')
    expect(guide).toMatchObject({ can: { write: true, approve: { ok: false, why: 'permission.consultant' } } })
    const draft = draftIn(guide)
    const refused = await consultant.call('POST', '/guides/documents/backup/adopted', { body: draft })
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'permission.consultant' }])
    const old = await director.call('POST', '/guides/documents/backup/adopted', { body: { ...draft, version: 7 } })
    expect([old.status, old.body]).toMatchObject([409, { code: 'record.stale' }])
    expect((await director.call('POST', '/guides/documents/logging/adopted', { body: draft })).status).toBe(404)
    expect((await director.call('POST', '/guides/documents/backup/adopted', { body: draft })).status).toBe(200)
    const { body: list } = await director.call('GET', '/guides/documents')
    expect(list).toMatchObject({
      lines: expect.arrayContaining([
        expect.objectContaining({ key: 'backup', standing: 'in_force' }),
        expect.objectContaining({ key: 'logging', standing: 'draft' }),
      ]),
    })
    expect((await director.call('GET', '/guides/documents/nothing')).status).toBe(404)
  })
})

function draftIn(body: unknown): { readonly id: string; readonly version: number } {
  const line: unknown = Reflect.get(Object(body), 'line')
  const draft: unknown = Reflect.get(Object(line), 'draft')
  return { id: String(Reflect.get(Object(draft), 'id')), version: Number(Reflect.get(Object(draft), 'version')) }
}
