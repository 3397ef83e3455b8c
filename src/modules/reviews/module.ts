import { defineModule } from '../../kernel/module.ts'
import { managementReview } from './register.ts'

export const module = defineModule({ name: 'reviews', registers: [managementReview] })
