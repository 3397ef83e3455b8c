import { defineModule } from '../../kernel/module.ts'
import { risk } from './registers/risk.ts'
import { riskAssessment } from './registers/risk-assessment.ts'
import { riskMethod } from './registers/risk-method.ts'
import { riskScore } from './registers/risk-score.ts'

export const module = defineModule({ name: 'risks', registers: [riskMethod, riskAssessment, risk, riskScore] })
