import { z } from 'zod'
import { contract, fileReply, noBody, noReply, nothing } from '../../kernel/contract.ts'

const params = z.object({ organisation: z.string() })
const instant = z.date().transform((at) => at.toISOString())
const PATH = '/organisations/:organisation/calendar'

export const readFeed = contract({
  method: 'GET',
  path: PATH,
  summary: 'Tells whether the caller has an address for his calendar program, and when it was last read.',
  needs: 'member',
  params,
  query: nothing,
  body: noBody,
  reply: z.object({ feed: z.object({ createdAt: instant, lastReadAt: instant.nullable() }).nullable() }),
})

export const makeFeed = contract({
  method: 'POST',
  path: PATH,
  summary: 'Makes an address under which a calendar program reads what is due to the caller; an earlier one stops.',
  needs: 'member',
  params,
  query: nothing,
  body: noBody,
  reply: z.object({ address: z.string() }),
})

export const revokeFeed = contract({
  method: 'DELETE',
  path: PATH,
  summary: 'Ends the address under which a calendar program reads what is due to the caller.',
  needs: 'member',
  params,
  query: nothing,
  body: noBody,
  reply: noReply,
})

export const readCalendar = contract({
  method: 'GET',
  path: `${PATH}/:file`,
  summary: 'Gives what is due to somebody, and the plan of the path, as iCalendar; the secret is in the address.',
  needs: 'anybody',
  params: params.extend({ file: z.string() }),
  query: nothing,
  body: noBody,
  reply: fileReply,
})

export const contracts = [readFeed, makeFeed, revokeFeed, readCalendar] as const
