import { defineModule } from '../../kernel/module.ts'
import { ismsProcess } from './registers/isms-process.ts'
import { ismsRiskOpportunity } from './registers/isms-risk-opportunity.ts'

export const module = defineModule({ name: 'processes', registers: [ismsProcess, ismsRiskOpportunity] })
