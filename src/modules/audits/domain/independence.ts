import { addMonths } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { control } from '../../controls/register.ts'
import { documentVersion } from '../../documents/registers/document-version.ts'
import { role } from '../../people/registers/role.ts'
import { roleAssignment } from '../../people/registers/role-assignment.ts'
import { ismsProcess } from '../../processes/registers/isms-process.ts'
import { lineOf } from '../../statements/domain/newest.ts'
import type { Audit } from '../registers/audit.ts'
import { performedOn } from './held.ts'
import { type Item, isSameItem, type ScopeItem, scopeOf } from './items.ts'

/** So long before an audit whoever answered for something is not free in judging it (readiness 1.8, R-9.2.2-b-1). */
const MONTHS_BEFORE = 12

interface Stretch {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** Who holds a role anywhere in the stretch. A link to a person is that person; to a supplier, nobody here. */
function peopleBehind(isms: Isms, id: RecordId | null, stretch: Stretch): readonly RecordId[] {
  if (id === null || isms.find(role, id) === null) return id === null ? [] : [id]
  return isms
    .pointing(roleAssignment, 'role', id)
    .filter(({ fromDate, toDate, state }) => {
      if (state === 'ended' && toDate === null) return false
      return (fromDate === null || fromDate <= stretch.to) && (toDate === null || toDate >= stretch.from)
    })
    .map((assignment) => assignment.person)
}

/** Who wrote or approved a version of the document in the stretch. */
function writersOf(isms: Isms, document: RecordId | null, { from, to }: Stretch): readonly RecordId[] {
  if (document === null) return []
  return isms.pointing(documentVersion, 'document', document).flatMap((version) => {
    const on = version.approvedAt ?? version.effectiveFrom
    if (on === null || on < from || on > to) return []
    return [version.author, version.approvedBy].filter((id) => id !== null)
  })
}

/**
 * Who answered for an item in the stretch: of a clause the owners of the processes that it belongs to, of a control its
 * owners and operators; and who wrote or approved the procedure. A person who is named there counts for the whole
 * stretch, because a record says who owns it now; a role counts for those who held it then.
 */
export function answering(isms: Isms, item: Item, stretch: Stretch): ReadonlySet<RecordId> {
  const behind = (id: RecordId | null) => peopleBehind(isms, id, stretch)
  const of = isms.find(control, item.control)
  if (of !== null) {
    const line = lineOf(isms, of.id)
    const named = [of.owner, of.ownerRole, ...of.operators, line?.owner ?? null, line?.ownerRole ?? null]
    return new Set([...named.flatMap(behind), ...writersOf(isms, of.procedure, stretch)])
  }
  const processes = isms
    .all(ismsProcess)
    .filter((one) => one.clauseItems.some((clauseItem) => isSameItem({ clauseItem, control: null }, item)))
  return new Set(
    processes.flatMap((one) => [
      ...[one.owner, one.ownerRole].flatMap(behind),
      ...one.procedures.flatMap((id) => writersOf(isms, id, stretch)),
    ]),
  )
}

export function answeringAtAudit(isms: Isms, one: Audit, item: Item): ReadonlySet<RecordId> {
  const to = performedOn(one) ?? ''
  return answering(isms, item, { from: to === '' ? '' : addMonths(to, -MONTHS_BEFORE), to })
}

/** Who looked at an item: its own auditor, else the whole team. */
export function auditorsOf(one: Audit, item: ScopeItem): readonly RecordId[] {
  if (item.auditor !== null) return [item.auditor]
  return one.leadAuditor === null ? one.auditors : [one.leadAuditor, ...one.auditors]
}

/** Whether anybody is named as auditor at all; somebody from outside without a record counts. */
export function hasAuditors(one: Audit): boolean {
  return one.auditorsStated !== null || scopeOf(one).every((item) => auditorsOf(one, item).length > 0)
}

/** The items that somebody audited who answers for them. */
export function ownItems(isms: Isms, one: Audit): readonly ScopeItem[] {
  return scopeOf(one).filter((item) => {
    const people = answeringAtAudit(isms, one, item)
    return auditorsOf(one, item).some((auditor) => people.has(auditor))
  })
}

/** Whether nothing of it was looked at by somebody who was free to judge. */
export function isAllOwn(isms: Isms, one: Audit): boolean {
  const own = ownItems(isms, one)
  return own.length > 0 && own.length === scopeOf(one).length
}
