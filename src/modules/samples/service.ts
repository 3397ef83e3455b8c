import { fileURLToPath } from 'node:url'
import type { Role } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { RecordId } from '../../kernel/register.ts'
import type { Signed } from '../../platform/http/bind.ts'
import { grantRoles, grantsOf } from '../../platform/identity/grants.ts'
import type { Identity } from '../../platform/identity/identity.ts'
import { readLines } from '../../platform/lines.ts'
import { nearby } from '../../platform/pdf/nearby.ts'
import { allOrganisations, type Organisation } from '../../platform/store/organisation.ts'
import type { Store } from '../../platform/store/store.ts'
import { fileBytesOf } from '../../platform/store/workspace/bytes.ts'
import { type FileBytes, head } from '../../platform/store/workspace/format.ts'
import { importWorkspace } from '../../platform/store/workspace/import.ts'
import { mayCreateOrganisation } from '../identity/service/found.ts'

/** Whoever opens the sample may look at everything in it and change everything: nothing in it is anybody's. */
const VISITOR: readonly Role[] = ['administrator', 'coordinator']
/** Fenna Postma, who coordinates the ISMS of the sample; her id follows from her name in `samples/kiekendief`. */
const COORDINATOR: RecordId = 'fdd05c98-0a29-5916-9365-a4f1da19904e'

/** The file as the repository, and as the package built from it, holds it. */
export function sampleFile(): string {
  const name = 'samples/kiekendief.waarborg'
  return fileURLToPath(nearby(import.meta.url, `../../../${name}`, `../${name}`, `../../${name}`))
}

/** The sample organisation of this installation, brought in from its file where it is not here yet. */
export async function bringSample(store: Store, { files }: { readonly files: FileBytes }): Promise<Organisation> {
  const path = sampleFile()
  const here = await findSample(store, path)
  if (here !== null) return here
  try {
    return (await importWorkspace(store, path, { files })).organisation
  } catch (error) {
    // Somebody else asked at the same moment and was first.
    if (error instanceof Refusal && error.code === 'organisation.ledger-exists') {
      const there = await findSample(store, path)
      if (there !== null) return there
    }
    throw error
  }
}

/** By its ledger, which every copy of the file shares; its slug may be another. */
async function findSample(store: Store, path: string): Promise<Organisation | null> {
  const lines = readLines(path)
  const first = await lines.next()
  await lines.return(undefined)
  const { ledger } = head.parse(first.done === true ? null : first.value.value)
  return (await allOrganisations(store)).find((organisation) => organisation.ledger === ledger) ?? null
}

/** For whoever may make organisations here. The first who asks is its coordinator in person as well. */
export async function openSample(asking: Signed): Promise<{ readonly slug: string }> {
  const { services, account } = asking
  const { store, identity, files } = services
  if (!(await mayCreateOrganisation(asking))) throw new Refusal('forbidden', 'permission.role')
  const { id, slug } = await bringSample(store, { files: fileBytesOf(files) })
  const grants = await grantsOf(identity, account.id)
  if (!grants.some(({ organisation }) => organisation.id === id)) await letIn(identity, id, account.id)
  return { slug }
}

async function letIn(identity: Identity, organisation: string, account: string): Promise<void> {
  const grant = { organisation, account, roles: VISITOR, by: { actor: null } }
  try {
    await grantRoles(identity, { ...grant, person: COORDINATOR })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'identity.person-taken') throw error
    await grantRoles(identity, { ...grant, person: null })
  }
}
