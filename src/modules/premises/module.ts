import { defineModule } from '../../kernel/module.ts'
import { entryRightsReview } from './registers/entry-rights-review.ts'
import { visitorLog } from './registers/visitor-log.ts'

export const module = defineModule({ name: 'premises', registers: [entryRightsReview, visitorLog] })
