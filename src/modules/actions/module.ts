import { defineModule } from '../../kernel/module.ts'
import { action } from './register.ts'

export const module = defineModule({ name: 'actions', registers: [action] })
