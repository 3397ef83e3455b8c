import { defineModule } from '../../kernel/module.ts'
import { backupPolicy } from './registers/backup-policy.ts'
import { backupRun } from './registers/backup-run.ts'
import { restoreTest } from './registers/restore-test.ts'

export const module = defineModule({ name: 'backups', registers: [backupPolicy, backupRun, restoreTest] })
