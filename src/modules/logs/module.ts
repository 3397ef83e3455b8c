import { defineModule } from '../../kernel/module.ts'
import { logReview } from './register.ts'

export const module = defineModule({ name: 'logs', registers: [logReview] })
