import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storyClock } from '../../../samples/kiekendief/tell.ts'
import { type TestServer, testServer } from '../../../test/server.ts'
import { readLines } from '../../platform/lines.ts'
import { type Organisation, removeOrganisation } from '../../platform/store/organisation.ts'
import { type Acting, type Context, inOrganisation } from '../../platform/store/store.ts'
import { verifyLedger } from '../../platform/store/verify.ts'
import { line } from '../../platform/store/workspace/format.ts'
import { importWorkspace } from '../../platform/store/workspace/import.ts'
import type { ReadinessReply } from '../readiness/contract.ts'
import { readiness } from '../readiness/service.ts'
import { readDeviations } from './domain/deviations.ts'
import { makeSample } from './service/made.ts'

const SAMPLES = join(import.meta.dirname, '../../../samples')
const FILE = join(SAMPLES, 'noorderlicht.waarborg')
const READER: Acting = {
  id: '00000000-0000-4000-8000-00000000000a',
  behalf: null,
  channel: 'cli',
  roles: ['reader'],
  person: null,
}

const clock = storyClock()
let server: TestServer
let sample: Organisation

beforeAll(async () => {
  clock.set('2026-09-21 12:00')
  server = await testServer({ clock })
  const { store, fileBytes } = server.installation
  sample = (await importWorkspace(store, FILE, { files: fileBytes })).organisation
})
afterAll(async () => {
  await removeOrganisation(server.installation.store, sample.id)
  await server.close()
})

const within = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  inOrganisation(server.installation.store, { organisation: sample.id, actor: READER }, work)

const ask = (at: string): Promise<ReadinessReply> => within((ctx) => readiness(ctx, { stage: 'SV', at }))

const rulesOf = (findings: ReadinessReply['major']): readonly string[] => findings.map(({ rule }) => rule)

/** Severity of one rule on a day; null where it does not object. */
async function severityOn(at: string, rule: string): Promise<string | null> {
  const { major, minor, ofi } = await ask(at)
  return [...major, ...minor, ...ofi].find((finding) => finding.rule === rule)?.severity ?? null
}

interface Entry {
  readonly place: string
  readonly fields: object
}

/** What an entry is about and what the record became; what PostgreSQL would give as a date travels as text. */
async function entriesOf(lines: AsyncIterable<unknown>): Promise<readonly Entry[]> {
  const told: Entry[] = []
  for await (const value of lines) {
    const parsed = line.safeParse(JSON.parse(JSON.stringify(value)))
    if (!parsed.success || !('entry' in parsed.data)) continue
    const { sequence, recorded_at, actor, record, version, act, ordinary, personal } = parsed.data.entry
    const bodies = [ordinary, personal ?? '{}'].map((body): object => JSON.parse(body).fields ?? {})
    told.push({
      place: [sequence, recorded_at, actor, record, version, act].join(' '),
      fields: Object.assign({}, ...bodies),
    })
  }
  return told
}

async function* valuesOf(path: string): AsyncGenerator {
  for await (const { value } of readLines(path)) yield value
}

/** The fields that are there too. */
function known(fields: object, there: object = {}): object {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name in there))
}

// The expected lists are those of spec/cases.md, 7.2.
describe('case B, Noorderlicht IT Beheer (sample)', () => {
  it('is a sample whose ledger verifies', async () => {
    expect(sample).toMatchObject({ name: 'Noorderlicht IT Beheer B.V. (voorbeeld)', isSample: true })
    const checked = await within((ctx) => verifyLedger(ctx, [server.installation.store.signer.verifierKey]))
    expect(checked).toMatchObject({ ok: true, flaws: [], statedUntil: checked.size })
  })

  it('is kept as its deviations make it: else run script/make-samples.ts', async () => {
    const deviations = readDeviations(JSON.parse(await readFile(join(SAMPLES, 'noorderlicht.json'), 'utf8')))
    const made = await entriesOf(makeSample({}, deviations).lines())
    const kept = await entriesOf(valuesOf(FILE))
    expect(kept.map(({ place }) => place)).toEqual(made.map(({ place }) => place))
    // The file may be of an older declaration; what both declare is the same.
    kept.forEach(({ fields }, index) => expect(made[index]?.fields).toMatchObject(known(fields, made[index]?.fields)))
  })

  it('gives three weeks before the surveillance what an auditor would find', async () => {
    const answer = await ask('2026-09-14')
    expect(rulesOf(answer.major)).toEqual(['R-A.5.18-3'])
    expect(answer.major[0]?.raisedBy).toBe('M-2')
    expect(rulesOf(answer.minor)).toEqual([
      'R-4.3-3',
      'R-6.1.3-d-9',
      'R-8.2-2',
      'R-8.3-1',
      'R-9.2.2-b-1',
      'R-9.3.2-c-1',
      'R-9.3.2-e-1',
      'R-10.2-d-1',
      'R-A.5.18-2',
      'R-A.5.22-1',
      'R-CERT-6',
    ])
    expect(rulesOf(answer.ofi)).toEqual(['R-7.3-1', 'R-7.5.3-2', 'R-8.2-1'])
    expect(answer.question).toEqual([])
  })

  it('counts as the case counts', async () => {
    const { major, minor, ofi } = await ask('2026-09-14')
    const all = [...major, ...minor, ...ofi]
    const counted = (rule: string) => all.find((finding) => finding.rule === rule)?.parts[0]?.values
    expect(counted('R-8.3-1')).toMatchObject({ n: 1, total: 14 })
    expect(counted('R-A.5.18-2')).toMatchObject({ n: 1, total: 6 })
    expect(counted('R-A.5.22-1')).toMatchObject({ n: 3, total: 22 })
    expect(counted('R-7.3-1')).toMatchObject({ n: 4, total: 53 })
    expect(counted('R-7.5.3-2')).toMatchObject({ n: 1, total: 31 })
    expect(counted('R-9.2.2-b-1')).toMatchObject({ own: 2, items: 8 })
  })

  it('knew on 30 June what could be known by then', async () => {
    const answer = await ask('2026-06-30')
    expect(answer.major).toEqual([])
    expect(rulesOf(answer.minor)).toEqual([
      'R-4.3-3',
      'R-6.1.3-d-9',
      'R-8.2-2',
      'R-9.2.2-b-1',
      'R-10.2-d-1',
      'R-A.5.18-2',
      'R-A.5.22-1',
      'R-CERT-6',
    ])
    expect(rulesOf(answer.ofi)).toEqual(['R-7.3-1'])
  })

  it.each([
    ['R-CERT-6', '2026-05-01', null],
    ['R-CERT-6', '2026-05-02', 'MIN'],
    ['R-8.2-2', '2026-05-30', null],
    ['R-8.2-2', '2026-05-31', 'MIN'],
    ['R-A.5.18-3', '2026-07-31', null],
    ['R-A.5.18-3', '2026-08-01', 'MAJ'],
    ['R-8.2-1', '2026-08-20', null],
    ['R-8.2-1', '2026-08-21', 'OFI'],
    ['R-8.2-1', '2026-09-19', 'OFI'],
    ['R-8.2-1', '2026-09-20', 'MIN'],
  ])('%s on %s: %s', async (rule, at, expected) => {
    expect(await severityOn(at, rule)).toBe(expected)
  })
})
