import { z } from 'zod'
import { contract, noBody, nothing } from '../../kernel/contract.ts'

const LEDGER = '/organisations/:organisation/ledger'
const PAGE = 100
const MOST = 500

const params = z.object({ organisation: z.string() })
const count = z.int().min(0)
const day = z.iso.date()
const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()))

const ledgerQuery = z.object({
  /** Entries before this one; a reply's `next`. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(PAGE),
  register: many,
  /** Pseudonyms of actors, as `people` gives them. */
  person: many.pipe(z.array(z.uuid())),
  record: z.uuid().optional(),
  /** Recorded on these days of the organisation, both included. */
  from: day.optional(),
  until: day.optional(),
  at: day.optional(),
  mode: z.enum(['known', 'true']).optional(),
})
export type LedgerAsked = z.output<typeof ledgerQuery>

const entry = z.strictObject({
  sequence: count,
  recordedAt: z.string(),
  /** The organisation's own day of `recordedAt`; a `validFrom` before it was entered later than it was true. */
  recordedOn: day,
  validFrom: day,
  actor: z.strictObject({ name: z.string(), via: z.string().nullable() }),
  /** The import that the entry belongs to. */
  batch: z.uuid().nullable(),
  act: z.string(),
  register: z.string(),
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  version: count,
  /** The state that the record was in after it. */
  state: z.string(),
  changed: z.array(z.string()).readonly(),
  reason: z.string().nullable(),
  isErased: z.boolean(),
  /** Hex of the leaf. */
  hash: z.string(),
})

export const readLedger = contract({
  method: 'GET',
  path: LEDGER,
  summary: 'Lists what happened, newest first, in the registers that the caller may read as a whole.',
  params,
  query: ledgerQuery,
  body: noBody,
  reply: z.strictObject({
    entries: z.array(entry),
    next: count.nullable(),
    /** Of the whole ledger as known on that day. */
    size: count,
    /** Hex; null on a past day, when it is reckoned only by a check. */
    root: z.string().nullable(),
    /** Up to this entry the times are as a file stated them: this installation did not witness them. */
    statedUntil: count,
    people: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
    can: z.strictObject({ sign: z.boolean() }),
  }),
})

export const verify = contract({
  method: 'POST',
  path: `${LEDGER}/verify`,
  summary: 'Checks every entry, hash and signature of the ledger, and that the records are what it says of them.',
  needs: { verb: 'read' },
  params,
  query: nothing,
  body: z.strictObject({}).nullish(),
  reply: z.strictObject({
    ok: z.boolean(),
    size: count,
    root: z.string(),
    flaws: z.array(z.strictObject({ sequence: count, code: z.string(), message: z.string() })),
    /** Entries whose personal part was erased: their hash stands, their words are gone. */
    erased: count,
    statedUntil: count,
    checkpoints: count,
    tookMs: count,
  }),
})

const checkpoint = z.strictObject({
  size: count,
  root: z.string(),
  /** Signed note of C2SP tlog-checkpoint. */
  note: z.string(),
  signedAt: z.string(),
})

export const listCheckpoints = contract({
  method: 'GET',
  path: `${LEDGER}/checkpoints`,
  summary: 'Lists the signed heads of the ledger, newest first, with the public keys that they can be checked by.',
  params,
  query: nothing,
  body: noBody,
  reply: z.strictObject({ checkpoints: z.array(checkpoint), publicKeys: z.array(z.string()) }),
})

export const makeCheckpoint = contract({
  method: 'POST',
  path: `${LEDGER}/checkpoints`,
  summary: 'Signs the head of the ledger as it stands; once for each size.',
  params,
  query: nothing,
  body: z.strictObject({}).nullish(),
  reply: checkpoint,
})

export const contracts = [readLedger, verify, listCheckpoints, makeCheckpoint] as const
