import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileBody, FileReply } from '../../kernel/contract.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Signed, Visit } from '../../platform/http/bind.ts'
import { grantRoles } from '../../platform/identity/grants.ts'
import { writeLines } from '../../platform/lines.ts'
import { organisationBySlug, removeOrganisation } from '../../platform/store/organisation.ts'
import { fileBytesOf } from '../../platform/store/workspace/bytes.ts'
import { workspaceLines } from '../../platform/store/workspace/export.ts'
import { importWorkspace } from '../../platform/store/workspace/import.ts'
import { FOUNDER, mayCreateOrganisation } from '../identity/service/found.ts'

/** The whole organisation as a file. It is written out first: a reader that is slow must not hold a transaction open. */
export async function workspaceFile(visit: Visit): Promise<FileReply> {
  const { store, files, verifierKeys } = visit.services
  const organisation = await organisationBySlug(store, visit.grant.organisation.slug)
  const folder = await mkdtemp(join(tmpdir(), 'waarborg-'))
  const path = join(folder, 'workspace')
  try {
    const outside = { files: fileBytesOf(files), verifierKeys: await verifierKeys() }
    await visit.within((ctx) => writeLines(path, workspaceLines(ctx, organisation, outside)))
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return { name: `${organisation.slug}.waarborg`, type: 'application/octet-stream', bytes: onceFrom(path, folder) }
}

async function* onceFrom(path: string, folder: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A larger one fills the disk of a small server; it comes in on the command line, from where it lies. */
export const WORKSPACE_MOST = 2_000_000_000

/** The bytes as they come, refused where there are more than so many. */
export async function* atMost(bytes: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.byteLength
    if (size > most) throw new Refusal('invalid', 'workspace.too-large', { values: { megabytes: most / 1_000_000 } })
    yield chunk
  }
}

/** Whoever may make organisations here may bring one along; he looks after its accounts until he gives that away. */
export async function bringWorkspace(
  asking: Signed,
  { bytes }: FileBody,
): Promise<{ readonly slug: string; readonly size: number; readonly root: string }> {
  const { services, account } = asking
  if (!(await mayCreateOrganisation(asking))) throw new Refusal('forbidden', 'permission.role')
  const folder = await mkdtemp(join(tmpdir(), 'waarborg-'))
  try {
    const path = join(folder, 'workspace')
    await writeFile(path, atMost(bytes, WORKSPACE_MOST), { mode: 0o600 })
    const made = await importWorkspace(services.store, path, { files: fileBytesOf(services.files) })
    const { id, slug } = made.organisation
    try {
      const grant = { organisation: id, account: account.id, roles: FOUNDER, person: null, by: { actor: null } }
      await grantRoles(services.identity, grant)
      await services.keepVerifierKeys(made.verifierKeys)
    } catch (error) {
      await removeOrganisation(services.store, id)
      throw error
    }
    return { slug, size: made.size, root: made.root }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
