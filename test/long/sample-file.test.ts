import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { steps } from '../../samples/kiekendief/kiekendief.ts'
import { acting, enclose, found, storyClock, tell } from '../../samples/kiekendief/tell.ts'
import { sampleFile } from '../../src/modules/samples/service.ts'
import { readLines } from '../../src/platform/lines.ts'
import { inOrganisation } from '../../src/platform/store/store.ts'
import { workspaceLines } from '../../src/platform/store/workspace/export.ts'
import { line } from '../../src/platform/store/workspace/format.ts'
import { configOf } from '../../src/server/config.ts'
import { type Installation, openInstallation } from '../../src/server/installation.ts'
import { FAST } from '../setup/shared.ts'

const clock = storyClock()
let folder: string
let installation: Installation

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-'))
  installation = await openInstallation(configOf({ WAARBORG_DATA: folder }), { use: 'command', clock, settings: FAST })
})
afterAll(async () => {
  await installation.close()
  await rm(folder, { recursive: true, force: true })
})

/** Who did what to which record when; the bodies may be of an older declaration, salts and hashes are of the day. */
async function entriesOf(lines: AsyncIterable<unknown>): Promise<readonly string[]> {
  const told: string[] = []
  for await (const value of lines) {
    // What PostgreSQL gives as a date travels as text.
    const parsed = line.safeParse(JSON.parse(JSON.stringify(value)))
    if (!parsed.success || !('entry' in parsed.data)) continue
    const { sequence, recorded_at, actor, register, record, version, act } = parsed.data.entry
    told.push([sequence, recorded_at, actor, register, record, version, act].join(' '))
  }
  return told
}

async function* valuesOf(path: string): AsyncGenerator {
  for await (const { value } of readLines(path)) yield value
}

it('keeps the sample file as its story tells it: else run script/make-samples.ts', async () => {
  const { store, fileBytes } = installation
  const made = await found(store, clock)
  await enclose(store, made.id, fileBytes)
  await tell(store, clock, { organisation: made.id, steps })
  const told = await inOrganisation(store, { organisation: made.id, actor: acting('fenna') }, (ctx) =>
    entriesOf(workspaceLines(ctx, made, { files: fileBytes, verifierKeys: [] })),
  )
  expect(told.length).toBeGreaterThan(1_500)
  expect(await entriesOf(valuesOf(sampleFile()))).toEqual(told)
})
