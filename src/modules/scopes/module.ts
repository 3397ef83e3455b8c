import { defineModule, guard } from '../../kernel/module.ts'
import { mayPutInForce, mayUpdate } from './domain.ts'
import { scope } from './register.ts'

export const module = defineModule({
  name: 'scopes',
  registers: [scope],
  guards: [
    guard(scope, 'update', mayUpdate),
    guard(scope, 'putInForce', (record, { isms }) => mayPutInForce(isms, record)),
  ],
})
