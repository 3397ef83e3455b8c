import { z } from 'zod'
import { contract, fileReply, noBody, nothing } from '../../kernel/contract.ts'
import { LANGUAGES } from '../../kernel/text.ts'
import { listQuery } from '../registers/contract.ts'
import type { PlanNotice, PlannedColumn, PlannedName, RowFate } from './domain/plan.ts'

const IMPORTS = '/organisations/:organisation/imports'
const ONE = `${IMPORTS}/:id` as const

/** Files in one import: people bring their workbooks at once, not a folder. */
export const FILES_MOST = 20

const inOrganisation = z.object({ organisation: z.string() })
const ofImport = inOrganisation.extend({ id: z.uuid() })

const said = z.record(z.string(), z.union([z.string(), z.number()]))
const remark = z.object({
  code: z.string(),
  column: z.number().nullable(),
  values: said,
  /** The same in the caller's language. */
  message: z.string(),
})
const row = z.object({
  row: z.number(),
  fate: z.enum(['create', 'update', 'unchanged', 'skip', 'fault']),
  title: z.string(),
  faults: z.array(remark),
  remarks: z.array(remark),
}) satisfies z.ZodType<RowFate>
const column = z.object({
  column: z.number(),
  header: z.string(),
  target: z.string().nullable(),
  confidence: z.number(),
  why: z.string().nullable(),
  samples: z.array(z.string()).readonly(),
}) satisfies z.ZodType<PlannedColumn>
const counts = z.object({
  create: z.number(),
  update: z.number(),
  unchanged: z.number(),
  skip: z.number(),
  fault: z.number(),
})
const table = z.object({
  key: z.string(),
  file: z.string(),
  sheet: z.string(),
  isHidden: z.boolean(),
  headerRow: z.number(),
  kind: z.enum(['table', 'recognised', 'chosen', 'unknown']),
  register: z.string().nullable(),
  confidence: z.number(),
  columns: z.array(column).readonly(),
  targets: z.array(z.object({ key: z.string(), label: z.string() })),
  counts,
  /** Rows with faults and remarks first to be kept when there are very many; `counts` counts all of them. */
  rows: z.array(row),
})
const name = z.object({
  name: z.string(),
  as: z.enum(['person', 'role', 'stated']),
  existing: z.string().nullable(),
  count: z.number(),
}) satisfies z.ZodType<PlannedName>
const notice = z.object({
  code: z.string(),
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.number().nullable(),
  column: z.number().nullable(),
  count: z.number(),
  values: said,
  message: z.string(),
}) satisfies z.ZodType<PlanNotice>

const corrections = z.object({
  tables: z
    .record(
      z.string(),
      z.object({
        register: z.string().nullable().optional(),
        columns: z.record(z.string(), z.string().nullable()).optional(),
        leaveOut: z.array(z.int()).max(100_000).optional(),
      }),
    )
    .default({}),
  names: z.record(z.string(), z.enum(['person', 'role', 'stated'])).default({}),
})
export type CorrectionsInput = z.output<typeof corrections>

const state = z.enum(['draft', 'applied', 'undone', 'dropped'])
const file = z.object({ hash: z.string(), name: z.string() })
const head = z.object({
  id: z.string(),
  files: z.array(file),
  state,
  counts,
  createdAt: z.string(),
  appliedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
})
export type ImportHead = z.output<typeof head>

const reply = head.extend({
  tables: z.array(table),
  names: z.array(name),
  notices: z.array(notice),
  /** How many records of which register the import makes or changes. */
  records: z.record(z.string(), z.number()),
  corrections,
})
export type ImportReply = z.output<typeof reply>
export type ShownTable = z.output<typeof table>
export type ShownNotice = z.output<typeof notice>
export type ShownRow = z.output<typeof row>
export type Counts = z.output<typeof counts>

const needs = { verb: 'create' } as const

export const listImports = contract({
  method: 'GET',
  path: IMPORTS,
  summary: 'Lists imports, newest first.',
  needs,
  params: inOrganisation,
  query: nothing,
  body: noBody,
  reply: z.object({ imports: z.array(head) }),
})

export const previewImport = contract({
  method: 'POST',
  path: IMPORTS,
  summary:
    'Reads files that were added before (by hash) and shows what importing them would do; nothing is written yet.',
  needs,
  params: inOrganisation,
  query: nothing,
  body: z.object({
    files: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .min(1)
      .max(FILES_MOST),
  }),
  reply,
})

export const readImport = contract({
  method: 'GET',
  path: ONE,
  summary: 'Gives an import as it was last shown.',
  needs,
  params: ofImport,
  query: nothing,
  body: noBody,
  reply,
})

export const correctImport = contract({
  method: 'PATCH',
  path: ONE,
  summary:
    'Replaces the corrections of a preview: registers, columns, names, rows to leave out; gives the new preview.',
  needs,
  params: ofImport,
  query: nothing,
  body: z.object({ corrections }),
  reply,
})

export const applyImport = contract({
  method: 'POST',
  path: `${ONE}/apply`,
  summary: 'Writes what the preview shows, all or nothing; refused where it would now do something else.',
  needs,
  params: ofImport,
  query: nothing,
  body: noBody,
  reply,
})

export const undoImport = contract({
  method: 'POST',
  path: `${ONE}/undo`,
  summary:
    'Takes an import back: what it made is retired, what it changed is as before; refused where somebody went on.',
  needs: { verb: 'retire' },
  params: ofImport,
  query: nothing,
  body: noBody,
  reply,
})

export const dropImport = contract({
  method: 'DELETE',
  path: ONE,
  summary: 'Puts a preview aside without importing it.',
  needs,
  params: ofImport,
  query: nothing,
  body: noBody,
  reply,
})

export const TABLE_FORMATS = ['xlsx', 'csv', 'json'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

export const exportRegister = contract({
  method: 'GET',
  path: '/organisations/:organisation/registers/:register/export',
  summary: 'Gives a register, or what a list of it shows, as a table that can be changed and brought back.',
  /** What the caller may read of the register is settled by its declaration. */
  needs: 'member',
  params: z.object({ organisation: z.string(), register: z.string() }),
  query: listQuery.extend({ format: z.enum(TABLE_FORMATS).default('xlsx'), language: z.enum(LANGUAGES).optional() }),
  body: noBody,
  reply: fileReply,
})

export const contracts = [
  exportRegister,
  listImports,
  previewImport,
  readImport,
  correctImport,
  applyImport,
  undoImport,
  dropImport,
] as const
