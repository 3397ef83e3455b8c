import { defineModule } from '../../kernel/module.ts'
import { contracts } from './contract.ts'
import { riskOpinion } from './register.ts'

export const module = defineModule({ name: 'workshops', registers: [riskOpinion], contracts })
