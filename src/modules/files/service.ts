import type { FileBody, FileReply } from '../../kernel/contract.ts'
import { may } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Services, Visit } from '../../platform/http/bind.ts'
import { removeOrganisation } from '../../platform/store/organisation.ts'
import { FILE_TYPES, isShown, tidyName, typeOf } from './domain.ts'
import { dropUnnamed, type FileRow, findFile, hashesOf, insertFile } from './store.ts'

/** Largest file: a scanned contract or a video of a server room, not a disk image. */
const FILE_MOST = 200_000_000

/** Keeps a file for the organisation. The bytes are on disk before any record can name them. */
export async function addFile(
  visit: Pick<Visit, 'services' | 'actor' | 'within'>,
  { name, bytes }: FileBody,
): Promise<FileRow> {
  refuseReaders(visit)
  const tidy = tidyName(name)
  const type = typeOf(tidy)
  if (type === null) {
    throw new Refusal('invalid', 'file.type-not-allowed', { values: { name: tidy, types: FILE_TYPES.join(', ') } })
  }
  const { hash, size } = await visit.services.files.put(bytes, FILE_MOST)
  return await visit.within(async (ctx) => {
    const file = await insertFile(ctx, { hash, name: tidy, type, size })
    // Another organisation that had it too was removed between the two, and the bytes with it.
    if (!(await visit.services.files.has(hash))) throw new Refusal('conflict', 'server.busy')
    return file
  })
}

/** Whoever may write in no register has nothing to attach a file to. */
function refuseReaders(visit: Pick<Visit, 'services' | 'actor'>): void {
  const { registers } = visit.services.store.registry
  const { actor } = visit
  const writes = registers.some(
    ({ access }) =>
      may(actor, 'create', access).ok ||
      may(actor, 'update', access, actor.person).ok ||
      may(actor, 'update', access).ok,
  )
  if (!writes) throw new Refusal('forbidden', 'permission.role')
}

export async function aboutFile(visit: Visit, hash: string): Promise<FileRow> {
  const file = await visit.within((ctx) => findFile(ctx, hash))
  if (file === null) throw new Refusal('not_found', 'file.unknown')
  return file
}

export async function readFile(visit: Visit, hash: string): Promise<FileReply> {
  const { name, type } = await aboutFile(visit, hash)
  if (!(await visit.services.files.has(hash))) throw new Refusal('not_found', 'file.lost')
  return { name, type, bytes: visit.services.files.read(hash), isShown: isShown(type) }
}

/** Removes an organisation whole, and from the disk the files that no other has. Nothing of it can be brought back. */
export async function removeWithFiles(
  services: Pick<Services, 'store' | 'files'>,
  organisation: string,
): Promise<void> {
  const hashes = await hashesOf(services.store, organisation)
  await removeOrganisation(services.store, organisation)
  await dropUnnamed(services, hashes)
}
