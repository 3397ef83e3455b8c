import { z } from 'zod'
import { contract, noBody, noReply, nothing } from '../../kernel/contract.ts'
import type { AnyRecord } from '../../kernel/isms.ts'
import type { JsonObject } from '../../kernel/json.ts'
import { isDate } from '../../kernel/schema.ts'

const REGISTER = '/organisations/:organisation/registers/:register'
const RECORD = `${REGISTER}/:id` as const

/** Records in one bulk change: more is an import, which shows the fate of every row first. */
const BULK_MOST = 1_000
const SEARCH_MOST = 100
const VIEWS_MOST = 50

const day = z
  .string()
  .refine(isDate, { params: { fault: 'field.not-a-date' } })
  .meta({ format: 'date' })

/** On which day, and how the past is read; today as known when nothing is said. */
export const asOf = z.object({
  at: day.optional(),
  mode: z.enum(['known', 'true']).default('known'),
})

/** A record was checked when it was written, so it is not checked again on its way out. */
const record = z.custom<AnyRecord>()
const values = z.record(z.string(), z.json()).transform((input): JsonObject => input)
const title = z.object({ register: z.string(), number: z.string(), title: z.string(), state: z.string() })
const titles = z.custom<Readonly<Record<string, z.infer<typeof title>>>>()
const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()))
const name = z.object({ name: z.string() })

const inRegister = z.object({ organisation: z.string(), register: z.string() })
const ofRecord = inRegister.extend({ id: z.uuid() })
/** Permission follows from the register's own declaration, so the service settles it. */
const needs = 'member'

/** What a list may be asked for; an export of it as well. */
export const listQuery = asOf.extend({
  q: z.string().max(200).optional(),
  filter: many,
  sort: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
  after: z.string().optional(),
})
export type ListAsked = z.output<typeof listQuery>

const act = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), why: z.string(), message: z.string() }),
])
const draft = z.object({ version: z.number().nullable(), set: z.custom<JsonObject>(), savedAt: z.string() })
const recordReply = z.object({
  record,
  titles,
  incoming: z.array(z.object({ register: z.string(), id: z.string(), field: z.string() })),
  can: z.object({ update: z.boolean(), retire: z.boolean(), acts: z.record(z.string(), act) }),
  draft: draft.nullable(),
  hash: z.string().nullable(),
  actor: name.nullable(),
})
export type RecordReply = z.output<typeof recordReply>

const change = z.object({
  set: values,
  validFrom: day.optional(),
  reason: z.string().max(2_000).nullish(),
})

export const listRecords = contract({
  method: 'GET',
  path: REGISTER,
  summary: 'Lists a page of a register, filtered and sorted.',
  needs,
  params: inRegister,
  query: listQuery,
  body: noBody,
  reply: z.object({
    rows: z.array(record),
    next: z.string().nullable(),
    total: z.number(),
    titles,
    can: z.object({ create: z.boolean() }),
    states: z.record(z.string(), z.number()),
  }),
})

export const createRecord = contract({
  method: 'POST',
  path: REGISTER,
  summary: 'Makes a record.',
  needs,
  params: inRegister,
  query: nothing,
  body: change,
  reply: recordReply,
})

export const readRecord = contract({
  method: 'GET',
  path: RECORD,
  summary: 'Reads a record with what surrounds it and what may be done with it.',
  needs,
  params: ofRecord,
  query: asOf,
  body: noBody,
  reply: recordReply,
})

export const updateRecord = contract({
  method: 'PATCH',
  path: RECORD,
  summary: 'Changes fields of a record; refused as stale when somebody saved it meanwhile.',
  needs,
  params: ofRecord,
  query: nothing,
  body: change.extend({ version: z.int() }),
  reply: recordReply,
})

export const actOnRecord = contract({
  method: 'POST',
  path: `${RECORD}/acts/:act`,
  summary: 'Takes a record from one state to another, such as approving or retiring it.',
  needs,
  params: ofRecord.extend({ act: z.string() }),
  query: nothing,
  body: change.partial({ set: true }).extend({ version: z.int() }),
  reply: recordReply,
})

export const readHistory = contract({
  method: 'GET',
  path: `${RECORD}/history`,
  summary: 'Lists every version of a record, newest first, with who made it, when and why.',
  needs,
  params: ofRecord,
  query: asOf,
  body: noBody,
  reply: z.object({
    entries: z.array(
      z.object({
        sequence: z.number(),
        version: z.number(),
        act: z.string(),
        actor: name.extend({ via: z.string().nullable() }),
        recordedAt: z.string(),
        validFrom: z.string(),
        reason: z.string().nullable(),
        changed: z.array(z.string()).readonly(),
        record: z.custom<JsonObject>(),
        isErased: z.boolean(),
        hash: z.string(),
      }),
    ),
    titles,
  }),
})

