import { defineModule } from '../../kernel/module.ts'
import { baseline } from './register.ts'

export const module = defineModule({ name: 'configurations', registers: [baseline] })
