import { z } from 'zod'
import { contract, noBody } from '../../../kernel/contract.ts'
import { documentVersion } from '../../documents/registers/document-version.ts'
import { OUTSIDERS, STANDS, WAYS } from '../domain/policy.ts'

const id = z.uuid()
const day = z.iso.date()
const params = z.object({ organisation: z.string() })
const names = z.array(z.string()).readonly()
const version = z.int().min(1)

const flag = z.strictObject({ is: z.boolean().nullable(), reviewer: id.nullable(), reviewedAt: day.nullable() })

const edition = z.strictObject({
  id,
  version,
  versionLabel: z.string(),
  state: z.string(),
  text: z.string().nullable(),
  author: id.nullable(),
  approvedBy: id.nullable(),
  effectiveFrom: day.nullable(),
  contentFlags: z.strictObject({
    fitsPurpose: flag,
    hasObjectivesOrFramework: flag,
    commitsToRequirements: flag,
    commitsToImprovement: flag,
  }),
})

const decision = z.union([
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), why: z.string() }),
])

export const readPolicyGuide = contract({
  method: 'GET',
  path: '/organisations/:organisation/guides/policy',
  summary:
    'Gives what the registers say that a policy must name, and the policy as it is being written and as it holds.',
  params,
  query: z.object({ at: day.optional(), mode: z.enum(['known', 'true']).default('known') }),
  body: noBody,
  needs: { verb: 'read', register: documentVersion.name },
  reply: z.strictObject({
    facts: z.strictObject({
      organisation: z.string(),
      services: names,
      objectives: names,
      lead: z.string().nullable(),
      reporter: z.string().nullable(),
      incidents: z.string().nullable(),
    }),
    /** Text keys of what the registers lack. */
    gaps: names,
    draft: edition.nullable(),
    inForce: edition.nullable(),
    /** What this account was choosing when it left, as the text that it makes. */
    typed: z.string().nullable(),
    /** The person behind the account. */
    me: id.nullable(),
    can: z.strictObject({ write: z.boolean(), approve: decision }),
    titles: z.record(
      z.string(),
      z.strictObject({ register: z.string(), number: z.string(), title: z.string(), state: z.string() }),
    ),
  }),
})

export const writePolicy = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/policy',
  summary:
    'Writes the policy from choices, in the language of the request: as a new draft, or over the draft that is there.',
  params,
  query: z.object({}),
  body: z.strictObject({
    /** The draft that the person saw; null where there was none. */
    draft: z.strictObject({ id, version }).nullable(),
    choices: z.strictObject({
      stands: z.array(z.enum(STANDS)).min(1).readonly(),
      ways: z.array(z.enum(WAYS)).min(1).readonly(),
      objectives: z.enum(['list', 'framework']),
      outsiders: z.enum(OUTSIDERS),
    }),
  }),
  needs: { verb: 'create', register: documentVersion.name },
  reply: z.strictObject({ document: id, id, version }),
})

export const adoptPolicy = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/policy/adopted',
  summary:
    'Approves a draft of the policy and puts it into effect; the version before it makes way. Top management only.',
  params,
  query: z.object({}),
  body: z.strictObject({ id, version }),
  needs: { verb: 'approve', register: documentVersion.name },
  reply: z.strictObject({ id, version }),
})
