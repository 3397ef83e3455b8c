import { defineModule } from '../../kernel/module.ts'
import { dpia } from './registers/dpia.ts'
import { processingRecord } from './registers/processing-record.ts'

export const module = defineModule({ name: 'privacy', registers: [processingRecord, dpia] })
