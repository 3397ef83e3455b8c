import {
  choice,
  date,
  link,
  links,
  longText,
  number,
  type RecordOf,
  register,
  simpleMachine,
} from '../../../kernel/register.ts'

/** That a backup of a system was made, or was not; also a report over a period, with its last day (ISO/IEC 27001:2022, A.8.13). */
export const backupRun = register('backup_run', {
  code: 'BR',
  group: 'run',
  title: 'system',
  fields: {
    system: link('information_system').required(),
    policy: link('backup_policy'),
    at: date(),
    result: choice(['success', 'warning', 'failed']),
    runs: number({ least: 1, integer: true }),
    failed: number({ least: 0, integer: true }),
    sizeGb: number({ least: 0 }),
    checkedBy: link('person'),
    note: longText(),
    evidence: links('evidence'),
  },
  states: simpleMachine,
  list: ['number', 'system', 'at', 'result', 'runs', 'failed', 'checkedBy'],
  owner: 'checkedBy',
  parent: 'system',
})
export type BackupRun = RecordOf<typeof backupRun>
