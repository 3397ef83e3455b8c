import type { Language } from '../../../kernel/text.ts'

/** A title or a sentence of the catalogue; both languages are always there. */
export type Bilingual = Readonly<Record<Language, string>>

/** Something with a stable id and a title, of which nothing more is told. */
export interface Named {
  readonly id: string
  readonly title: Bilingual
}

/** What TypeScript knows of a JSON file: the same shape, with `string` where the type names the values. */
type Loose<T> = T extends string ? string : T extends object ? { readonly [K in keyof T]: Loose<T[K]> } : T

/**
 * Takes a file of `catalogue/` as the shape that the caller names. The files are ours and never change at run time;
 * the module's test parses each of them through the schemas of `contract.ts`, so nothing is checked again here.
 */
export function facts<T>(file: Loose<T>): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one parse edge of the catalogue, proven by its test
  return file as T
}
