import { defineModule } from '../../kernel/module.ts'
import { resourceDecision } from './register.ts'

export const module = defineModule({ name: 'resources', registers: [resourceDecision] })
