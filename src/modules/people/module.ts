import { defineModule } from '../../kernel/module.ts'
import { availableHours } from './registers/available-hours.ts'
import { dutyConflict } from './registers/duty-conflict.ts'
import { person } from './registers/person.ts'
import { role } from './registers/role.ts'
import { roleAssignment } from './registers/role-assignment.ts'

export const module = defineModule({
  name: 'people',
  registers: [person, role, roleAssignment, dutyConflict, availableHours],
})
