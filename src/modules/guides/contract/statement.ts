import { z } from 'zod'
import { contract, noBody } from '../../../kernel/contract.ts'
import { action } from '../../actions/register.ts'
import { statement } from '../../statements/registers/statement.ts'

const id = z.uuid()
const day = z.iso.date()
const params = z.object({ organisation: z.string() })
const bilingual = z.strictObject({ nl: z.string(), en: z.string() })
const ids = z.array(id).readonly()

const line = z.strictObject({
  line: id,
  /** Risks that are treated with the control, each with the treatments that count on it. */
  risks: z.array(z.strictObject({ risk: id, treatments: ids })).readonly(),
  requirements: ids,
  /** The reasons as they follow, with those that people gave in words. */
  reasons: z
    .array(
      z.strictObject({
        type: z.enum(['risk', 'law', 'contract', 'business']).nullable(),
        link: id.nullable(),
        text: z.string().nullable(),
      }),
    )
    .readonly(),
  isBehind: z.boolean(),
  /** Text keys of facts that speak against leaving it out. */
  facts: z.array(z.string()).readonly(),
  isAlways: z.boolean(),
  isOpen: z.boolean(),
  usual: z.strictObject({ reason: bilingual, out: bilingual.nullable() }).nullable(),
  isPlanned: z.boolean(),
})

export const readStatementGuide = contract({
  method: 'GET',
  path: '/organisations/:organisation/guides/statement',
  summary:
    'Tells for each line of the statement what follows from risks and requirements, and what speaks against leaving it out.',
  params,
  query: z.object({ at: day.optional(), mode: z.enum(['known', 'true']).default('known') }),
  body: noBody,
  needs: { verb: 'read', register: statement.name },
  reply: z.strictObject({
    lines: z.array(line).readonly(),
    titles: z.record(
      z.string(),
      z.strictObject({ register: z.string(), number: z.string(), title: z.string(), state: z.string() }),
    ),
  }),
})

export const planLines = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/statement/actions',
  summary: 'Plans what is left to do on controls that are in and not there yet: an action each, or none at all.',
  params,
  query: z.object({}),
  body: z.strictObject({ lines: z.array(id).min(1).max(1_000), due: day }),
  needs: { verb: 'create', register: action.name },
  reply: z.strictObject({ actions: ids }),
})
