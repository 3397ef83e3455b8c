import { defineModule, guard } from '../../kernel/module.ts'
import { mayApproveMinutes } from './domain.ts'
import { managementReview } from './register.ts'

export const module = defineModule({
  name: 'reviews',
  registers: [managementReview],
  guards: [guard(managementReview, 'approveMinutes', (record, { person }) => mayApproveMinutes(record, person))],
})
