import type { z } from 'zod'
import { dateOf } from '../../../kernel/calendar.ts'
import { may } from '../../../kernel/permission.ts'
import type { Signed } from '../../../platform/http/bind.ts'
import { type Grant, grantsOf } from '../../../platform/identity/grants.ts'
import { titles } from '../../../platform/store/read.ts'
import { type Context, inOrganisation } from '../../../platform/store/store.ts'
import type { readMe } from '../contract/accounts.ts'
import { mayCreateOrganisation } from './found.ts'

type Me = z.input<typeof readMe.reply>

/** Who is signed in, and every organisation that lets him in: one transaction for each, because none spans two. */
export async function me(asking: Signed): Promise<Me> {
  const { services, account, bound } = asking
  const grants = bound === null ? await grantsOf(services.identity, account.id) : [bound]
  const organisations = await Promise.all(
    grants.map((grant) => {
      const { actor, roles, person, organisation } = grant
      const acting = { id: actor, roles, person, behalf: null, channel: 'web' } as const
      return inOrganisation(services.store, { organisation: organisation.id, actor: acting }, (ctx) => seen(ctx, grant))
    }),
  )
  return { account, organisations, canCreateOrganisation: await mayCreateOrganisation(asking) }
}

async function seen(ctx: Context, grant: Grant): Promise<Me['organisations'][number]> {
  const { slug, name, isSample } = grant.organisation
  return {
    slug,
    name,
    isSample,
    roles: grant.roles,
    person: await personShown(ctx, grant.person),
    today: ctx.today(),
    firstDay: await firstDay(ctx),
    sees: seenBy(ctx),
  }
}

function seenBy({ actor, registry }: Context): Me['organisations'][number]['sees'] {
  const isms = may(actor, 'read', {}).ok
  return {
    registers: registry.registers.filter(({ access }) => may(actor, 'read', access).ok).map(({ name }) => name),
    isms,
    // Who comes to conclude for himself is not shown what is foreseen (DESIGN, fourth idea).
    forecast: isms && actor.roles.some((role) => role !== 'external_auditor'),
    accounts: actor.roles.includes('administrator'),
  }
}

/** The person of the ISMS behind an id, as a screen mentions him. */
export async function personShown(ctx: Context, id: string | null): Promise<Me['organisations'][number]['person']> {
  const title = id === null ? undefined : (await titles(ctx, [id]))[id]
  return title === undefined || id === null ? null : { id, number: title.number, title: title.title }
}

/** The day of the first entry of the ledger: how far back one can look. */
async function firstDay(ctx: Context): Promise<string | null> {
  const { rows } = await ctx.tx.query<{ recorded_at: string }>({
    name: 'first-entry',
    text: 'select recorded_at from ledger_entry where organisation = $1 and sequence = 1',
    values: [ctx.organisation],
  })
  const first = rows[0]
  return first === undefined ? null : dateOf(first.recorded_at, ctx.timeZone)
}
