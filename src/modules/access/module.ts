import { defineModule, guard } from '../../kernel/module.ts'
import { mayApprove } from './domain.ts'
import { accessGrant } from './register.ts'

export const module = defineModule({
  name: 'access',
  registers: [accessGrant],
  guards: [guard(accessGrant, 'approve', (record, { person }) => mayApprove(record, person))],
})
