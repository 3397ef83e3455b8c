/** Makes the sample organisation anew, in a database of its own, and writes it to `samples/kiekendief.waarborg`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { steps } from '../samples/kiekendief/kiekendief.ts'
import { acting, enclose, found, storyClock, tell } from '../samples/kiekendief/tell.ts'
import { writeLines } from '../src/platform/lines.ts'
import { inOrganisation } from '../src/platform/store/store.ts'
import { workspaceLines } from '../src/platform/store/workspace/export.ts'
import { configOf } from '../src/server/config.ts'
import { openInstallation } from '../src/server/installation.ts'

const target = join(import.meta.dirname, '../samples/kiekendief.waarborg')
const folder = await mkdtemp(join(tmpdir(), 'samples-'))
const clock = storyClock()
const installation = await openInstallation(configOf({ WAARBORG_DATA: folder }), { use: 'command', clock })
try {
  const { store, fileBytes } = installation
  const made = await found(store, clock)
  await enclose(store, made.id, fileBytes)
  await tell(store, clock, { organisation: made.id, steps })
  await inOrganisation(store, { organisation: made.id, actor: acting('fenna') }, (ctx) =>
    writeLines(target, workspaceLines(ctx, made, { files: fileBytes, verifierKeys: [] })),
  )
} finally {
  await installation.close()
  await rm(folder, { recursive: true, force: true })
}
