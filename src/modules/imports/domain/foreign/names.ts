/** Owners are named in files, and nothing more is known of them: one record per name, a person or a role. */
import type { RecordId } from '../../../../kernel/register.ts'
import type { Workbook } from '../../../../kernel/sheet.ts'
import { person } from '../../../people/registers/person.ts'
import { role } from '../../../people/registers/role.ts'
import type { PlannedName } from '../plan.ts'
import { gridOf } from '../recognise/grid.ts'
import { ROLE_HEADERS, ROLE_WORDS } from '../recognise/synonyms.ts'
import { isNothing, normalised } from '../words.ts'
import { type Drafting, place } from './drafting.ts'

export interface Owner {
  readonly owner: RecordId | null
  readonly ownerRole: RecordId | null
  readonly ownerStated: string | null
}

const NOBODY: Owner = { owner: null, ownerRole: null, ownerStated: null }

/** Finds or makes the record of each name, once. */
export interface Names {
  owner(text: string): Owner
  all(): readonly PlannedName[]
}

export function namesOf(drafting: Drafting, roles: ReadonlySet<string>): Names {
  const known = new Map<
    string,
    { name: string; as: PlannedName['as']; existing: RecordId | null; owner: Owner; count: number }
  >()
  return {
    owner: (text) => {
      const name = text.replaceAll(/\s+/g, ' ').trim()
      if (isNothing(name)) return NOBODY
      const before = known.get(normalised(name))
      if (before !== undefined) {
        before.count += 1
        return before.owner
      }
      const as = drafting.corrections.names[name] ?? guess(drafting, name, roles)
      const existing = drafting.lookup.byTitle(name, [as === 'role' ? role.name : person.name])[0]?.id ?? null
      const owner = ownerAs(drafting, name, as, existing)
      known.set(normalised(name), { name, as, existing, owner, count: 1 })
      return owner
    },
    all: () => [...known.values()].map(({ name, as, existing, count }) => ({ name, as, existing, count })),
  }
}

function ownerAs(drafting: Drafting, name: string, as: PlannedName['as'], existing: RecordId | null): Owner {
  if (as === 'stated') return { ...NOBODY, ownerStated: name.slice(0, 200) }
  if (as === 'role') {
    const id = existing ?? place(drafting, { register: role, title: name, set: { title: name } }).id
    return { ...NOBODY, ownerRole: id === '' ? null : id }
  }
  const id = existing ?? place(drafting, { register: person, title: name, set: { name } }).id
  return { ...NOBODY, owner: id === '' ? null : id }
}

function guess(drafting: Drafting, name: string, roles: ReadonlySet<string>): PlannedName['as'] {
  if (drafting.lookup.byTitle(name, [person.name]).length > 0) return 'person'
  if (drafting.lookup.byTitle(name, [role.name]).length > 0 || roles.has(normalised(name))) return 'role'
  if (name.length > 80 || /[/;&\n]|,| en | and /.test(name)) return 'stated'
  if (/^[A-Z]{2,6}$/.test(name)) return 'role'
  return normalised(name)
    .split(' ')
    .some((word) => ROLE_WORDS.has(word))
    ? 'role'
    : 'person'
}

/** Names under a header such as `Role`: what somebody listed as a role is one, whatever it looks like. */
export function rolesListedIn(workbooks: readonly Workbook[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const sheet of workbooks.flatMap(({ sheets }) => sheets)) {
    const grid = gridOf(sheet)
    for (const header of sheet.rows.slice(0, 40).flat()) {
      if (!ROLE_HEADERS.includes(normalised(header.text))) continue
      for (let row = header.row + 1; grid.text(row, header.column) !== ''; row += 1) {
        found.add(normalised(grid.text(row, header.column)))
      }
    }
  }
  return found
}
