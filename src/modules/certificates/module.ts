import { defineModule, guard } from '../../kernel/module.ts'
import { mayDecide } from './domain.ts'
import { certificate } from './registers/certificate.ts'
import { markUse } from './registers/mark-use.ts'

export const module = defineModule({
  name: 'certificates',
  registers: [certificate, markUse],
  guards: [
    guard(certificate, 'grant', mayDecide),
    guard(certificate, 'restore', mayDecide),
    guard(certificate, 'recertify', mayDecide),
  ],
})
