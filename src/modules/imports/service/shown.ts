import type { Words } from '../../../kernel/text.ts'
import type { ImportHead, ImportReply, ShownNotice, ShownRow, ShownTable } from '../contract.ts'
import { faultCode, type PlanNotice, type PlannedTable, type RowFate, type RowRemark } from '../domain/plan.ts'
import type { ImportRow } from '../store.ts'
import type { Importer } from './importer.ts'

export function headOf({ id, files, plan, state, createdAt, appliedAt, undoneAt }: ImportRow): ImportHead {
  return { id, files: [...files], state, counts: plan.counts, createdAt, appliedAt, undoneAt }
}

/** An import with everything said in the language of whoever looks. */
export function shown({ services, language }: Importer, row: ImportRow): ImportReply {
  const words = services.wordsIn(language)
  const { tables, names, notices, records, corrections, tableCounts, counts } = row.plan
  return {
    ...headOf(row),
    tables: tables.map((table) => ({
      ...shownTable(words, services.store.registry.has(table.register ?? ''), table),
      counts: tableCounts[table.key] ?? counts,
    })),
    names: [...names],
    notices: notices.map((notice) => shownNotice(words, notice)),
    records,
    corrections: {
      names: corrections.names,
      tables: Object.fromEntries(
        Object.entries(corrections.tables).map(([key, { leaveOut, columns, ...table }]) => [
          key,
          {
            ...table,
            ...(columns === undefined ? {} : { columns }),
            ...(leaveOut === undefined ? {} : { leaveOut: [...leaveOut] }),
          },
        ]),
      ),
    },
  }
}

function shownTable(words: Words, isKnown: boolean, table: PlannedTable): Omit<ShownTable, 'counts'> {
  return {
    ...table,
    columns: [...table.columns],
    targets: table.targets.map((key) => ({ key, label: isKnown ? targetLabel(words, table, key) : key })),
    rows: table.rows.map((row) => shownRow(words, row)),
  }
}

/** Targets of recognised tables have words of their own; those of a register's own table are its fields. */
function targetLabel(words: Words, table: PlannedTable, key: string): string {
  const isOwnTable = table.kind === 'table' || !PROFILED.has(table.register ?? '')
  if (!isOwnTable) return words(`import.target.${key}`)
  if (key === 'number' || key === 'state' || key === 'version') return words(`import.column.${key}`)
  const steps = key.split('.')
  return steps.map((_, index) => words(`${table.register ?? ''}.${steps.slice(0, index + 1).join('.')}`)).join(': ')
}

const PROFILED: ReadonlySet<string> = new Set(['asset', 'risk', 'statement_line'])

function shownRow(words: Words, row: RowFate): ShownRow {
  const worded = (remark: RowRemark): ShownRow['faults'][number] => ({
    ...remark,
    message: words(`fault.${faultCode(remark)}`, remark.values),
  })
  return { ...row, faults: row.faults.map(worded), remarks: row.remarks.map(worded) }
}

function shownNotice(words: Words, notice: PlanNotice): ShownNotice {
  return { ...notice, message: words(`import.notice.${notice.code}`, { ...notice.values, count: notice.count }) }
}
