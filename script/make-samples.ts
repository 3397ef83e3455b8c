/**
 * Makes the sample organisations anew: `samples/kiekendief.waarborg` from its story, in a database of its own, and
 * `samples/noorderlicht.waarborg` from its deviations.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { steps } from '../samples/kiekendief/kiekendief.ts'
import { acting, enclose, found, storyClock, tell } from '../samples/kiekendief/tell.ts'
import { readDeviations } from '../src/modules/samples/domain/deviations.ts'
import { makeSample } from '../src/modules/samples/service/made.ts'
import { writeLines } from '../src/platform/lines.ts'
import { inOrganisation } from '../src/platform/store/store.ts'
import { workspaceLines } from '../src/platform/store/workspace/export.ts'
import { configOf } from '../src/server/config.ts'
import { openInstallation } from '../src/server/installation.ts'

const samples = join(import.meta.dirname, '../samples')
const deviations = readDeviations(JSON.parse(await readFile(join(samples, 'noorderlicht.json'), 'utf8')))
await writeLines(join(samples, 'noorderlicht.waarborg'), makeSample({}, deviations).lines())

const folder = await mkdtemp(join(tmpdir(), 'samples-'))
const clock = storyClock()
const installation = await openInstallation(configOf({ WAARBORG_DATA: folder }), { use: 'command', clock })
try {
  const { store, fileBytes } = installation
  const made = await found(store, clock)
  await enclose(store, made.id, fileBytes)
  await tell(store, clock, { organisation: made.id, steps })
  await inOrganisation(store, { organisation: made.id, actor: acting('fenna') }, (ctx) =>
    writeLines(join(samples, 'kiekendief.waarborg'), workspaceLines(ctx, made, { files: fileBytes, verifierKeys: [] })),
  )
} finally {
  await installation.close()
  await rm(folder, { recursive: true, force: true })
}
