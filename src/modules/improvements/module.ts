import { defineModule } from '../../kernel/module.ts'
import { improvement } from './register.ts'

export const module = defineModule({ name: 'improvements', registers: [improvement] })
