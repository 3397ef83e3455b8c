import { defineModule, guard } from '../../kernel/module.ts'
import { mayReviewEffectiveness } from './domain.ts'
import { action } from './register.ts'

export const module = defineModule({
  name: 'actions',
  registers: [action],
  guards: [guard(action, 'reviewEffectiveness', mayReviewEffectiveness)],
})
