import { defineModule, derivation } from '../../kernel/module.ts'
import { nextDue } from './domain.ts'
import { communicationLine } from './register.ts'

export const module = defineModule({
  name: 'communications',
  registers: [communicationLine],
  derivations: [derivation(communicationLine, (_before, after) => ({ nextDue: nextDue(after) }))],
})
