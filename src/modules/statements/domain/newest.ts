import type { Isms } from '../../../kernel/isms.ts'
import type { RecordId } from '../../../kernel/register.ts'
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

/** The number in Annex A as the standard writes it, A.5.23; null for controls of one's own. */
export function annexANumber(of: Control): string | null {
  if (of.annexA === null) return null
  return of.annexA.startsWith('A.') ? of.annexA : `A.${of.annexA}`
}

export function annexAControls(isms: Isms): readonly Control[] {
  return isms.all(control).filter((one) => one.annexA !== null)
}
