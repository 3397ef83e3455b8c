import type { Cell } from '../../../../kernel/sheet.ts'
import { dateIn } from '../dates.ts'
import { isBlank, normalised } from '../words.ts'
import type { Grid } from './grid.ts'
import { META_WORDS } from './synonyms.ts'

export type MetaKey = keyof typeof META_WORDS

/** What stands above a table: its title, and lines such as `Version: 0.1`. */
export interface Meta {
  readonly title: string | null
  readonly values: Readonly<Partial<Record<MetaKey, string>>>
}

/** Reads the rows above the header. `Version:` may have its value behind it in the cell, or in the next cell. */
export function metaAbove(grid: Grid, headerRow: number): Meta {
  const cells = Array.from({ length: headerRow - 1 }, (_, index) => grid.row(index + 1))
    .flat()
    .filter(({ isCopy }) => !isCopy)
  const values: Partial<Record<MetaKey, string>> = {}
  let title: string | null = null
  for (const cell of cells) {
    const said = labelled(grid, cell)
    if (said === null) title ??= isTitle(cell.text) ? cell.text.trim() : null
    else if (!isBlank(said.value)) values[said.key] ??= said.value
  }
  return { title, values }
}

function labelled(grid: Grid, cell: Cell): { readonly key: MetaKey; readonly value: string } | null {
  const [label = '', ...rest] = cell.text.split(':')
  const key = metaKey(label)
  const beside = grid.text(cell.row, cell.column + 1)
  if (key === null || (rest.length === 0 && beside === '')) return null
  return { key, value: rest.join(':').trim() || beside }
}

function isTitle(text: string): boolean {
  return !isBlank(text) && text.length <= 200 && !/^\s*\*/.test(text) && !/:\s*$/.test(text)
}

function metaKey(label: string): MetaKey | null {
  const words = normalised(label)
  for (const key of ['version', 'status', 'organisation', 'approvedBy', 'approvedOn', 'date'] as const) {
    if (META_WORDS[key].includes(words)) return key
  }
  return null
}

/** The day on which the sheet says that it was last changed. */
export function metaDate(meta: Meta): string | null {
  return meta.values.date === undefined ? null : dateIn(meta.values.date)
}
