import { z } from 'zod'
import { noBody, nothing } from '../../../kernel/contract.ts'
import { ROLES } from '../../../kernel/permission.ts'
import { LANGUAGES } from '../../../kernel/text.ts'

export const name = z.string().trim().min(1).max(200)
export const email = z.email().max(320)
export const language = z.enum(LANGUAGES)
export const role = z.enum(ROLES)
export const instant = z.date().transform((at) => at.toISOString())
/** Called without question and body. */
export const bare = { query: nothing, body: noBody } as const
export const inOrganisation = z.object({ organisation: z.string() })
