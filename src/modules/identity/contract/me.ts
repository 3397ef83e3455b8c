import { z } from 'zod'
import { ROLES } from '../../../kernel/permission.ts'
import { LANGUAGES } from '../../../kernel/text.ts'

/** What stands open to a grant, so that a menu leads nowhere that is shut; `isms`: whether it reads the registers at all. */
const sees = z.object({
  registers: z.array(z.string()),
  isms: z.boolean(),
  forecast: z.boolean(),
  accounts: z.boolean(),
})

/** Who is signed in, and what he is in each organisation that lets him in. */
export const me = z.object({
  account: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    language: z.enum(LANGUAGES).nullable(),
  }),
  organisations: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      isSample: z.boolean(),
      roles: z.array(z.enum(ROLES)).readonly(),
      person: z.object({ id: z.string(), number: z.string(), title: z.string() }).nullable(),
      today: z.string(),
      firstDay: z.string().nullable(),
      sees,
    }),
  ),
  canCreateOrganisation: z.boolean(),
})
