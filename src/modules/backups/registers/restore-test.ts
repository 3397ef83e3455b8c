import {
  boolean,
  choice,
  date,
  from,
  link,
  links,
  longText,
  machine,
  number,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

/** That something was really brought back from a backup, with time and result (ISO/IEC 27001:2022, A.8.13). */
export const restoreTest = register('restore_test', {
  code: 'RE',
  group: 'run',
  fields: {
    title: text().required(),
    systems: links('information_system'),
    what: longText(),
    plannedAt: date(),
    doneAt: date(),
    by: link('person'),
    backupFrom: date(),
    result: choice(['success', 'partly', 'failed']),
    hoursNeeded: number({ least: 0 }),
    rtoMet: boolean(),
    intact: boolean(),
    findings: longText(),
    followUp: links('action', 'decision', 'task'),
    evidence: links('evidence'),
  },
  states: machine(
    'planned',
    {
      finish: from('planned').to('done').stamp({ by: 'by', at: 'doneAt' }).ask('result'),
      cancel: from('planned').to('cancelled').reason(),
    },
    ['cancelled'],
  ),
  list: ['number', 'title', 'systems', 'plannedAt', 'doneAt', 'result', 'state'],
  owner: 'by',
  due: 'plannedAt',
  done: 'doneAt',
})
export type RestoreTest = RecordOf<typeof restoreTest>
