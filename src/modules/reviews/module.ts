import { defineModule, guard } from '../../kernel/module.ts'
import { mayApproveMinutes } from './domain.ts'
import { independentReview } from './registers/independent-review.ts'
import { managementReview } from './registers/management-review.ts'
import { policyComplianceCheck } from './registers/policy-compliance-check.ts'

export const module = defineModule({
  name: 'reviews',
  registers: [managementReview, independentReview, policyComplianceCheck],
  guards: [guard(managementReview, 'approveMinutes', (record, { person }) => mayApproveMinutes(record, person))],
})
