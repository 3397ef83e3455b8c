import { bind, bindPublic, type Route, type Visit } from '../../platform/http/bind.ts'
import * as feeds from '../../platform/identity/feeds.ts'
import { makeFeed, readCalendar, readFeed, revokeFeed } from './contract.ts'
import { calendarBehind } from './service.ts'

const whose = ({ grant, account }: Visit): { readonly organisation: string; readonly account: string } => ({
  organisation: grant.organisation.id,
  account: account.id,
})

export const routes: readonly Route[] = [
  bind(readFeed, async (_ctx, _input, visit) => ({
    feed: await feeds.findFeed(visit.services.identity, whose(visit)),
  })),
  bind(makeFeed, async (_ctx, _input, visit) => {
    const { identity } = visit.services
    const secret = await feeds.makeFeed(identity, whose(visit))
    const { slug } = visit.grant.organisation
    return { address: `${identity.baseAddress}/api/organisations/${slug}/calendar/${secret}.ics` }
  }),
  bind(revokeFeed, async (_ctx, _input, visit) => {
    await feeds.revokeFeed(visit.services.identity, whose(visit))
  }),
  bindPublic(readCalendar, async ({ services, language }, { params }) =>
    calendarBehind(services, params.organisation, { file: params.file, language }),
  ),
]
