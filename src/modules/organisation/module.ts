import { defineModule } from '../../kernel/module.ts'
import { location } from './registers/location.ts'
import { organisation } from './registers/organisation.ts'
import { service } from './registers/service.ts'
import { unit } from './registers/unit.ts'

export const module = defineModule({ name: 'organisation', registers: [organisation, unit, location, service] })
