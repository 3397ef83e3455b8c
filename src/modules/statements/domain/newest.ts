import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { type Control, control } from '../../controls/register.ts'
import { type Statement, statement } from '../registers/statement.ts'
import { type StatementLine, statementLine } from '../registers/statement-line.ts'

/** How many controls Annex A of ISO/IEC 27001:2022 has. */
export const ANNEX_A_COUNT = 93

/** The newest version, draft or not (readiness 1.7, 3). Null where there is no statement at all. */
export function newestStatement(isms: Isms): Statement | null {
  return isms.all(statement).findLast((one) => one.state !== 'superseded') ?? null
}

export interface Line {
  readonly id: RecordId
  readonly line: StatementLine
  readonly control: Control
}

/** Lines as they stand, with their controls. The newest version reads them; an approved one has its own frozen copy in the ledger. */
export function linesOf(isms: Isms): readonly Line[] {
  return isms
    .all(statementLine)
    .filter((line) => line.state === 'active')
    .flatMap((line) => {
      const of = isms.find(control, line.control)
      return of === null ? [] : [{ id: line.id, line, control: of }]
    })
}

export function lineOf(isms: Isms, controlId: RecordId): StatementLine | null {
  return isms.pointing(statementLine, 'control', controlId).find((line) => line.state === 'active') ?? null
}

/**
 * The day on which a version was approved, where it is in force: put in force here, or approved on paper and confirmed here.
 * Null for drafts, and where nobody approved.
 */
export function approvalOf(one: Statement, moment: Moment): CalendarDate | null {
  if (one.state === 'in_force' && one.approvedBy !== null && moment.reached(one.approvedAt)) return one.approvedAt
  const { on, confirmedAt } = one.statedApproval
  return one.state === 'draft' && moment.reached(confirmedAt) && moment.reached(on) ? on : null
}

/** Controls of Annex A, not those of one's own. */
export function annexAControls(isms: Isms): readonly Control[] {
  return isms.all(control).filter((one) => one.annexA !== null)
}
