import { defineModule } from '../../kernel/module.ts'
import { annexAComparison } from './registers/annex-a-comparison.ts'
import { treatment } from './registers/treatment.ts'
import { treatmentPlan } from './registers/treatment-plan.ts'

export const module = defineModule({ name: 'treatments', registers: [treatment, treatmentPlan, annexAComparison] })
