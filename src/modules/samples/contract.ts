import { z } from 'zod'
import { contract, noBody, nothing } from '../../kernel/contract.ts'

export const openSample = contract({
  method: 'POST',
  path: '/sample',
  summary: 'Brings the sample organisation in where it is not here yet, and lets the account that asks into it.',
  params: nothing,
  query: nothing,
  body: noBody,
  reply: z.object({ slug: z.string() }),
})

export const contracts = [openSample]
