import { defineModule, derivation, guard } from '../../kernel/module.ts'
import { contracts } from './contract.ts'
import { mayApprove, mayPutInForce } from './domain/overview.ts'
import { lineDates } from './domain.ts'
import { statement } from './registers/statement.ts'
import { statementLine } from './registers/statement-line.ts'

export const module = defineModule({
  name: 'statements',
  registers: [statement, statementLine],
  derivations: [derivation(statementLine, (before, after, { on }) => lineDates(before, after, on))],
  contracts,
  guards: [
    // What was approved stays as it was approved: a change is a new version.
    guard(statement, 'update', ({ state }) =>
      state === 'draft' ? { ok: true } : { ok: false, why: 'statement.settled' },
    ),
    guard(statement, 'approve', (_record, { isms, person }) => mayApprove(isms, person)),
    guard(statement, 'putInForce', (record, { isms }) => mayPutInForce(isms, record)),
  ],
})
