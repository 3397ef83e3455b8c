/**
 * From files to a plan: which tables were recognised, what becomes of every row, and the changes that this would make.
 * Pure: the same files, corrections and registers give the same plan, so what was shown is what is applied.
 */
import type { Isms } from '../../../kernel/isms.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { RecordId, Register } from '../../../kernel/register.ts'
import type { Registry } from '../../../kernel/registry.ts'
import type { Language } from '../../../kernel/text.ts'
import { draftAsset } from './foreign/assets.ts'
import type { Drafting, ForeignTable } from './foreign/drafting.ts'
import { draftMethod } from './foreign/method.ts'
import { type Names, namesOf, rolesListedIn } from './foreign/names.ts'
import { controlRecords, draftRisk } from './foreign/risks.ts'
import { draftStatement } from './foreign/statement.ts'
import { type ImportFile, type Indexes, indexesOf, type TableSeen, tablesIn, targetsOf } from './found.ts'
import { planTables } from './own-tables.ts'
import type { Corrections, ImportPlan, PlanNotice, PlannedTable, RowFate } from './plan.ts'
import { metaAbove } from './recognise/meta.ts'
import type { WordsIn } from './table/columns.ts'
import { lookupOf } from './table/lookup.ts'

export interface PlanInput {
  readonly files: readonly ImportFile[]
  readonly corrections: Corrections
  readonly registry: Registry
  readonly isms: Isms
  readonly words: WordsIn
  readonly language: Language
  readonly newId: () => RecordId
}

export function planImport(input: PlanInput): ImportPlan {
  const steps = planSteps(input)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** The same with pauses, in which whoever asks may let others work: a file may have 100,000 rows. */
export function* planSteps(input: PlanInput): Generator<void, ImportPlan> {
  const { registry, words } = input
  const indexes = indexesOf(registry.registers, words)
  const seen = tablesIn(input.files, indexes, input.corrections)
  const drafting: Drafting = {
    isms: input.isms,
    lookup: lookupOf(input.isms, registry.registers),
    words: words[input.language],
    corrections: input.corrections,
    newId: input.newId,
    check: (register, set) => faultsOf(registry, register, set),
    changes: [],
    notices: input.files.flatMap(noticesOf),
    used: new Set(),
  }
  const names = namesOf(drafting, rolesListedIn(input.files.map(({ workbook }) => workbook)))
  yield
  const own = yield* planTables(drafting, seen.filter(isOwn), { indexes, words, language: input.language })
  const foreign = planForeign(drafting, seen, names)
  const fates = new Map([...own, ...foreign])
  return {
    tables: seen.map((table) => plannedTable(table, fates.get(table.key) ?? [], indexes)),
    names: names.all(),
    notices: drafting.notices,
    changes: drafting.changes,
  }
}

const isOwn = (table: TableSeen): boolean => table.register !== null && table.found === null

function noticesOf({ name, workbook }: ImportFile): readonly PlanNotice[] {
  return workbook.notices.map((notice) => ({ ...notice, file: name, values: {} }))
}

function faultsOf(
  registry: Registry,
  register: Register,
  set: Parameters<Registry['parse']>[1],
): ReturnType<Drafting['check']> {
  try {
    registry.parse(register, set)
    return []
  } catch (error) {
    if (error instanceof Refusal) return error.details.faults ?? []
    throw error
  }
}

/** Assets first, so that risks can point at them; then risks; then what the statement says. */
const ORDER = ['asset', 'risk', 'statement_line']

function planForeign(
  drafting: Drafting,
  seen: readonly TableSeen[],
  names: Names,
): ReadonlyMap<string, readonly RowFate[]> {
  const controls = controlRecords(drafting)
  const fates = new Map<string, readonly RowFate[]>()
  for (const register of ORDER) {
    for (const one of seen) {
      if (one.register !== register || one.found === null) continue
      const table = foreignTable(one)
      if (table === null) continue
      if (register === 'statement_line') fates.set(one.key, draftStatement(drafting, table, { names, controls }))
      else if (register === 'asset')
        fates.set(
          one.key,
          table.found.rows.map((row) => draftAsset(drafting, table, row, names)),
        )
      else {
        const method = draftMethod(drafting, table, one.file.workbook)
        const risks = { table, method, names, controls }
        fates.set(
          one.key,
          table.found.rows.map((row) => draftRisk(drafting, risks, row)),
        )
      }
    }
  }
  return fates
}

function foreignTable(seen: TableSeen): ForeignTable | null {
  if (seen.found === null) return null
  const targets = new Map<string, number>()
  for (const { target, column } of seen.columns)
    if (target !== null && !targets.has(target)) targets.set(target, column)
  return {
    file: seen.file.name,
    found: seen.found,
    meta: metaAbove(seen.found.grid, seen.headerRow),
    targets,
    leaveOut: new Set(seen.correction.leaveOut ?? []),
  }
}

function plannedTable(seen: TableSeen, rows: readonly RowFate[], indexes: Indexes): PlannedTable {
  const { key, headerRow, kind, register, confidence, columns } = seen
  return {
    key,
    file: seen.file.name,
    sheet: seen.sheet.name,
    isHidden: seen.sheet.isHidden,
    headerRow,
    kind,
    register,
    confidence,
    columns,
    targets: targetsOf(seen, indexes),
    rows,
  }
}
