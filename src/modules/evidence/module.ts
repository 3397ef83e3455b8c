import { defineModule, guard } from '../../kernel/module.ts'
import { mayAccept } from './domain.ts'
import { evidence } from './register.ts'

export const module = defineModule({
  name: 'evidence',
  registers: [evidence],
  guards: [guard(evidence, 'accept', mayAccept)],
})
