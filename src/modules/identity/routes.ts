import { Refusal } from '../../kernel/refusal.ts'
import { bindAccount, bindPublic, bindVisit, type Route } from '../../platform/http/bind.ts'
import { findAccount, isFirstRun, mailReset, reset, resetOf } from '../../platform/identity/accounts.ts'
import { removeGrant } from '../../platform/identity/grants.ts'
import { acceptInvitation, invitationOf, invite, withdrawInvitation } from '../../platform/identity/invitations.ts'
import { createToken, revokeToken, tokensOf } from '../../platform/identity/tokens.ts'
import * as ofAccounts from './contract/accounts.ts'
import * as ofMembers from './contract/members.ts'
import * as ofTokens from './contract/tokens.ts'
import { createOrganisation, start } from './service/found.ts'
import { me } from './service/me.ts'
import { changeMember, demandPerson, memberReset, members } from './service/members.ts'

const account: readonly Route[] = [
  bindPublic(ofAccounts.startState, async ({ services: { identity } }) => ({
    isFirst: await isFirstRun(identity),
    hasMail: identity.mail !== null,
  })),
  bindPublic(ofAccounts.start, (asking, { body }) => start(asking, body)),
  bindAccount(ofAccounts.readMe, me),
  bindAccount(ofAccounts.updateMe, ({ services, account: { id }, bound }, { body: { name, language } }) => {
    // The account is known by this name in every organisation, and the token was given for one.
    if (bound !== null) throw new Refusal('forbidden', 'token.not-for-account')
    return services.identity.login.setAccount(id, {
      ...(name === undefined ? {} : { name }),
      ...(language === undefined ? {} : { language }),
    })
  }),
  bindAccount(ofAccounts.createOrganisation, (asking, { body }) => createOrganisation(asking, body)),
]

const links: readonly Route[] = [
  bindPublic(ofAccounts.askReset, ({ services, language }, { body }) =>
    mailReset(services.identity, body.email, language),
  ),
  bindPublic(ofAccounts.readReset, ({ services }, { params }) => resetOf(services.identity, params.token)),
  bindPublic(ofAccounts.setPassword, ({ services }, { params, body }) =>
    reset(services.identity, params.token, body.password),
  ),
  bindPublic(ofAccounts.readInvitation, async ({ services: { identity } }, { params }) => {
    const { email, roles, organisation } = await invitationOf(identity, params.token)
    const hasAccount = (await findAccount(identity, email)) !== null
    return { email, roles, organisation: { name: organisation.name }, hasAccount }
  }),
  bindPublic(ofAccounts.accept, async (asking, { params, body }) => {
    const { name = null, password, language = asking.language } = body
    const input = { name, password, language, headers: asking.headers }
    const { slug, cookies } = await acceptInvitation(asking.services.identity, params.token, input)
    asking.setCookies(cookies)
    return { slug }
  }),
]

const membership: readonly Route[] = [
  bindVisit(ofMembers.listMembers, (visit) => members(visit)),
  bindVisit(ofMembers.invite, async (visit, { body: { email, roles, person = null, language } }) => {
    await demandPerson(visit, person)
    const { organisation, actor } = visit.grant
    const by = { actor, name: visit.account.name }
    const input = { organisation, email, roles, person, by, language: language ?? visit.language }
    return await invite(visit.services.identity, input)
  }),
  bindVisit(ofMembers.withdraw, ({ services, grant }, { params }) =>
    withdrawInvitation(services.identity, grant.organisation.id, params.id, { actor: grant.actor }),
  ),
  bindVisit(ofMembers.updateMember, (visit, { params, body }) => changeMember(visit, params.account, body)),
  bindVisit(ofMembers.removeMember, ({ services, grant }, { params }) =>
    removeGrant(services.identity, grant.organisation.id, params.account, { actor: grant.actor }),
  ),
  bindVisit(ofMembers.makeReset, (visit, { params }) => {
    // Whoever has the link has the account, so a token that leaked would outlive its own end.
    if (visit.bound !== null) throw new Refusal('forbidden', 'token.not-for-account')
    return memberReset(visit, params.account)
  }),
]

const tokens: readonly Route[] = [
  bindVisit(ofTokens.listTokens, async ({ services, grant, account: { id } }) => ({
    tokens: [...(await tokensOf(services.identity, grant.organisation.id, id))],
  })),
  bindVisit(ofTokens.createToken, ({ services, grant, bound, account: { id } }, { body }) => {
    // A token that leaked must not be able to make itself a successor.
    if (bound !== null) throw new Refusal('forbidden', 'token.not-by-token')
    return createToken(services.identity, grant, { account: id, label: body.label, expiresAt: body.expiresAt ?? null })
  }),
  bindVisit(ofTokens.revokeToken, ({ services, grant, account: { id } }, { params }) =>
    revokeToken(services.identity, grant, { account: id, id: params.id }),
  ),
]

export const routes: readonly Route[] = [...account, ...links, ...membership, ...tokens]
