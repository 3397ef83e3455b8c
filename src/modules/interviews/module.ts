import { defineModule } from '../../kernel/module.ts'
import { contracts } from './contract.ts'
import { interview } from './register.ts'

export const module = defineModule({ name: 'interviews', registers: [interview], contracts })
