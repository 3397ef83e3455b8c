import { defineModule } from '../../kernel/module.ts'
import { evaluationReport } from './registers/evaluation-report.ts'
import { measurement } from './registers/measurement.ts'
import { metric } from './registers/metric.ts'
import { objective } from './registers/objective.ts'

export const module = defineModule({
  name: 'objectives',
  registers: [objective, metric, measurement, evaluationReport],
})
