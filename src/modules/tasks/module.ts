import { defineModule, derivation, guard } from '../../kernel/module.ts'
import { contracts } from './contract.ts'
import { mayFinish, mayFinishOccurrence, mayVerify, replansOf } from './domain.ts'
import { occurrence } from './registers/occurrence.ts'
import { recurringTask } from './registers/recurring-task.ts'
import { task } from './registers/task.ts'

export const module = defineModule({
  name: 'tasks',
  registers: [task, recurringTask, occurrence],
  contracts,
  guards: [
    guard(task, 'finish', (record) => mayFinish(record)),
    guard(task, 'verify', (record, { person }) => mayVerify(record, person)),
    guard(occurrence, 'finish', (record, { isms }) =>
      mayFinishOccurrence(record, isms.find(recurringTask, record.recurringTask)),
    ),
  ],
  derivations: [derivation(task, (before, after, { on }) => replansOf(before, after, on))],
})
