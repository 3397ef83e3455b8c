/**
 * Saves and imports without pause, and says each time what was acknowledged: `save ID VERSION`, `import BATCH COUNT`.
 * Run as a process of its own by `kill.test.ts`, which kills it.
 */
import { randomUUID } from 'node:crypto'
import { COMMAND_LINE } from '../../src/cli/acting.ts'
import { foundOrganisation } from '../../src/modules/organisation/service.ts'
import { change, changeAll } from '../../src/platform/store/change.ts'
import { allOrganisations } from '../../src/platform/store/organisation.ts'
import { inOrganisation } from '../../src/platform/store/store.ts'
import { configOf } from '../../src/server/config.ts'
import { openInstallation } from '../../src/server/installation.ts'

const IMPORT_SIZE = 150
const { store } = await openInstallation(configOf({ WAARBORG_DATA: process.argv[2] }), { use: 'command' })
const [first] = await allOrganisations(store)
const { id: organisation } =
  first ?? (await foundOrganisation(store, { name: 'Kill', slug: 'kill', language: 'nl', actor: COMMAND_LINE }))
const run = <T>(work: Parameters<typeof inOrganisation<T>>[2]): Promise<T> =>
  inOrganisation(store, { organisation, actor: COMMAND_LINE }, work)

async function saves(): Promise<void> {
  for (;;) {
    let record = await run((ctx) => change(ctx, { register: 'risk', act: 'create', set: { title: 'Stroom valt uit' } }))
    say(`save ${record.id} ${record.version}`)
    for (let priority = 1; priority < 20; priority += 1) {
      const input = { register: 'risk', act: 'update', id: record.id, version: record.version, set: { priority } }
      record = await run((ctx) => change(ctx, input))
      say(`save ${record.id} ${record.version}`)
    }
  }
}

async function imports(): Promise<void> {
  for (;;) {
    const batch = randomUUID()
    const inputs = Array.from({ length: IMPORT_SIZE }, (_, index) => ({
      register: 'asset',
      act: 'create',
      batch,
      set: { title: `Laptop ${index}` },
    }))
    await run((ctx) => changeAll(ctx, inputs))
    say(`import ${batch} ${IMPORT_SIZE}`)
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

say('ready')
await Promise.all([saves(), saves(), imports()])
