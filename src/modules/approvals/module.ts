import { defineModule } from '../../kernel/module.ts'
import { approval } from './registers/approval.ts'
import { decision } from './registers/decision.ts'

export const module = defineModule({ name: 'approvals', registers: [approval, decision] })
