import { defineModule } from '../../kernel/module.ts'
import { ismsChange } from './register.ts'

export const module = defineModule({ name: 'changes', registers: [ismsChange] })
