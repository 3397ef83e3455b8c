import { defineModule, guard } from '../../kernel/module.ts'
import { mayApprove } from './domain.ts'
import { exception } from './register.ts'

export const module = defineModule({
  name: 'exceptions',
  registers: [exception],
  guards: [guard(exception, 'approve', mayApprove)],
})
