import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Isms } from '../../../kernel/isms.ts'
import type { Counts } from '../contract.ts'
import type { ImportFile } from '../domain/found.ts'
import type { Corrections, ImportPlan, PlannedTable, RowFate } from '../domain/plan.ts'
import { planSteps } from '../domain/plan-import.ts'
import type { KeptPlan } from '../store.ts'
import type { Importer } from './importer.ts'

export interface Facts {
  readonly isms: Isms
  newId(): string
}

/** Works out the plan, letting others be served in between. */
export async function plan(
  importer: Importer,
  files: readonly ImportFile[],
  corrections: Corrections,
  facts: Facts,
): Promise<ImportPlan> {
  const { wordsIn, store } = importer.services
  const steps = planSteps({
    files,
    corrections,
    registry: store.registry,
    isms: facts.isms,
    words: { nl: wordsIn('nl'), en: wordsIn('en') },
    language: importer.language,
    newId: () => facts.newId(),
  })
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await setImmediate()
  }
}

/** Rows that are kept of one table for showing; a page of thousands is nobody's reading. */
const MOST_ROWS = 2_000

export async function kept({ changes, ...shown }: ImportPlan, corrections: Corrections): Promise<KeptPlan> {
  const tableCounts = Object.fromEntries(shown.tables.map(({ key, rows }) => [key, countsOf(rows)]))
  const records: Record<string, number> = {}
  for (const { register } of changes) records[register] = (records[register] ?? 0) + 1
  return {
    ...shown,
    tables: shown.tables.map((table) => ({ ...table, rows: mostTelling(table) })),
    corrections,
    counts: countsOf(shown.tables.flatMap(({ rows }) => rows)),
    tableCounts,
    records,
    digest: await digestOf({ changes, ...shown }),
  }
}

function countsOf(rows: readonly RowFate[]): Counts {
  const counts = { create: 0, update: 0, unchanged: 0, skip: 0, fault: 0 }
  for (const { fate } of rows) counts[fate] += 1
  return counts
}

/** What needs somebody's eye first, then the rest, in the order of the sheet. */
function mostTelling({ rows }: PlannedTable): readonly RowFate[] {
  if (rows.length <= MOST_ROWS) return rows
  const weight = ({ fate, remarks }: RowFate): number => (fate === 'fault' ? 0 : remarks.length > 0 ? 1 : 2)
  const telling = [...rows].sort((a, b) => weight(a) - weight(b)).slice(0, MOST_ROWS)
  return telling.sort((a, b) => a.row - b.row)
}

const AT_ONCE = 1_000

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Ids of new records are made anew with every plan, so the digest counts them instead. The same code gives the same key order. */
async function digestOf({ tables, changes }: ImportPlan): Promise<string> {
  const hash = createHash('sha256')
  const ids = new Map(changes.filter(({ act }) => act === 'create').map(({ id }, index) => [id, `new ${index}`]))
  for (const [index, change] of changes.entries()) {
    hash.update(JSON.stringify(change).replaceAll(UUID, (id) => ids.get(id) ?? id))
    if (index % AT_ONCE === 0) await setImmediate()
  }
  for (const { key, rows } of tables) hash.update(`${key} ${rows.map(({ row, fate }) => `${row}${fate}`).join()}`)
  return hash.digest('hex')
}
