import { Refusal } from '../../kernel/refusal.ts'

export const LAST_ROW = 1_048_576
export const LAST_COLUMN = 16_384

/** A row or column as its attribute says, or the one that follows where the file leaves it out. */
export function position(text: string | undefined, otherwise: number, most: number): number {
  const value = text === undefined ? otherwise : Number(text)
  if (!Number.isInteger(value) || value < 1 || value > most) throw new Refusal('invalid', 'workbook.damaged')
  return value
}

/** `B12` as numbers. Refuses what is no address in a sheet. */
export function address(reference: string): { readonly row: number; readonly column: number } {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  let column = 0
  for (const letter of parts?.[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return { row: position(parts?.[2] ?? '0', 0, LAST_ROW), column: position(String(column), 0, LAST_COLUMN) }
}
