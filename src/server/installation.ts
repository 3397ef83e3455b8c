import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../kernel/refusal.ts'
import { registryOf } from '../kernel/registry.ts'
import type { Language, Words } from '../kernel/text.ts'
import { termCheck } from '../modules/catalogue/domain/terms.ts'
import { modules } from '../modules.gen.ts'
import { backup } from '../platform/backup/backup.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import { connect, type Database } from '../platform/database/database.ts'
import type { Use } from '../platform/database/lease.ts'
import { migrate } from '../platform/database/migrate.ts'
import type { Settings } from '../platform/database/postmaster.ts'
import { type Files, openFiles } from '../platform/files.ts'
import type { Services } from '../platform/http/bind.ts'
import { errorShown } from '../platform/http/log.ts'
import { type Identity, openIdentity } from '../platform/identity/identity.ts'
import { openMail } from '../platform/mail.ts'
import { storeOf } from '../platform/store/open.ts'
import { openSigner, type Signer } from '../platform/store/signer.ts'
import type { Store } from '../platform/store/store.ts'
import { fileBytesOf } from '../platform/store/workspace/bytes.ts'
import type { FileBytes } from '../platform/store/workspace/format.ts'
import { wordsIn } from '../platform/words.ts'
import { registers } from '../registers.gen.ts'
import { rules } from '../rules.gen.ts'
import { texts } from '../texts.gen.ts'
import type { Config } from './config.ts'
import { migrations } from './migrations.ts'

/** Everything that the server and the command line stand on: the opened data folder and what was made of it. */
export interface Installation extends Services {
  readonly config: Config
  readonly database: Database
  readonly store: Store
  readonly identity: Identity
  readonly files: Files
  readonly fileBytes: FileBytes
  readonly wordsIn: (language: Language) => Words
  /** Public keys that may have signed checkpoints here: this installation's, and those of where it was restored from. */
  readonly verifierKeys: () => Promise<readonly string[]>
  /** Keeps the public keys of an installation that this one was restored from. */
  readonly keepVerifierKeys: (keys: readonly string[]) => Promise<void>
  close(): Promise<void>
}

export interface InstallationOptions {
  readonly use: Use
  readonly clock?: Clock
  /** Settings of an embedded server that is started here; tests give up durability for speed. */
  readonly settings?: Settings
  /** False leaves the database as it is found: for a restore, which brings its own schema. */
  readonly migrates?: boolean
}

const ONLY_OWNER = 0o700
const SECRET_BYTES = 32

/** Opens the data folder: database, schema brought up to date (after a backup), keys, files. */
export async function openInstallation(config: Config, options: InstallationOptions): Promise<Installation> {
  await makeFolders(config.data)
  const clock = options.clock ?? systemClock
  const signer = await openSigner(join(config.data, 'keys'))
  const files = openFiles(join(config.data, 'files'))
  const database = await connect({
    url: config.databaseUrl,
    folder: config.data,
    use: options.use,
    ...(options.settings === undefined ? {} : { settings: options.settings }),
  })
  try {
    const fileBytes = fileBytesOf(files)
    if (options.migrates !== false) await bringUpToDate(config, database, { clock, signer, fileBytes })
    return await assemble(config, { database, clock, signer, files, fileBytes })
  } catch (error) {
    await database.close()
    throw error
  }
}

async function makeFolders(data: string): Promise<void> {
  try {
    for (const name of ['keys', 'files', 'backups'])
      await mkdir(join(data, name), { recursive: true, mode: ONLY_OWNER })
  } catch (error) {
    throw new Refusal('invalid', 'installation.no-folder', { values: { folder: data, cause: String(error) } })
  }
}

interface Parts {
  readonly database: Database
  readonly clock: Clock
  readonly signer: Signer
  readonly files: Files
  readonly fileBytes: FileBytes
}

/** A change of the schema cannot be taken back, so what was there is kept first. */
async function bringUpToDate(
  config: Config,
  database: Database,
  { clock, signer, fileBytes }: Pick<Parts, 'clock' | 'signer' | 'fileBytes'>,
): Promise<void> {
  await migrate(database.owner, migrations, {
    beforeMigrating: async () => {
      const stamp = clock.now().toISOString().replaceAll(':', '-')
      const path = join(config.data, 'backups', `before-migration-${stamp}.waarborg`)
      const verifierKeys = await keysOf(config.data, signer)
      await backup(database.owner, path, { files: fileBytes, verifierKeys, now: clock.now() })
    },
  })
}

async function assemble(config: Config, parts: Parts): Promise<Installation> {
  const { database, clock, signer, files, fileBytes } = parts
  const ruleIds = new Set(rules.map(({ id }) => id))
  const store = storeOf({
    database,
    registry: registryOf(
      registers,
      termCheck((id) => ruleIds.has(id)),
    ),
    guards: modules.flatMap(({ guards }) => guards),
    derivations: modules.flatMap(({ derivations }) => derivations),
    clock,
    signer,
  })
  const words = wordsIn(texts)
  const identity = openIdentity({
    owner: database.owner,
    baseAddress: config.address,
    secret: await secretOf(config.data),
    secureCookies: config.secureCookies,
    clock,
    mail: openMail(config.mail === null ? null : { server: config.mail.url, from: config.mail.from }),
    wordsIn: words,
    onError: (error) => process.emitWarning(JSON.stringify(errorShown(error))),
  })
  return {
    config,
    database,
    store,
    identity,
    files,
    fileBytes,
    wordsIn: words,
    verifierKeys: () => keysOf(config.data, signer),
    keepVerifierKeys: async (keys) => {
      const known = knownKeysIn(config.data)
      const all = new Set([...(await linesOf(known)), ...keys].filter((key) => key !== signer.verifierKey))
      await writeFile(known, [...all].map((key) => `${key}\n`).join(''))
    },
    close: async () => {
      await identity.close()
      await database.close()
    },
  }
}

const knownKeysIn = (data: string): string => join(data, 'keys', 'known.pub')

async function keysOf(data: string, signer: Signer): Promise<readonly string[]> {
  return [signer.verifierKey, ...(await linesOf(knownKeysIn(data)))]
}

/** The secret under which sessions are signed: made at the first start, kept apart from the database. */
async function secretOf(data: string): Promise<string> {
  const path = join(data, 'keys', 'session.secret')
  await writeFile(path, randomBytes(SECRET_BYTES).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (error: unknown) => {
      if (!isSystemError(error, 'EEXIST')) throw error
    },
  )
  return readFile(path, 'utf8')
}

async function linesOf(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isSystemError(error, 'ENOENT')) return ''
    throw error
  })
  return text.split('\n').filter((line) => line !== '')
}

function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
