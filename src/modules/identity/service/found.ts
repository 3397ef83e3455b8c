import { randomUUID } from 'node:crypto'
import type { Role } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/text.ts'
import type { Asking, Services, Signed } from '../../../platform/http/bind.ts'
import { atFirstRun, checkPassword, createAccount } from '../../../platform/identity/accounts.ts'
import { grantRoles, grantsOf } from '../../../platform/identity/grants.ts'
import { freeSlug, type Organisation, removeOrganisation, slugOf } from '../../../platform/store/organisation.ts'
import { foundOrganisation } from '../../organisation/service.ts'

/** Whoever founds an organisation looks after its accounts and coordinates its ISMS, until he gives either away. */
export const FOUNDER: readonly Role[] = ['administrator', 'coordinator']

export interface Founding {
  readonly name: string
  readonly slug?: string | undefined
}

export interface FirstRun {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly organisation: Founding
  readonly language: Language
  readonly isDirector?: boolean | undefined
}

/** The first account with the first organisation: both or neither. */
export async function start(asking: Asking, input: FirstRun): Promise<{ readonly slug: string }> {
  const { services } = asking
  checkPassword(input.password)
  const { slug } = await atFirstRun(services.identity, () =>
    founded(services, input.organisation, input.language, {
      account: () => createAccount(services.identity, input),
      // Whoever sets it up works there: he can be an owner and sign from the first day.
      person: { id: randomUUID(), name: input.name, email: input.email, isTopManagement: input.isDirector === true },
    }),
  )
  const cookies = await services.identity.login.signIn(input, asking.headers)
  if (cookies === null) throw new Error('cannot sign in with the account that was just made')
  asking.setCookies(cookies)
  return { slug }
}

export async function createOrganisation(asking: Signed, input: Founding): Promise<{ readonly slug: string }> {
  const { services, account, language } = asking
  if (!(await mayCreateOrganisation(asking))) throw new Refusal('forbidden', 'permission.role')
  return await founded(services, input, account.language ?? language, {
    account: async () => account,
    person: null,
  })
}

/** Whoever administers an organisation here may make another; who was only let in may not, nor a token, which is for one. */
export async function mayCreateOrganisation({
  services,
  account,
  bound,
}: Pick<Signed, 'services' | 'account' | 'bound'>): Promise<boolean> {
  if (bound !== null) return false
  const grants = await grantsOf(services.identity, account.id)
  return grants.some(({ roles }) => roles.includes('administrator'))
}

interface Founder {
  readonly account: () => Promise<{ readonly id: string }>
  /** Null for whoever makes an organisation for others, as a consultant does. */
  readonly person: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly isTopManagement: boolean
  } | null
}

async function founded(
  services: Services,
  founding: Founding,
  language: Language,
  founder: Founder,
): Promise<Organisation> {
  const { store, identity } = services
  const slug = founding.slug ?? (await freeSlug(store, slugOf(founding.name)))
  const actor = randomUUID()
  const person = founder.person?.id ?? null
  const roles: readonly Role[] = founder.person?.isTopManagement === true ? [...FOUNDER, 'top_management'] : FOUNDER
  const acting = { id: actor, roles, person, behalf: null, channel: 'web' } as const
  const made = await foundOrganisation(store, {
    name: founding.name,
    slug,
    language,
    actor: acting,
    ...(founder.person && { founder: founder.person }),
  })
  try {
    const account = (await founder.account()).id
    await grantRoles(identity, { organisation: made.id, account, roles, person, actor, by: { actor } })
  } catch (error) {
    // An organisation that nobody is let into could never be reached.
    await removeOrganisation(store, made.id)
    throw error
  }
  return made
}
