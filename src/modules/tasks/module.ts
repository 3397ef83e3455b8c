import { defineModule, derivation, guard } from '../../kernel/module.ts'
import { mayFinish, mayVerify, replansOf } from './domain.ts'
import { occurrence } from './registers/occurrence.ts'
import { recurringTask } from './registers/recurring-task.ts'
import { task } from './registers/task.ts'

export const module = defineModule({
  name: 'tasks',
  registers: [task, recurringTask, occurrence],
  guards: [
    guard(task, 'finish', (record) => mayFinish(record)),
    guard(task, 'verify', (record, { person }) => mayVerify(record, person)),
  ],
  derivations: [derivation(task, (before, after, { on }) => replansOf(before, after, on))],
})
