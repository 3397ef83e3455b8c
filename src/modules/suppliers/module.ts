import { defineModule } from '../../kernel/module.ts'
import { supplier } from './register.ts'
import { supplierReview } from './registers/supplier-review.ts'

export const module = defineModule({ name: 'suppliers', registers: [supplier, supplierReview] })
