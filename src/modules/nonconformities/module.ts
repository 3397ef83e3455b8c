import { defineModule } from '../../kernel/module.ts'
import { nonconformity } from './register.ts'

export const module = defineModule({ name: 'nonconformities', registers: [nonconformity] })
