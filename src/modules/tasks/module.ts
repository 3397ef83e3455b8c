import { defineModule } from '../../kernel/module.ts'
import { occurrence } from './registers/occurrence.ts'
import { recurringTask } from './registers/recurring-task.ts'
import { task } from './registers/task.ts'

export const module = defineModule({ name: 'tasks', registers: [task, recurringTask, occurrence] })
