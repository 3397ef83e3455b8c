import { z } from 'zod'
import { contract, noBody } from '../../../kernel/contract.ts'
import { scope } from '../../scopes/register.ts'
import { PLACED } from '../domain/scope.ts'

const id = z.uuid()
const day = z.iso.date()
const version = z.int().min(1)
const params = z.object({ organisation: z.string() })
const words = z.string().max(10_000).nullable()

const line = z.strictObject({
  what: z.string().max(200).nullable(),
  with: z.string().max(200).nullable(),
  party: id.nullable(),
  border: words,
  control: words,
})

const thing = z.strictObject({
  id,
  register: z.enum(PLACED),
  version,
  number: z.string(),
  title: z.string(),
  inScope: z.boolean().nullable(),
  outOfScopeReason: z.string().nullable(),
  handlesServiceInformation: z.boolean().nullable(),
  /** Whether an auditor would miss the answer. */
  isAsked: z.boolean(),
})

const edition = z.strictObject({
  id,
  version,
  number: z.string(),
  versionLabel: z.string().nullable(),
  state: z.string(),
  statement: z.string().nullable(),
  interfaces: z.array(line).readonly(),
  noInterfacesReason: z.string().nullable(),
  approvedBy: id.nullable(),
  inForceFrom: day.nullable(),
})

const decision = z.union([
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), why: z.string() }),
])

export const readScopeGuide = contract({
  method: 'GET',
  path: '/organisations/:organisation/guides/scope',
  summary:
    'Gives everything to be placed inside or outside, the interfaces and the wording that follow, and the scope so far.',
  params,
  query: z.object({ at: day.optional(), mode: z.enum(['known', 'true']).default('known') }),
  body: noBody,
  needs: { verb: 'read', register: scope.name },
  reply: z.strictObject({
    things: z.array(thing).readonly(),
    draft: edition.nullable(),
    inForce: edition.nullable(),
    /** Lines that follow from dependencies and that the scope does not name yet. */
    interfaces: z.array(line).readonly(),
    wording: z.string(),
    /** How many context issues and requirements the scope is drawn with. */
    considered: z.strictObject({ issues: z.int(), requirements: z.int() }),
    /** Whether the draft says something else than where things were placed. */
    isBehind: z.boolean(),
    can: z.strictObject({ write: z.boolean(), approve: decision }),
    titles: z.record(
      z.string(),
      z.strictObject({ register: z.string(), number: z.string(), title: z.string(), state: z.string() }),
    ),
  }),
})

export const writeScope = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/scope',
  summary: 'Writes the scope from where everything was placed: as a new draft, or over the draft that is there.',
  params,
  query: z.object({}),
  body: z.strictObject({
    /** The draft that the person saw; null where there was none. */
    draft: z.strictObject({ id, version }).nullable(),
    statement: z.string().min(1).max(10_000).optional(),
    interfaces: z.array(line).max(200).optional(),
    noInterfacesReason: words.optional(),
  }),
  needs: { verb: 'create', register: scope.name },
  reply: z.strictObject({ id, version }),
})

export const adoptScope = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/scope/adopted',
  summary: 'Approves a draft of the scope and puts it in force; the version before it makes way. Top management only.',
  params,
  query: z.object({}),
  body: z.strictObject({ id, version }),
  needs: { verb: 'approve', register: scope.name },
  reply: z.strictObject({ id, version }),
})
