import type { ExpectedFinding } from './readiness.ts'
import { findRegister } from './registers.ts'
import type { Search } from './search.ts'

/**
 * Where a finding is put right: at the one record that it is about, at the statement, at the list of the register that
 * its remedy names, or at a new record there.
 */
export function remedyLink(finding: ExpectedFinding): { readonly to: string; readonly search?: Search } {
  const { objects, remedy } = finding
  const [first] = objects
  if (first !== undefined && objects.length === 1 && first.register !== '') {
    return { to: first.register === 'statement_line' ? 'statement' : `registers/${first.register}/${first.id}` }
  }
  const name = first?.register ?? remedy.register
  if (name === 'statement_line' || name === 'statement') return { to: 'statement' }
  if (findRegister(name) === null) return { to: 'readiness' }
  if (objects.length === 0 && remedy.act === 'create') return { to: `registers/${name}/new` }
  return { to: `registers/${name}` }
}
