import { z } from 'zod'
import { contract, fileBody, fileReply, noBody, nothing } from '../../kernel/contract.ts'

const FILES = '/organisations/:organisation/files'
const inOrganisation = z.object({ organisation: z.string() })
const ofFile = inOrganisation.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/) })
const about = z.object({ hash: z.string(), name: z.string(), type: z.string(), size: z.number() })

export const addFile = contract({
  method: 'POST',
  path: FILES,
  summary: 'Takes a file (the body is its bytes, X-File-Name its name) and gives the SHA-256 by which records name it.',
  needs: 'member',
  params: inOrganisation,
  query: nothing,
  body: fileBody,
  reply: about,
})

export const readFile = contract({
  method: 'GET',
  path: `${FILES}/:hash`,
  summary: 'Gives a file of this organisation.',
  needs: 'member',
  params: ofFile,
  query: nothing,
  body: noBody,
  reply: fileReply,
})

export const aboutFile = contract({
  method: 'GET',
  path: `${FILES}/:hash/about`,
  summary: 'Tells name, type and size of a file.',
  needs: 'member',
  params: ofFile,
  query: nothing,
  body: noBody,
  reply: about,
})

export const contracts = [addFile, readFile, aboutFile] as const
