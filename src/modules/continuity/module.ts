import { defineModule } from '../../kernel/module.ts'
import { continuityPlan } from './registers/continuity-plan.ts'
import { continuityTest } from './registers/continuity-test.ts'

export const module = defineModule({ name: 'continuity', registers: [continuityPlan, continuityTest] })
