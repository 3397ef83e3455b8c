import { defineModule } from '../../kernel/module.ts'
import { complaint } from './register.ts'

export const module = defineModule({ name: 'complaints', registers: [complaint] })
