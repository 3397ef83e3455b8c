import type { Organisation } from '../platform/store/organisation.ts'
import { organisationBySlug } from '../platform/store/organisation.ts'
import { type Acting, type Context, inOrganisation } from '../platform/store/store.ts'
import type { Installation } from '../server/installation.ts'

/** Who works at the command line of the machine itself: nobody of the organisation, so the ledger keeps one id for all. */
export const COMMAND_LINE: Acting = {
  id: '00000000-0000-4000-8000-00000000c11e',
  behalf: null,
  channel: 'cli',
  roles: ['administrator', 'coordinator'],
  person: null,
}

/** Does the work inside the organisation with this slug, as the command line. */
export async function within<T>(
  installation: Pick<Installation, 'store'>,
  slug: string,
  work: (ctx: Context, organisation: Organisation) => Promise<T>,
): Promise<T> {
  const organisation = await organisationBySlug(installation.store, slug)
  return inOrganisation(installation.store, { organisation: organisation.id, actor: COMMAND_LINE }, (ctx) =>
    work(ctx, organisation),
  )
}
