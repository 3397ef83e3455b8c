import { defineModule } from '../../kernel/module.ts'
import { certificate } from './registers/certificate.ts'
import { markUse } from './registers/mark-use.ts'

export const module = defineModule({ name: 'certificates', registers: [certificate, markUse] })
