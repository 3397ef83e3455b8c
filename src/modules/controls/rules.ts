import type { Isms } from '../../kernel/isms.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Rule, rule } from '../../kernel/rule.ts'
import { forAll, lookedFor, ratio } from '../../kernel/verdict.ts'
import { isInForce } from '../documents/domain/in-force.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { lineOf } from '../statements/domain/newest.ts'
import { statementLine } from '../statements/registers/statement-line.ts'
import { type Control, control } from './register.ts'

/** A control that the statement takes in, or one of the organisation's own that it does not name and that is in use. */
function isUsed(isms: Isms, one: Control): boolean {
  const line = lineOf(isms, one.id)
  if (line !== null) return line.included === true
  return one.annexA === null && one.state !== 'not_selected' && one.state !== 'excluded' && one.state !== 'retired'
}

function hasProcedure(isms: Isms, one: Control, moment: Moment): boolean {
  const procedure = isms.find(document, one.procedure)
  if (procedure?.state !== 'active') return false
  return isms.pointing(documentVersion, 'document', procedure.id).some((version) => isInForce(version, moment))
}

const proceduresThere = rule(
  'R-A.5.37-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    reads: [control, statementLine, document, documentVersion],
    remedy: { owner: 'object_owner', register: 'control', act: 'update' },
  },
  (facts) => {
    const { isms } = facts
    const needing = isms.all(control).filter((one) => one.needsProcedure === true && isUsed(isms, one))
    return forAll(facts, { of: needing, grade: ratio(0.5) }, [
      {
        variant: 'none',
        fails: (one) => one.procedure === null,
        fields: ['procedure', 'needsProcedure'],
        lookedFor: lookedFor('in_force', { type: { keys: ['document.type.procedure'] } }),
      },
      { variant: 'draft', fails: (one, moment) => !hasProcedure(isms, one, moment), fields: ['procedure'] },
    ])
  },
)

export const rules: readonly Rule[] = [proceduresThere]
