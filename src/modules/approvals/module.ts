import { defineModule, guard } from '../../kernel/module.ts'
import { mayGive } from './domain.ts'
import { approval } from './registers/approval.ts'
import { decision } from './registers/decision.ts'

export const module = defineModule({
  name: 'approvals',
  registers: [approval, decision],
  guards: [
    guard(approval, 'create', (record, { person }) => mayGive(record, person)),
    guard(approval, 'withdraw', (record, { person }) => mayGive(record, person)),
  ],
})
