import { z } from 'zod'
import { contract, nothing } from '../../kernel/contract.ts'
import { THEMES } from '../catalogue/domain/controls.ts'
import { SUBSTANCE } from './domain.ts'
import { statement } from './registers/statement.ts'

/** Lines that change at once; all 93 and one's own fit. */
const MOST_LINES = 1_000

const id = z.uuid()
const day = z.iso.date()
const version = z.int().min(1)
const params = z.object({ organisation: z.string() })
const asOf = z.object({ at: day.optional(), mode: z.enum(['known', 'true']).optional() })

const title = z.strictObject({ register: z.string(), number: z.string(), title: z.string(), state: z.string() })
/** What every id in the reply is called. */
const titles = z.record(z.string(), title)
const decision = z.union([
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), why: z.string() }),
])

const statementVersion = z.strictObject({
  id,
  number: z.string(),
  /** Of the record: what a change names. */
  version,
  title: z.string(),
  versionLabel: z.string().nullable(),
  state: z.enum(['draft', 'approved', 'in_force', 'superseded']),
  owner: id.nullable(),
  note: z.string().nullable(),
  approvedBy: id.nullable(),
  approvedAt: day.nullable(),
  inForceAt: day.nullable(),
  /** The ledger's sequence whose lines the approval covers; null for a draft. */
  frozenAt: z.int().nullable(),
  /** What a file said about approval; a question until `confirmedAt`. Null where no file said anything. */
  stated: z
    .strictObject({
      status: z.string().nullable(),
      by: z.string().nullable(),
      on: day.nullable(),
      confirmedAt: day.nullable(),
      confirmedBy: id.nullable(),
    })
    .nullable(),
})
export type StatementVersion = z.infer<typeof statementVersion>

const count = z.int().min(0)
const counts = z.strictObject({
  total: count,
  included: count,
  excluded: count,
  undecided: count,
  implemented: count,
  partly: count,
  not: count,
  unproven: count,
})

const substance = z.strictObject({
  included: z.boolean().nullable(),
  inclusionReasons: z
    .array(
      z.strictObject({
        type: z.enum(['risk', 'law', 'contract', 'business']).nullable(),
        link: id.nullable(),
        text: z.string().nullable(),
      }),
    )
    .readonly(),
  exclusionJustification: z.string().nullable(),
  implementationStatus: z.enum(['implemented', 'partly', 'not']).nullable(),
  implementationDescription: z.string().nullable(),
  owner: id.nullable(),
  ownerRole: id.nullable(),
  ownerStated: z.string().nullable(),
})

const line = substance.extend({
  id,
  version,
  ref: z.string(),
  control: id,
  /** The number in Annex A, where it has one: its title in both languages stands in the catalogue. */
  annexA: z.string().nullable(),
  title: z.string(),
  theme: z.enum([...THEMES, 'own']),
  changedAt: day.nullable(),
  exclusionConfirmedBy: id.nullable(),
  exclusionConfirmedAt: day.nullable(),
  exclusionWrong: z.boolean().nullable(),
  evidence: z.strictObject({ id, until: day, ageDays: count, intervalMonths: count, isFresh: z.boolean() }).nullable(),
  actions: z.array(z.strictObject({ id, owner: id.nullable(), due: day.nullable() })),
  /** What differs from `since`; null where nothing does. */
  changed: z
    .strictObject({ kind: z.enum(['added', 'changed']), fields: z.array(z.enum(SUBSTANCE)).readonly() })
    .nullable(),
})

export const currentStatement = contract({
  method: 'GET',
  path: '/organisations/:organisation/statement',
  summary: 'Gives the newest version of the statement of applicability with all its lines, as of any day.',
  params,
  query: asOf,
  body: nothing.optional(),
  needs: { verb: 'read', register: statement.name },
  reply: z.strictObject({
    at: day,
    mode: z.enum(['known', 'true']),
    /** Size of the ledger that was read; an approval may name it, so that nothing changes unseen. */
    sequence: count,
    statement: statementVersion.nullable(),
    /** The newest version that was approved, with which `changed` compares. */
    since: statementVersion.nullable(),
    counts,
    lines: z.array(line),
    titles,
    can: z.strictObject({ start: decision, approve: decision, edit: z.boolean(), confirm: decision }),
  }),
})

