import { defineModule, guard } from '../../kernel/module.ts'
import { mayApprove } from './domain.ts'
import { accessGrant } from './register.ts'
import { accessReview } from './registers/access-review.ts'

export const module = defineModule({
  name: 'access',
  registers: [accessGrant, accessReview],
  guards: [guard(accessGrant, 'approve', (record, { person }) => mayApprove(record, person))],
})
