import { z } from 'zod'
import { contract, fileBody, fileReply, noBody, nothing } from '../../kernel/contract.ts'

export const exportWorkspace = contract({
  method: 'GET',
  path: '/organisations/:organisation/workspace',
  summary: 'Gives the whole organisation with its history and files as one workspace file.',
  needs: 'administrator',
  params: z.object({ organisation: z.string() }),
  query: nothing,
  body: noBody,
  reply: fileReply,
})

export const importWorkspace = contract({
  method: 'POST',
  path: '/workspaces',
  summary: 'Brings an organisation in from its workspace file (the body is its bytes): the same ledger goes on here.',
  needs: 'account',
  params: nothing,
  query: nothing,
  body: fileBody,
  reply: z.strictObject({ slug: z.string(), size: z.int(), root: z.string() }),
})

export const contracts = [exportWorkspace, importWorkspace] as const
