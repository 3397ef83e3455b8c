import { defineModule } from '../../kernel/module.ts'
import { contracts } from './contract.ts'
import { awarenessRecord, awarenessRound } from './register.ts'

export const module = defineModule({ name: 'awareness', registers: [awarenessRound, awarenessRecord], contracts })
