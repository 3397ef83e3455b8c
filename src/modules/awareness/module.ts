import { defineModule } from '../../kernel/module.ts'
import { awarenessRecord } from './register.ts'

export const module = defineModule({ name: 'awareness', registers: [awarenessRecord] })
