import type { z } from 'zod'
import { bind, type Route, type Visit } from '../../platform/http/bind.ts'
import { digestsSince, rhythmsOf, setRhythm } from '../../platform/identity/digests.ts'
import { membersOf } from '../../platform/identity/grants.ts'
import { listDigests, readDigest, setDigest } from './contract.ts'
import { standing } from './service.ts'

/** Everything that is still kept. */
const EVER = '2000-01-01'

const whose = ({ grant, account }: Visit): { readonly organisation: string; readonly account: string } => ({
  organisation: grant.organisation.id,
  account: account.id,
})

async function listed({ services: { identity }, grant }: Visit): Promise<z.input<typeof listDigests.reply>> {
  const organisation = grant.organisation.id
  const [members, rhythms, digests] = await Promise.all([
    membersOf(identity, organisation),
    rhythmsOf(identity, organisation),
    digestsSince(identity, organisation, EVER),
  ])
  const byAccount = Map.groupBy(digests, ({ account }) => account)
  return {
    hasMail: identity.mail !== null,
    members: members.map(({ account: { id, name } }) => ({
      id,
      name,
      rhythm: rhythms.get(id) ?? 'daily',
      ...standing(byAccount.get(id) ?? []),
    })),
  }
}

export const routes: readonly Route[] = [
  bind(readDigest, async (_ctx, _input, visit) => {
    const { identity } = visit.services
    const { organisation, account } = whose(visit)
    const rhythm = (await rhythmsOf(identity, organisation)).get(account) ?? 'daily'
    return { rhythm, hasMail: identity.mail !== null }
  }),
  bind(setDigest, async (_ctx, { body }, visit) => {
    await setRhythm(visit.services.identity, whose(visit), body.rhythm)
  }),
  bind(listDigests, async (_ctx, _input, visit) => await listed(visit)),
]
