import { z } from 'zod'
import { contract, noBody } from '../../../kernel/contract.ts'
import { contextDetermination } from '../../context/registers/context-determination.ts'
import { contextIssue } from '../../context/registers/context-issue.ts'
import { PROMPT_NAMES } from '../domain/context.ts'

const id = z.uuid()
const day = z.iso.date()
const version = z.int().min(1)
const params = z.object({ organisation: z.string() })
const bilingual = z.strictObject({ nl: z.string(), en: z.string() })
const prompt = z.enum(PROMPT_NAMES)

const issue = z.strictObject({
  id,
  version,
  number: z.string(),
  title: z.string(),
  effect: z.string().nullable(),
  state: z.string(),
})

const decision = z.union([
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), why: z.string() }),
])

export const readContextGuide = contract({
  method: 'GET',
  path: '/organisations/:organisation/guides/context',
  summary: 'Gives the subjects of a context session with the issues about each and what others often write there.',
  params,
  query: z.object({ at: day.optional(), mode: z.enum(['known', 'true']).default('known') }),
  body: noBody,
  needs: { verb: 'read', register: contextIssue.name },
  reply: z.strictObject({
    prompts: z
      .array(
        z.strictObject({
          name: prompt,
          kind: z.enum(['internal', 'external']),
          issues: z.array(issue).readonly(),
          ready: z.array(z.strictObject({ key: z.string(), title: bilingual, effect: bilingual })).readonly(),
        }),
      )
      .readonly(),
    climate: z.strictObject({
      determination: z
        .strictObject({
          id,
          version,
          state: z.string(),
          relevant: z.boolean().nullable(),
          rationale: z.string().nullable(),
          decidedBy: id.nullable(),
          decidedAt: day.nullable(),
        })
        .nullable(),
      issues: z.array(issue).readonly(),
    }),
    can: z.strictObject({ write: z.boolean(), decide: decision }),
    titles: z.record(
      z.string(),
      z.strictObject({ register: z.string(), number: z.string(), title: z.string(), state: z.string() }),
    ),
  }),
})

export const addIssue = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/context/issues',
  summary: 'Writes down an issue that was named in the session: it counts from then on.',
  params,
  query: z.object({}),
  body: z.strictObject({
    prompt,
    title: z.string().trim().min(1).max(200),
    effect: z.string().trim().max(10_000).nullable(),
  }),
  needs: { verb: 'create', register: contextIssue.name },
  reply: z.strictObject({ id }),
})

export const writeClimate = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/context/climate',
  summary: 'Writes whether climate change matters to the ISMS and why; where it does, with what it does here.',
  params,
  query: z.object({}),
  body: z.strictObject({
    /** The draft that the person saw; null where there was none. */
    determination: z.strictObject({ id, version }).nullable(),
    relevant: z.boolean(),
    rationale: z.string().trim().min(1).max(10_000),
    /** What it does here, where it matters and no issue says so yet. */
    issue: z.string().trim().min(1).max(200).nullable(),
  }),
  needs: { verb: 'create', register: contextDetermination.name },
  reply: z.strictObject({ id, version }),
})
