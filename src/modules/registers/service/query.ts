import { type Filter, OPERATORS } from '../../../platform/store/filter.ts'

/** `field:operator:value|value`, each value percent-encoded; null when it is none. */
export function filterIn(text: string): Filter | null {
  const [field = '', operator, ...rest] = text.split(':')
  const known = OPERATORS.find((each) => each === operator)
  if (known === undefined || field === '') return null
  const values = rest.join(':')
  try {
    return { field, operator: known, values: values === '' ? [] : values.split('|').map(decodeURIComponent) }
  } catch {
    return null
  }
}

/** `-dueAt` sorts by that field, latest first. */
export function sortIn(text: string): { readonly field: string; readonly isDescending: boolean } {
  return text.startsWith('-') ? { field: text.slice(1), isDescending: true } : { field: text, isDescending: false }
}
