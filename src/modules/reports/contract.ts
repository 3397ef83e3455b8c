import { z } from 'zod'
import { contract, fileReply, nothing } from '../../kernel/contract.ts'
import { STAGES } from '../../kernel/rule.ts'
import { LANGUAGES } from '../../kernel/text.ts'
import { risk } from '../risks/registers/risk.ts'
import { statement } from '../statements/registers/statement.ts'

export const REPORT_FORMATS = ['pdf', 'xlsx', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

const query = z.object({
  format: z.enum(REPORT_FORMATS).default('pdf'),
  /** The language of who asks, unless told. */
  language: z.enum(LANGUAGES).optional(),
  at: z.iso.date().optional(),
  mode: z.enum(['known', 'true']).optional(),
})
const shared = {
  method: 'GET',
  params: z.object({ organisation: z.string() }),
  body: nothing.optional(),
  reply: fileReply,
} as const

export const exportStatement = contract({
  ...shared,
  path: '/organisations/:organisation/reports/statement',
  summary: 'Gives the statement of applicability as an auditor wants it: PDF, workbook or JSON, as of any day.',
  /** Left out: the newest version of that day. */
  query: query.extend({
    version: z
      .string()
      .regex(/^VT-\d{1,9}$/)
      .optional(),
  }),
  needs: { verb: 'read', register: statement.name },
})

export const exportRisks = contract({
  ...shared,
  path: '/organisations/:organisation/reports/risks',
  summary: 'Gives the risk register with its method and map: PDF, workbook or JSON, as of any day.',
  query,
  needs: { verb: 'read', register: risk.name },
})

export const exportReadiness = contract({
  ...shared,
  path: '/organisations/:organisation/reports/readiness',
  summary:
    'Gives what an auditor would be expected to find, with the year ahead, for management: PDF, workbook or JSON.',
  query: query.extend({ stage: z.enum(STAGES).optional() }),
})

export const contracts = [exportStatement, exportRisks, exportReadiness] as const
