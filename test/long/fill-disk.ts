/** Fills the small disk on which its data folder lies, saves until it is refused, makes room again, and tells what it saw as JSON. */
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { COMMAND_LINE } from '../../src/cli/acting.ts'
import { foundOrganisation } from '../../src/modules/organisation/service.ts'
import { refusalOf } from '../../src/platform/http/refusals.ts'
import { changeAll } from '../../src/platform/store/change.ts'
import { inOrganisation } from '../../src/platform/store/store.ts'
import { verifyLedger } from '../../src/platform/store/verify.ts'
import { configOf } from '../../src/server/config.ts'
import { openInstallation } from '../../src/server/installation.ts'

const BATCH = 40
const LEFT_BYTES = 3_000_000
const disk = process.argv[2] ?? ''
const installation = await openInstallation(configOf({ WAARBORG_DATA: join(disk, 'data') }), { use: 'command' })
const { store } = installation
const made = { name: 'Vol', slug: 'vol', language: 'nl', actor: COMMAND_LINE } as const
const { id: organisation } = await foundOrganisation(store, made)
const run = <T>(work: Parameters<typeof inOrganisation<T>>[2]): Promise<T> =>
  inOrganisation(store, { organisation, actor: COMMAND_LINE }, work)

async function save(): Promise<void> {
  const set = { title: 'Schijf vol', scenario: 'lang verhaal '.repeat(500) }
  await run((ctx) =>
    changeAll(
      ctx,
      Array.from({ length: BATCH }, () => ({ register: 'risk', act: 'create', set })),
    ),
  )
}

async function saveUntilRefused(): Promise<{ readonly saved: number; readonly code: string | null }> {
  for (let saved = 0; ; saved += BATCH) {
    try {
      await save()
    } catch (error) {
      return { saved, code: refusalOf(error)?.code ?? null }
    }
  }
}

const { bavail, bsize } = statfsSync(disk)
writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - LEFT_BYTES)))
const refused = await saveUntilRefused()
rmSync(join(disk, 'filler'))
await pause(2_000)
await save()
const verified = await run(async (ctx) => verifyLedger(ctx, await installation.verifierKeys()))
const { rows } = await store.owner.query<{ count: number }>(
  `select count(*) as count from record where register = 'risk'`,
)
await installation.close()
process.stdout.write(JSON.stringify({ ...refused, kept: rows[0]?.count, flaws: verified.flaws.length }))
