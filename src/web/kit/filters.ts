import type { Field, Register } from '../../kernel/register.ts'

export const OPERATORS = ['in', 'has', 'from', 'until', 'empty', 'filled'] as const
export type Operator = (typeof OPERATORS)[number]

/** One condition of a list, as it stands in the address: `owner:in:ID|ID`. */
export interface Filter {
  readonly field: string
  readonly operator: Operator
  readonly values: readonly string[]
}

export function parseFilter(text: string): Filter | null {
  const [field = '', asked = '', ...rest] = text.split(':')
  const operator = OPERATORS.find((known) => known === asked)
  if (field === '' || operator === undefined) return null
  const values = rest
    .join(':')
    .split('|')
    .filter((value) => value !== '')
    .map(decodeURIComponent)
  return { field, operator, values }
}

export function formatFilter({ field, operator, values }: Filter): string {
  return `${field}:${operator}:${values.map(encode).join('|')}`
}

/** Only what the form itself uses is hidden; everything else stays readable in the address. */
function encode(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('|', '%7C')
}

export function parseFilters(texts: readonly string[]): readonly Filter[] {
  return texts.map(parseFilter).filter((filter) => filter !== null)
}

/** How a field can be asked about, the most useful first. */
export function operatorsFor(field: Field | undefined): readonly Operator[] {
  if (field === undefined) return ['in']
  switch (field.kind) {
    case 'choice':
    case 'choices':
    case 'link':
    case 'links':
    case 'term':
    case 'terms':
    case 'boolean':
      return ['in', 'empty', 'filled']
    case 'text':
    case 'longText':
    case 'richText':
      return ['has', 'empty', 'filled']
    case 'number':
    case 'date':
    case 'instant':
      return ['from', 'until', 'empty', 'filled']
    case 'file':
    case 'list':
      return ['empty', 'filled']
    case 'group':
      return []
  }
}

/** Fields that a list can be narrowed by. */
export function filterFields(register: Register): readonly string[] {
  return ['state', ...Object.keys(register.fields).filter((name) => operatorsFor(register.fields[name]).length > 0)]
}

/** The list with this condition in place of an earlier one on the same field and of the same kind. */
export function withFilter(filters: readonly Filter[], filter: Filter): readonly Filter[] {
  return [...filters.filter((other) => !(other.field === filter.field && other.operator === filter.operator)), filter]
}
