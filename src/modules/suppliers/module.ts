import { defineModule } from '../../kernel/module.ts'
import { supplier } from './register.ts'

export const module = defineModule({ name: 'suppliers', registers: [supplier] })
