import type { SheetNotice } from '../../kernel/sheet.ts'

export interface Place {
  readonly sheet?: string
  readonly row?: number
  readonly column?: number
}

/** Gathers what was read otherwise than it stands: once per code and sheet, with the first place and how often. */
export interface Notices {
  note(code: string, place?: Place): void
  all(): readonly SheetNotice[]
}

export function notices(): Notices {
  const found = new Map<string, { first: Place; count: number; code: string }>()
  return {
    note: (code, place = {}) => {
      const key = `${code} ${place.sheet ?? ''}`
      const known = found.get(key)
      if (known === undefined) found.set(key, { first: place, count: 1, code })
      else known.count += 1
    },
    all: () =>
      [...found.values()].map(({ code, first, count }) => ({
        code,
        sheet: first.sheet ?? null,
        row: first.row ?? null,
        column: first.column ?? null,
        count,
      })),
  }
}
