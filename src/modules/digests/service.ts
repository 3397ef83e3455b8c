import { randomUUID } from 'node:crypto'
import { addDays } from '../../kernel/calendar.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import { daysIn, type Language } from '../../kernel/text.ts'
import {
  claimDigest,
  type Digest,
  digestsSince,
  endDigest,
  forgetDigests,
  rhythmsOf,
} from '../../platform/identity/digests.ts'
import { type Member, membersOf } from '../../platform/identity/grants.ts'
import type { Identity } from '../../platform/identity/identity.ts'
import type { Message } from '../../platform/mail.ts'
import { presentState } from '../../platform/store/state.ts'
import { type Acting, type Context, inOrganisation, type Store } from '../../platform/store/store.ts'
import { closedDays } from '../organisation/domain.ts'
import { worded } from './domain/letter.ts'
import { isDayFor, MORNING, waitAfter } from './domain/rhythm.ts'
import { lettersIn } from './service/letters.ts'

/** What mailing stands on. */
export interface Post {
  readonly store: Store
  readonly identity: Identity
  /** For people who chose none. */
  readonly language: Language
  readonly onFailure: (error: unknown) => void
}

export interface Tenant {
  readonly id: string
  readonly slug: string
  readonly name: string
}

/** What somebody would be mailed; null where nothing waits for him. */
export interface Prepared {
  readonly member: Member
  readonly day: CalendarDate
  readonly message: Message | null
}

export interface Sent {
  readonly sent: number
  readonly failed: number
}

const KEPT_DAYS = 120

/** The mail of today to every member, whether or not it was sent already. */
export async function prepareDigests(post: Post, tenant: Tenant): Promise<readonly Prepared[]> {
  const members = await membersOf(post.identity, tenant.id)
  return await within(post, tenant, (ctx) => prepared(post, tenant, ctx, members))
}

/** Mails every member once on each of his days what waits for him, from the morning on. What failed is tried again. */
export async function sendDigests(post: Post, tenant: Tenant): Promise<Sent> {
  const { identity } = post
  if (identity.mail === null) return { sent: 0, failed: 0 }
  const members = await membersOf(identity, tenant.id)
  const { day, letters } = await within(post, tenant, async (ctx) => {
    const due = isMorning(ctx) ? await dueTo(post, tenant, ctx, members) : []
    return { day: ctx.today(), letters: due.length === 0 ? [] : await prepared(post, tenant, ctx, due) }
  })
  let sent = 0
  let failed = 0
  for (const letter of letters) {
    const outcome = await deliver(post, tenant, letter)
    if (outcome === 'sent') sent += 1
    if (outcome === 'failed') failed += 1
  }
  if (letters.length > 0) await forgetDigests(identity, tenant.id, addDays(day, -KEPT_DAYS))
  return { sent, failed }
}

/** Whoever is still to be looked at today. */
async function dueTo(post: Post, tenant: Tenant, ctx: Context, members: readonly Member[]): Promise<readonly Member[]> {
  const day = ctx.today()
  const closed = closedDays(await presentState(ctx))
  const rhythms = await rhythmsOf(post.identity, tenant.id)
  const known = await digestsSince(post.identity, tenant.id, addDays(day, -14))
  return members.filter(({ account }) => {
    const mine = known.filter((one) => one.account === account.id)
    if (mine.some((one) => one.day === day && isOver(one))) return false
    const last = mine.find((one) => one.day < day && isOver(one))?.day ?? null
    return isDayFor(rhythms.get(account.id) ?? 'daily', day, { last, closed })
  })
}

function isOver({ state }: Digest): boolean {
  return state === 'sent' || state === 'nothing'
}

async function prepared(
  { identity, language }: Post,
  { slug, name }: Tenant,
  ctx: Context,
  members: readonly Member[],
): Promise<readonly Prepared[]> {
  const link = `${identity.baseAddress}/${slug}`
  const letterTo = await lettersIn(ctx, link)
  return members.map((member) => {
    const spoken = member.account.language ?? language
    const said = worded(letterTo({ roles: member.roles, person: member.person }), {
      name: member.account.name,
      organisation: name,
      link,
      words: identity.wordsIn(spoken),
      written: daysIn(spoken),
    })
    return { member, day: ctx.today(), message: said === null ? null : { to: member.account.email, ...said } }
  })
}

/** Sends one mail, if nobody else does; what the mail server does not take is kept as failed, and tried again later. */
async function deliver(
  post: Post,
  { id }: Tenant,
  { member, day, message }: Prepared,
): Promise<Digest['state'] | 'taken'> {
  const { identity } = post
  const whose = { organisation: id, account: member.account.id }
  if (!(await claimDigest(identity, whose, day))) return 'taken'
  if (message === null) {
    await endDigest(identity, whose, { day, state: 'nothing' })
    return 'nothing'
  }
  try {
    await identity.mail?.send(message)
  } catch (error) {
    const [known] = (await digestsSince(identity, id, day)).filter(({ account }) => account === whose.account)
    const retryAt = new Date(identity.clock.now().getTime() + waitAfter(known?.attempts ?? 1))
    const problem = error instanceof Error ? error.message : String(error)
    await endDigest(identity, whose, { day, state: 'failed', problem, retryAt })
    post.onFailure(new Error(`cannot mail what waits to a member of \`${id}\``, { cause: error }))
    return 'failed'
  }
  await endDigest(identity, whose, { day, state: 'sent' })
  return 'sent'
}

function isMorning(ctx: Context): boolean {
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: ctx.timeZone })
  return Number(hour.format(ctx.now())) >= MORNING
}

async function within<T>({ store }: Post, { id }: Tenant, work: (ctx: Context) => Promise<T>): Promise<T> {
  // Nothing is written, so nobody's id stays behind.
  const actor: Acting = { id: randomUUID(), behalf: null, channel: 'system', roles: [], person: null }
  return await inOrganisation(store, { organisation: id, actor }, work)
}

/** Every organisation whose members are mailed; a sample is for looking around. */
export async function tenants(store: Store): Promise<readonly Tenant[]> {
  const { rows } = await store.owner.query<Tenant>('select id, slug, name from organisation where not is_sample')
  return rows
}

/** How the mails of one member went: the last that went out, and since how many days none does. */
export function standing(mine: readonly Digest[]): {
  readonly lastSent: CalendarDate | null
  readonly failedDays: number
  readonly attempts: number
  readonly problem: string | null
  readonly failedAt: Date | null
} {
  const firstOver = mine.findIndex(isOver)
  const failed = mine.slice(0, firstOver === -1 ? mine.length : firstOver).filter(({ state }) => state === 'failed')
  const [newest] = failed
  return {
    lastSent: mine.find(({ state }) => state === 'sent')?.day ?? null,
    failedDays: failed.length,
    attempts: failed.reduce((sum, { attempts }) => sum + attempts, 0),
    problem: newest?.problem ?? null,
    failedAt: newest?.at ?? null,
  }
}
