import { statfs } from 'node:fs/promises'
import { allOrganisations } from '../../platform/store/organisation.ts'
import type { Installation } from '../../server/installation.ts'
import type { Command } from '../command.ts'

interface Check {
  readonly name: string
  readonly ok: boolean
  readonly found: string
}

/** Below this an import or a backup is likely to fill the disk. */
const LEAST_FREE_BYTES = 1 << 30
const LEAST_NODE = 24

export const doctor: Command = {
  name: 'doctor',
  rest: [],
  options: {},
  async run({ open, words, config }) {
    const installation = await open()
    const checks = await checksOf(installation)
    const lines = checks.map(({ name, ok, found }) => `${ok ? '✓' : '▲'} ${words(`cli.doctor.${name}`)}: ${found}`)
    return { value: { data: config.data, address: config.address, checks }, lines, isNo: checks.some(({ ok }) => !ok) }
  },
}

async function checksOf({ database, config, store, files }: Installation): Promise<readonly Check[]> {
  const version = await database.owner.query<{ version: string }>(`select current_setting('server_version') as version`)
  const role = await database.app.query<{ role: string; bypasses: boolean }>(
    'select current_user as role, rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user',
  )
  const disk = await statfs(config.data)
  const free = disk.bavail * disk.bsize
  const organisations = await allOrganisations(store)
  const missing = await missingFiles(database, files)
  return [
    { name: 'node', ok: Number(process.versions.node.split('.')[0]) >= LEAST_NODE, found: process.versions.node },
    { name: 'database', ok: true, found: `PostgreSQL ${version.rows[0]?.version ?? ''}` },
    { name: 'role', ok: role.rows[0]?.bypasses === false, found: role.rows[0]?.role ?? '' },
    { name: 'disk', ok: free >= LEAST_FREE_BYTES, found: `${Math.floor(free / (1 << 20))} MiB` },
    { name: 'organisations', ok: true, found: String(organisations.length) },
    { name: 'files', ok: missing === 0, found: String(missing) },
    { name: 'mail', ok: true, found: config.mail === null ? '–' : config.mail.from },
  ]
}

async function missingFiles(database: Installation['database'], files: Installation['files']): Promise<number> {
  const { rows } = await database.owner.query<{ hash: string }>('select distinct hash from file')
  const kept = new Set(await files.all())
  return rows.filter(({ hash }) => !kept.has(hash)).length
}
