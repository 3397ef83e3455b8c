import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { register, text } from '../../../kernel/register.ts'
import { registryOf } from '../../../kernel/registry.ts'
import { writeLines } from '../../lines.ts'
import { changeAll } from '../change.ts'
import { makeCheckpoint } from '../checkpoint.ts'
import { erase } from '../erase.ts'
import { allOrganisations, removeOrganisation } from '../organisation.ts'
import { get } from '../read.ts'
import { stateAt } from '../state.ts'
import { openTestStore, type Place, placeIn, refusal, risk, verifiedIn } from '../store.fixture.ts'
import { inOrganisation, type Store } from '../store.ts'
import { verifyLedger } from '../verify.ts'
import { composedLines } from './compose.ts'
import { workspaceLines } from './export.ts'
import type { FileBytes } from './format.ts'
import { importWorkspace } from './import.ts'

let store: Store
let folder: string
beforeAll(async () => {
  store = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'workspace-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A files store in memory: the bytes are another part's business. */
function memory(): FileBytes & { readonly kept: Map<string, Buffer> } {
  const kept = new Map<string, Buffer>()
  return {
    kept,
    async *open(hash) {
      yield kept.get(hash) ?? Buffer.alloc(0)
    },
    async save(hash, bytes) {
      const parts: Uint8Array[] = []
      for await (const part of bytes) parts.push(part)
      const whole = Buffer.concat(parts)
      if (createHash('sha256').update(whole).digest('hex') !== hash)
        throw new Error('cannot keep bytes that are not what they say')
      kept.set(hash, whole)
    },
  }
}

/** An organisation with a person who was erased, risks, a file and a checkpoint; and its workspace file. */
async function exported(): Promise<{
  readonly at: Place
  readonly path: string
  readonly root: string
  readonly files: ReturnType<typeof memory>
}> {
  const at = await placeIn(store)
  const ada = await at.save({ register: 'person', act: 'create', set: { name: 'Ada' } })
  await at.run((ctx) =>
    changeAll(
      ctx,
      Array.from({ length: 60 }, (_, index) => ({
        register: 'risk',
        act: 'create',
        set: { title: `Risico ${index}`, owner: ada.id },
      })),
    ),
  )
  await at.run((ctx) => erase(ctx, { register: 'person', id: ada.id, version: 1, reason: 'verzoek' }))
  await at.run((ctx) => makeCheckpoint(ctx))
  const files = memory()
  const bytes = Buffer.from('bewijs '.repeat(200_000))
  const hash = createHash('sha256').update(bytes).digest('hex')
  files.kept.set(hash, bytes)
  await at.run((ctx) =>
    ctx.tx.query(`insert into file values ($1, $2, 'bewijs.txt', 'text/plain', $3, now())`, [
      at.id,
      hash,
      bytes.length,
    ]),
  )
  const organisation = (await allOrganisations(store)).find(({ id }) => id === at.id)
  if (organisation === undefined) throw new Error('cannot find the organisation')
  const path = join(folder, `${randomUUID()}.waarborg`)
  await at.run((ctx) =>
    writeLines(path, workspaceLines(ctx, organisation, { files, verifierKeys: [store.signer.verifierKey] })),
  )
  return { at, path, root: (await verifiedIn(store, at)).root, files }
}

describe('a workspace file', () => {
  it('continues the same ledger elsewhere: same root, same past, same files', async () => {
    const { at, path, root, files } = await exported()
    const before = await at.run(async (ctx) => (await stateAt(ctx, ctx.today(), 'true')).all(risk))
    await removeOrganisation(store, at.id)
    const elsewhere = memory()
    const made = await importWorkspace(store, path, { files: elsewhere })
    expect([made.size, made.root, made.verifierKeys]).toEqual([62, root, [store.signer.verifierKey]])
    const actor = { id: randomUUID(), behalf: null, channel: 'cli', roles: [], person: null } as const
    const run = <T>(work: Parameters<typeof inOrganisation<T>>[2]) =>
      inOrganisation(store, { organisation: made.organisation.id, actor }, work)
    expect(await run((ctx) => verifyLedger(ctx, [store.signer.verifierKey]))).toMatchObject({
      ok: true,
      root,
      statedUntil: 62,
      erased: 2,
      checkpoints: 1,
    })
    expect(await run(async (ctx) => (await stateAt(ctx, ctx.today(), 'true')).all(risk))).toEqual(before)
    expect(elsewhere.kept).toEqual(files.kept)
    const next = await run((ctx) => changeAll(ctx, [{ register: 'risk', act: 'create', set: { title: 'Nieuw' } }]))
    expect(next[0]).toMatchObject({ number: 'R-61', sequence: 63 })
  })

  it('is refused whole where the same ledger is here already', async () => {
    const { path } = await exported()
    expect((await refusal(importWorkspace(store, path, { files: memory() }))).code).toBe('organisation.ledger-exists')
  })

  it('comes in from before a field was declared: the ledger holds, and the field is empty', async () => {
    const { code, group, states } = risk
    const older = register('risk', { code, group, states, fields: { title: risk.fields.title }, list: ['title'] })
    const id = randomUUID()
    const head = { id, register: 'risk', number: 'R-1', state: 'draft', version: 1, sequence: 1 }
    const after = { ...head, recordedAt: '2026-01-01T08:00:00.000Z', validFrom: '2026-01-01', title: 'Brand' }
    const version = { before: null, after, act: 'create', actor: randomUUID(), reason: null }
    const made = { name: 'Oud', slug: 'oud', ledger: randomUUID(), actors: [], versions: () => [version] }
    const path = join(folder, 'older')
    await writeLines(
      path,
      composedLines(
        registryOf([older], () => true),
        made,
      ),
    )
    const { organisation } = await importWorkspace(store, path, { files: memory() })
    const actor = { id: randomUUID(), behalf: null, channel: 'web', roles: [], person: null } as const
    const run = <T>(work: Parameters<typeof inOrganisation<T>>[2]) =>
      inOrganisation(store, { organisation: organisation.id, actor }, work)
    expect(await run((ctx) => verifyLedger(ctx, []))).toMatchObject({ ok: true, flaws: [] })
    const young = { title: 'Brand', owner: null, others: [], reasons: [] }
    expect(await run((ctx) => get(ctx, 'risk', id))).toMatchObject(young)
    expect(await run(async (ctx) => (await stateAt(ctx, ctx.today(), 'known')).all(risk))).toMatchObject([young])
    await run((ctx) => changeAll(ctx, [{ register: 'risk', act: 'update', id, set: { likelihood: 2 } }]))
    expect(await run((ctx) => verifyLedger(ctx, []))).toMatchObject({ ok: true, flaws: [] })
  })

  it('is refused where a record points at nothing, naming record, field and what is missing', async () => {
    // Declared as text, the link passes as such; the store that takes the file in knows it for what it is.
    const { code, group, states } = risk
    const declared = { ...risk.fields, owner: text() }
    const loose = register('risk', { code, group, states, fields: declared, list: ['title'] })
    const missing = randomUUID()
    const fields = { ...registryOf([loose], () => true).empty(loose), title: 'Brand', owner: missing }
    const head = { id: randomUUID(), register: 'risk', number: 'R-1', state: 'draft', version: 1, sequence: 1 }
    const after = { ...head, recordedAt: '2026-01-01T08:00:00.000Z', validFrom: '2026-01-01', ...fields }
    const version = { before: null, after, act: 'create', actor: randomUUID(), reason: null }
    const made = { name: 'Los', slug: 'los', ledger: randomUUID(), actors: [], versions: () => [version] }
    const path = join(folder, 'dangling')
    await writeLines(
      path,
      composedLines(
        registryOf([loose], () => true),
        made,
      ),
    )
    expect(await refusal(importWorkspace(store, path, { files: memory() }))).toMatchObject({
      code: 'workspace.dangling',
      details: { values: { number: 'R-1', field: 'owner', target: missing } },
    })
  })

  it.each([
    ['a changed word', (text: string) => text.replace('Risico 7', 'Risico 8'), 'workspace.ledger-broken'],
    ['a missing entry', (text: string) => text.split('\n').toSpliced(30, 1).join('\n'), 'workspace.ledger-broken'],
    ['a missing end', (text: string) => text.split('\n').slice(0, -2).join('\n'), 'workspace.cut-off'],
    ['another root', (text: string) => text.replace(/"root":"[0-9a-f]{4}/, '"root":"0000'), 'workspace.wrong-root'],
    ['an unknown field', (text: string) => text.replace('{"end":{', '{"end":{"x":1,'), 'workspace.bad-line'],
    ['a name that stands twice', (text: string) => text.replace('{"end":{', '{"end":{"files":0,'), 'file.named-twice'],
    [
      'a field that stands twice',
      (text: string) => text.replace('\\"title\\":', '\\"title\\":null,\\"title\\":'),
      'workspace.not-canonical',
    ],
    [
      'a field that nobody declared',
      (text: string) => text.replace('\\"title\\":', '\\"titel\\":'),
      'workspace.unknown-field',
    ],
    [
      'a register that nobody declared',
      (text: string) => text.replace('"register":"risk"', '"register":"gevaar"'),
      'workspace.unknown-register',
    ],
    ['no JSON', () => 'PK\u0003\u0004', 'file.damaged'],
    ['another format', () => '{"format":"zip"}\n', 'workspace.not-one'],
    ['half a gzip', (text: string) => text, 'file.damaged'],
  ])('is refused with the line for %s, and nothing is left of it', async (name, spoil, code) => {
    const { at, path } = await exported()
    const ledger = await at.run(async (ctx) => ctx.ledger)
    await removeOrganisation(store, at.id)
    const text = spoil(gunzipSync(await readFile(path)).toString('utf8'))
    await writeFile(path, name === 'half a gzip' ? gzipSync(text).subarray(0, 2_000) : text)
    expect((await refusal(importWorkspace(store, path, { files: memory() }))).code).toBe(code)
    expect((await allOrganisations(store)).filter((organisation) => organisation.ledger === ledger)).toEqual([])
  })
})
