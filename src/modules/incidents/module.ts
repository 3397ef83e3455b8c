import { defineModule } from '../../kernel/module.ts'
import { incident } from './registers/incident.ts'
import { securityEvent } from './registers/security-event.ts'

export const module = defineModule({ name: 'incidents', registers: [securityEvent, incident] })
