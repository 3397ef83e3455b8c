import type { Register } from '../../../kernel/register.ts'
import { type Draft, type DraftValue, isLinkTo } from './draft.ts'

/** What a record of a register is about, where that is no required link: without it there is nothing to say. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  role_assignment: ['role'],
  competence_requirement: ['role'],
  backup_policy: ['systems'],
  restore_test: ['systems'],
  log_review: ['systems'],
  access_review: ['system'],
  dpia: ['processing'],
  continuity_test: ['plan'],
  entry_rights_review: ['location'],
  supplier_review: ['supplier'],
  action: ['treatment', 'subject'],
}

/** Fields in which a draft names what it is about; of another record about the same thing it is a double. */
export function aboutFields(register: string): readonly string[] {
  return ABOUT[register] ?? []
}

/** Keys to which a field of a draft points. */
export function keysIn(value: DraftValue | undefined): readonly string[] {
  if (value === undefined) return []
  if (isLinkTo(value)) return [value.to]
  return Array.isArray(value) ? value.filter(isLinkTo).map(({ to }) => to) : []
}

/** Who wants which drafts: by their key, or all of a register by its name. */
export function named(drafts: readonly Draft[], names: readonly string[]): readonly string[] {
  return drafts.filter(({ key, register }) => names.includes(key) || names.includes(register)).map(({ key }) => key)
}

/** The names among them that name no draft. */
export function strangers(drafts: readonly Draft[], names: readonly string[]): readonly string[] {
  return names.filter((name) => !drafts.some(({ key, register }) => key === name || register === name))
}

/** Where a draft hangs on others: it falls as soon as of one of these groups nothing is left. */
export type Needs = readonly (readonly string[])[]

export function needsOf({ register: name, set }: Draft, register: Register): Needs {
  return Object.entries(register.fields)
    .filter(([field, { isRequired }]) => isRequired || field === register.parent || aboutFields(name).includes(field))
    .map(([field]) => keysIn(set[field]))
    .filter((keys) => keys.length > 0)
}

export interface Hanging {
  readonly key: string
  readonly needs: Needs
}

/**
 * Keys of the drafts that are not made because somebody left them out, and of those that fall with them: a score without its
 * risk, a review of a supplier that is not there.
 */
export function fallingWith(drafts: readonly Hanging[], leftOut: ReadonlySet<string>): ReadonlySet<string> {
  const out = new Set(drafts.map(({ key }) => key).filter((key) => leftOut.has(key)))
  // A treatment falls with its risk and an action with the treatment: until nothing more falls.
  for (let before = -1; before < out.size; ) {
    before = out.size
    for (const { key, needs } of drafts) if (needs.some((keys) => keys.every((one) => out.has(one)))) out.add(key)
  }
  return out
}