export const listStatementVersions = contract({
  method: 'GET',
  path: '/organisations/:organisation/statement/versions',
  summary: 'Lists the versions of the statement, newest first, with how many controls each has in and out.',
  params,
  query: asOf,
  body: nothing.optional(),
  needs: { verb: 'read', register: statement.name },
  reply: z.strictObject({ versions: z.array(z.strictObject({ statement: statementVersion, counts })), titles }),
})

const comparedWith = z.union([z.literal('now'), id, z.string().regex(/^VT-\d{1,9}$/)])

export const compareStatements = contract({
  method: 'GET',
  path: '/organisations/:organisation/statement/difference',
  summary: 'Compares two versions of the statement line by line; `now` stands for the lines as they are.',
  params,
  query: z.object({ from: comparedWith, to: comparedWith.default('now') }),
  body: nothing.optional(),
  needs: { verb: 'read', register: statement.name },
  reply: z.strictObject({
    from: statementVersion.nullable(),
    to: statementVersion.nullable(),
    rows: z.array(
      z.strictObject({
        control: id,
        ref: z.string(),
        annexA: z.string().nullable(),
        title: z.string(),
        kind: z.enum(['added', 'removed', 'changed']),
        fields: z.array(z.enum(SUBSTANCE)).readonly(),
        before: substance.nullable(),
        after: substance.nullable(),
      }),
    ),
    titles,
  }),
})

export const startStatement = contract({
  method: 'POST',
  path: '/organisations/:organisation/statement/versions',
  summary: 'Starts a new version of the statement, with a line for every control that has none yet.',
  params,
  query: nothing,
  body: z.strictObject({
    version: z.string().trim().min(1).max(20),
    title: z.string().trim().min(1).max(200).optional(),
  }),
  needs: { verb: 'create', register: statement.name },
  reply: z.strictObject({ statement: statementVersion, linesMade: count }),
})

export const approveStatement = contract({
  method: 'POST',
  path: '/organisations/:organisation/statement/approve',
  summary: 'Approves a draft, freezes its lines, puts it in force, and supersedes the version before it.',
  params,
  query: nothing,
  body: z.strictObject({
    id,
    version,
    /** What the approver saw: refused when a line changed since. */
    sequence: count.optional(),
    reason: z.string().max(2_000).nullish(),
  }),
  needs: { verb: 'approve', register: statement.name },
  reply: z.strictObject({ statement: statementVersion }),
})

export const changeStatementLines = contract({
  method: 'PATCH',
  path: '/organisations/:organisation/statement/lines',
  summary: 'Changes several lines at once: all, or none where one is stale or wrong.',
  params,
  query: nothing,
  body: z.strictObject({
    lines: z
      .array(z.strictObject({ id, version, set: substance.partial() }))
      .min(1)
      .max(MOST_LINES),
    reason: z.string().max(2_000).nullish(),
  }),
  // Who owns a line may change it: the service looks at each.
  needs: 'member',
  reply: z.strictObject({ lines: z.array(z.strictObject({ id, version })) }),
})

export const confirmStatedApproval = contract({
  method: 'POST',
  path: '/organisations/:organisation/stated-approvals/confirm',
  summary: 'Confirms an approval that an imported file stated, by the person who has the authority.',
  params,
  query: nothing,
  body: z.strictObject({ register: z.enum(['statement', 'risk']), id, version }),
  needs: 'member',
  reply: z.strictObject({ id, version, confirmedAt: day, confirmedBy: id }),
})

/** In the order of the documentation. */
export const contracts = [
  currentStatement,
  listStatementVersions,
  compareStatements,
  startStatement,
  approveStatement,
  changeStatementLines,
  confirmStatedApproval,
] as const
