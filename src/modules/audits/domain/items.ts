import type { Isms } from '../../../kernel/isms.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { CLAUSE_ITEMS } from '../../../kernel/rule.ts'
import { control } from '../../controls/register.ts'
import { linesOf } from '../../statements/domain/newest.ts'
import type { Audit } from '../registers/audit.ts'

/** What can be audited: a clause of the standard, or a control. */
export interface Item {
  readonly clauseItem: string | null
  readonly control: RecordId | null
}

export type ScopeItem = Audit['scopeItems'][number]

/** Null where neither is filled in: such a row says nothing. */
export function keyOf(item: Item): string | null {
  return item.clauseItem ?? item.control
}

/** Whether looking at the one is looking at the other: 9 takes in 9.2, and 9.2.2 is looking at 9.2. */
export function isSameItem(a: Item, b: Item): boolean {
  if (a.control !== null || b.control !== null) return a.control !== null && a.control === b.control
  if (a.clauseItem === null || b.clauseItem === null) return false
  const [one, other] = [a.clauseItem, b.clauseItem]
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`)
}

export function coversItem(one: Pick<Audit, 'scopeItems'>, item: Item): boolean {
  return one.scopeItems.some((row) => isSameItem(row, item))
}

/** The rows of an audit that say what they are about. */
export function scopeOf(one: Pick<Audit, 'scopeItems'>): readonly ScopeItem[] {
  return one.scopeItems.filter((row) => keyOf(row) !== null)
}

/** What people call an item: 6.1.2, A.5.18. */
export function itemName(isms: Isms, item: Item): string {
  if (item.clauseItem !== null) return item.clauseItem
  const of = isms.find(control, item.control)
  return of?.ref ?? of?.title ?? ''
}

/** Names for a sentence; of a long list the first and the last, because whoever reads it needs the number more. */
export function itemNames(isms: Isms, items: readonly Item[]): string {
  const MOST = 6
  const names = items.map((item) => itemName(isms, item))
  return names.length > MOST ? `${names.slice(0, MOST - 1).join(', ')} … ${names.at(-1)}` : names.join(', ')
}

/** The 25 clauses over which coverage is measured (readiness 1.5). */
export function clauseItems(): readonly Item[] {
  return CLAUSE_ITEMS.map((clauseItem) => ({ clauseItem, control: null }))
}

/** The controls that the newest statement takes in. */
export function includedControls(isms: Isms): readonly Item[] {
  return linesOf(isms)
    .filter(({ line }) => line.included === true)
    .map((line) => ({ clauseItem: null, control: line.control.id }))
}
