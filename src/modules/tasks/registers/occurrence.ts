import { date, file, from, link, links, longText, machine, type RecordOf, register } from '../../../kernel/register.ts'

/** One time that recurring work was due: done or not, by whom, with which proof (ISO/IEC 27001:2022, 8.1). */
export const occurrence = register('occurrence', {
  code: 'OC',
  group: 'run',
  fields: {
    recurringTask: link('recurring_task').required(),
    due: date(),
    assignee: link('person'),
    doneAt: date(),
    by: link('person'),
    result: longText(),
    /** What the work made: the review, the test, the scan. It is proof by itself. */
    records: links(),
    file: file(),
    evidence: links('evidence'),
    /** When somebody said that it was not needed this time: in time it is a decision, afterwards it is an excuse. */
    saidAt: date().set(),
  },
  states: machine(
    'open',
    {
      finish: from('open', 'missed')
        .to('done')
        .stamp({ by: 'by', at: 'doneAt' })
        .ask('doneAt', 'result', 'records', 'file', 'evidence'),
      skip: from('open', 'missed').to('not_needed').stamp({ by: 'by', at: 'saidAt' }).reason(),
      miss: from('open').to('missed').reason(),
      reopen: from('done', 'missed', 'not_needed').to('open').reason(),
      // Entered by mistake: it counts neither as due nor as done.
      cancel: from('open', 'missed').to('cancelled').reason(),
    },
    ['cancelled'],
  ),
  list: ['number', 'recurringTask', 'due', 'assignee', 'doneAt', 'by', 'state'],
  title: 'recurringTask',
  owner: 'assignee',
  due: 'due',
  done: 'doneAt',
  parent: 'recurringTask',
  access: { create: ['coordinator', 'top_management', 'owner', 'employee', 'internal_auditor', 'consultant'] },
})
export type Occurrence = RecordOf<typeof occurrence>
