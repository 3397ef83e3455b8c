import type { z } from 'zod'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Visit } from '../../../platform/http/bind.ts'
import { mailResetLink, resetLink } from '../../../platform/identity/accounts.ts'
import { eventsOf, recordEvent } from '../../../platform/identity/events.ts'
import { changeGrant, grantsElsewhere, membersOf, namesOfActors } from '../../../platform/identity/grants.ts'
import { invitationsOf } from '../../../platform/identity/invitations.ts'
import { get, titles } from '../../../platform/store/read.ts'
import type { listMembers, updateMember } from '../contract/members.ts'

type Members = z.input<typeof listMembers.reply>

export async function members(visit: Visit): Promise<Members> {
  const { identity } = visit.services
  const organisation = visit.grant.organisation.id
  const [present, invitations, events] = await Promise.all([
    membersOf(identity, organisation),
    invitationsOf(identity, organisation),
    eventsOf(identity, organisation),
  ])
  const persons = present.flatMap(({ person }) => (person === null ? [] : [person]))
  const named = await visit.within((ctx) => titles(ctx, persons))
  const shown = (id: string | null): Members['members'][number]['person'] => {
    const title = id === null ? undefined : named[id]
    return title === undefined || id === null ? null : { id, number: title.number, title: title.title }
  }
  const actors = events.flatMap(({ actor, subject }) => [actor, subject].filter((id) => id !== null))
  const names = await namesOfActors(identity, organisation, actors)
  const nameOf = (id: string): { name: string } => ({ name: names.get(id) ?? visit.words('actor.erased') })
  return {
    members: present.map(({ account: { id, ...account }, person, ...grant }) => {
      return { ...grant, id, account, person: shown(person), isMe: id === visit.account.id }
    }),
    invitations: invitations.map(({ createdAt, ...invitation }) => ({ ...invitation, invitedAt: createdAt })),
    events: events.map(({ at, actor, subject, kind, details }) => ({
      at,
      actor: actor === null ? { name: visit.words('actor.cli') } : nameOf(actor),
      subject: subject === null ? null : nameOf(subject),
      kind,
      details,
    })),
    sendsMail: identity.mail !== null,
  }
}

/** Changes a grant. The person must be one of this organisation's ISMS. */
export async function changeMember(
  visit: Visit,
  account: string,
  changes: z.output<typeof updateMember.body>,
): Promise<void> {
  await demandPerson(visit, changes.person)
  const { roles, person, endsAt } = changes
  await changeGrant(visit.services.identity, {
    organisation: visit.grant.organisation.id,
    account,
    by: { actor: visit.grant.actor },
    ...(roles === undefined ? {} : { roles }),
    ...(person === undefined ? {} : { person }),
    ...(endsAt === undefined ? {} : { endsAt }),
  })
}

export async function demandPerson(visit: Visit, person: string | null | undefined): Promise<void> {
  if (person !== null && person !== undefined) await visit.within((ctx) => get(ctx, 'person', person))
}

/**
 * A link to set a member's password. INVARIANT: only for an account that this organisation alone lets in, else the
 * administrator of one client could walk into the others through their consultant.
 */
export async function memberReset(
  visit: Visit,
  account: string,
): Promise<{ readonly link: string; readonly isSent: boolean }> {
  const { identity } = visit.services
  const organisation = visit.grant.organisation.id
  const member = (await membersOf(identity, organisation)).find((each) => each.account.id === account)
  if (member === undefined) throw new Refusal('not_found', 'identity.no-member')
  if ((await grantsElsewhere(identity, account, organisation)) > 0) {
    throw new Refusal('forbidden', 'account.elsewhere-too')
  }
  const link = await resetLink(identity, { id: account })
  const isSent = await mailResetLink(identity, { ...member.account, language: visit.language }, link)
  await recordEvent(identity.db, {
    organisation,
    at: identity.clock.now(),
    actor: visit.grant.actor,
    subject: member.actor,
    kind: 'reset-link-made',
    details: {},
  })
  return { link, isSent }
}
