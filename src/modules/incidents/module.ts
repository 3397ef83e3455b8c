import { defineModule, derivation } from '../../kernel/module.ts'
import { notifyBy } from './domain.ts'
import { incident } from './registers/incident.ts'
import { securityEvent } from './registers/security-event.ts'

export const module = defineModule({
  name: 'incidents',
  registers: [securityEvent, incident],
  derivations: [derivation(incident, (_before, after) => ({ notifyBy: notifyBy(after) }))],
})
