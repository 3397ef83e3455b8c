/** Numbers of Annex A as people write them, and as Excel spoils them. */
import type { Cell } from '../../../kernel/sheet.ts'
import { controls } from '../../catalogue/domain/controls.ts'
import { normalised } from './words.ts'

/** A number that was read, and whether it could also have been another. */
export interface ControlNumber {
  readonly id: string
  /** 5.1 in a cell that holds a number may have been typed as 5.10. */
  readonly orElse: string | null
}

const IDS: () => ReadonlySet<string> = () => new Set(controls().map(({ id }) => id))

/** Every number of Annex A:2022 in a text: `5.5, A.5.31 en 8.10`. Numbers that the annex does not have are given apart. */
export function controlsIn(text: string): { readonly ids: readonly string[]; readonly unknown: readonly string[] } {
  const known = IDS()
  const ids = new Set<string>()
  const unknown = new Set<string>()
  const decimal = /^\s*(?:A\.?\s?)?([5-8]),(\d{1,2})\s*$/i.exec(text)
  const dotted = decimal === null ? text : `${decimal[1]}.${decimal[2]}`
  for (const id of ranges(dotted)) ids.add(id)
  for (const [, number = ''] of dotted.matchAll(/(?<![\d.])(?:A\.?\s?)?(\d{1,2}(?:\.\d{1,2}){1,2})(?![\d.]*\d)/gi)) {
    if (known.has(number)) ids.add(number)
    else unknown.add(number)
  }
  return { ids: [...ids], unknown: [...unknown] }
}

/** `5.1 t/m 5.4`, `8.20 - 8.22`: everything between, in the order of the annex. */
function ranges(text: string): readonly string[] {
  const order = controls().map(({ id }) => id)
  const found = text.matchAll(
    /(\d{1,2}\.\d{1,2})\s*(?:t\/m|tot en met|through|up to|[-–])\s*(?:A\.?\s?)?(\d{1,2}\.\d{1,2})/gi,
  )
  return [...found].flatMap(([, from = '', to = '']) => {
    const start = order.indexOf(from)
    return start === -1 ? [] : order.slice(start, order.indexOf(to) + 1)
  })
}

/**
 * The numbers in one cell. A cell that Excel made a number has lost the zero of 5.10, so it may be either of two; a format
 * with two decimals shows 5.10 and was seen as such by whoever typed it.
 */
export function controlsInCell(cell: Cell): {
  readonly numbers: readonly ControlNumber[]
  readonly unknown: readonly string[]
} {
  if (cell.number === null) {
    const { ids, unknown } = controlsIn(cell.text)
    return { numbers: ids.map((id) => ({ id, orElse: null })), unknown }
  }
  const [short, long] = candidates(cell.number)
  if (short === null && long === null) return { numbers: [], unknown: [cell.text] }
  if (short === null || long === null) return { numbers: [{ id: short ?? long ?? '', orElse: null }], unknown: [] }
  const isShownLong = cell.format === '0.00'
  return { numbers: [isShownLong ? { id: long, orElse: short } : { id: short, orElse: long }], unknown: [] }
}

/** 5.1 as `5.1` and as `5.10`, where the annex has them. Excel keeps 5.1 as 5.0999999999999996, which is the same number. */
function candidates(number: number): readonly [string | null, string | null] {
  const known = IDS()
  const short = String(Number(number.toFixed(2)))
  const isOneDecimal = /^\d+\.\d$/.test(short)
  if (Math.abs(Number(short) - number) > 1e-9) return [null, null]
  return [known.has(short) ? short : null, isOneDecimal && known.has(`${short}0`) ? `${short}0` : null]
}

/**
 * The numbers of a column that goes through the annex in order, one per row: what stands around a doubtful number, and the
 * title beside it, say which it is. After 5.9 comes 5.10.
 */
export function orderedControls(
  rows: readonly { readonly cell: Cell | null; readonly title: string }[],
): readonly (ControlNumber | null)[] {
  const order = controls().map(({ id }) => id)
  const read = rows.map(({ cell }) => (cell === null ? null : (controlsInCell(cell).numbers[0] ?? null)))
  const place = (at: number): number => order.indexOf(read[at]?.id ?? '')
  return read.map((number, at) => {
    if (number === null || number.orElse === null) return number
    const both = [number.id, number.orElse]
    const titled = both.find((id) => isTitle(id, rows[at]?.title ?? ''))
    if (titled !== undefined) return { id: titled, orElse: null }
    const fits = both.filter((id) => {
      const here = order.indexOf(id)
      return place(at - 1) === here - 1 || place(at + 1) === here + 1
    })
    return fits.length === 1 ? { id: fits[0] ?? number.id, orElse: null } : number
  })
}

function isTitle(id: string, text: string): boolean {
  if (text === '') return false
  const title = controls().find((control) => control.id === id)?.title
  return title !== undefined && [title.nl, title.en].some((words) => normalised(words) === normalised(text))
}
