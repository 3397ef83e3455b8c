import type { Control } from './register.ts'

/**
 * What the statement of applicability says of a control in this state (model 2.2). Null where it does not say anything: not
 * chosen, left out or retired. A degraded control is claimed as `partly`: it was built, and it does not do its work now.
 */
export function statementStatus(state: Control['state']): 'implemented' | 'partly' | 'not' | null {
  switch (state) {
    case 'selected':
    case 'planned':
      return 'not'
    case 'in_implementation':
    case 'degraded':
      return 'partly'
    case 'implemented':
    case 'operating':
    case 'effective':
      return 'implemented'
    case 'not_selected':
    case 'excluded':
    case 'retired':
      return null
  }
}

/** Order of references as people count: A.5.2 before A.5.10, what has no number last. */
export function compareRefs(a: string | null, b: string | null): number {
  const left = partsOf(a)
  const right = partsOf(b)
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const order = comparePart(left[index] ?? '', right[index] ?? '')
    if (order !== 0) return order
  }
  return 0
}

function partsOf(ref: string | null): readonly string[] {
  return ref === null ? ['\uffff'] : ref.split('.')
}

function comparePart(a: string, b: string): number {
  const isNumber = /^\d+$/
  if (isNumber.test(a) && isNumber.test(b)) return Number(a) - Number(b)
  return a < b ? -1 : Number(a > b)
}
