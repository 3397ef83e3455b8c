/**
 * What people call the columns of the registers that they keep in Excel, in both languages. Data, not code: a workbook
 * that is not recognised is mended by adding its words here.
 */

export interface TargetWords {
  readonly key: string
  readonly nl: readonly string[]
  readonly en: readonly string[]
}

/** The tables that are looked for. `needs`: one target of each group must be there, else the table is something else. */
export interface Profile {
  readonly register: 'asset' | 'risk' | 'statement_line'
  readonly targets: readonly TargetWords[]
  readonly needs: readonly (readonly string[])[]
  /** How many of `alsoNeeds` must be there beside. */
  readonly alsoNeeds: { readonly count: number; readonly of: readonly string[] }
  /** Words in the sheet's name or title that make it likelier. */
  readonly hints: readonly string[]
}

export const number: TargetWords = {
  key: 'number',
  nl: ['nr', 'nummer', 'volgnummer', 'id', 'no', '#'],
  en: ['nr', 'no', 'number', 'id', 'ref', 'reference'],
}
export const owner: TargetWords = {
  key: 'owner',
  nl: [
    'eigenaar',
    'verantwoordelijke',
    'proceseigenaar',
    'asset eigenaar',
    'risico eigenaar',
    'risicoeigenaar',
    'naam risico eigenaar',
    'maatregel eigenaar',
    'eigenaar beheersmaatregel',
  ],
  en: [
    'owner',
    'owner name',
    'responsible',
    'responsible person',
    'asset owner',
    'risk owner',
    'risk owner name',
    'control owner',
    'name of owner',
  ],
}
export const properties: TargetWords = {
  key: 'properties',
  nl: ['biv', 'biv aspecten', 'relevante biv aspecten', 'biv classificatie', 'bie', 'aspect'],
  en: ['cia', 'cia aspects', 'relevant cia aspects', 'cia properties', 'security properties', 'aspect'],
}
export const description: TargetWords = {
  key: 'description',
  nl: ['omschrijving', 'beschrijving', 'toelichting'],
  en: ['description', 'details', 'explanation'],
}
