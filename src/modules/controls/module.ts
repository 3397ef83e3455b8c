import { defineModule } from '../../kernel/module.ts'
import { control } from './register.ts'

export const module = defineModule({ name: 'controls', registers: [control] })