export const changeMany = contract({
  method: 'POST',
  path: `${REGISTER}/bulk`,
  summary: 'Changes many records of a register alike; those that may not be changed are named and left as they are.',
  needs,
  params: inRegister,
  query: nothing,
  body: z.object({
    records: z
      .array(z.object({ id: z.uuid(), version: z.int() }))
      .min(1)
      .max(BULK_MOST),
    set: values,
    act: z.string().optional(),
    reason: z.string().max(2_000).nullish(),
  }),
  reply: z.object({
    changed: z.number(),
    refused: z.array(z.object({ id: z.string(), code: z.string(), message: z.string() })),
  }),
})

export const eraseRecord = contract({
  method: 'POST',
  path: `${RECORD}/erase`,
  summary: 'Erases what a record tells of a living person, in every version; the ledger stays verifiable.',
  needs: 'administrator',
  params: ofRecord,
  query: nothing,
  body: z.object({ version: z.int(), reason: z.string().trim().min(1).max(2_000) }),
  reply: noReply,
})

const DRAFT = '/organisations/:organisation/drafts/:register/:id'
const ofDraft = inRegister.extend({ id: z.union([z.uuid(), z.literal('new')]) })

export const readDraft = contract({
  method: 'GET',
  path: DRAFT,
  summary: 'Gives back what the caller was typing.',
  needs,
  params: ofDraft,
  query: nothing,
  body: noBody,
  reply: draft,
})

export const saveDraft = contract({
  method: 'PUT',
  path: DRAFT,
  summary: 'Keeps what the caller is typing; it never reaches the ledger.',
  needs,
  params: ofDraft,
  query: nothing,
  body: z.object({ version: z.int().nullable(), set: values }),
  reply: z.object({ savedAt: z.string() }),
})

export const dropDraft = contract({
  method: 'DELETE',
  path: DRAFT,
  summary: 'Throws away what the caller was typing.',
  needs,
  params: ofDraft,
  query: nothing,
  body: noBody,
  reply: noReply,
})

const views = z
  .array(z.object({ name: z.string().trim().min(1).max(100), search: z.string().max(4_000) }))
  .max(VIEWS_MOST)

export const readViews = contract({
  method: 'GET',
  path: '/organisations/:organisation/views/:register',
  summary: 'Lists the views of a register that the caller saved.',
  needs,
  params: inRegister,
  query: nothing,
  body: noBody,
  reply: z.object({ views }),
})

export const saveViews = contract({
  method: 'PUT',
  path: '/organisations/:organisation/views/:register',
  summary: 'Saves the views of a register for the caller.',
  needs,
  params: inRegister,
  query: nothing,
  body: z.object({ views }),
  reply: z.object({ views }),
})

const found = title.extend({ id: z.string() })
const searchQuery = z.object({
  q: z.string().max(200).default(''),
  register: many,
  limit: z.coerce.number().int().min(1).max(SEARCH_MOST).default(20),
})
const inOrganisation = z.object({ organisation: z.string() })

export const searchRecords = contract({
  method: 'GET',
  path: '/organisations/:organisation/search',
  summary: 'Finds records in which every word begins a word, over all registers that the caller may read.',
  needs,
  params: inOrganisation,
  query: searchQuery,
  body: noBody,
  reply: z.object({ results: z.array(found) }),
})

export const listOptions = contract({
  method: 'GET',
  path: '/organisations/:organisation/options',
  summary: 'Lists records that a link may point to.',
  needs,
  params: inOrganisation,
  query: searchQuery,
  body: noBody,
  reply: z.object({ options: z.array(found) }),
})

export const nameRecords = contract({
  method: 'GET',
  path: '/organisations/:organisation/titles',
  summary: 'Tells what records are called.',
  needs,
  params: inOrganisation,
  query: asOf.extend({ id: many.pipe(z.array(z.uuid()).max(SEARCH_MOST)) }),
  body: noBody,
  reply: z.object({ titles }),
})

export const contracts = [
  nameRecords,
  listRecords,
  createRecord,
  readRecord,
  updateRecord,
  actOnRecord,
  readHistory,
  changeMany,
  eraseRecord,
  readDraft,
  saveDraft,
  dropDraft,
  readViews,
  saveViews,
  searchRecords,
  listOptions,
] as const
