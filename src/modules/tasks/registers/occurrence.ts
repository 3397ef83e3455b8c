import { date, from, link, links, longText, machine, type RecordOf, register } from '../../../kernel/register.ts'

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
    evidence: links('evidence'),
  },
  states: machine(
    'open',
    {
      finish: from('open', 'missed').to('done').stamp({ by: 'by', at: 'doneAt' }).ask('doneAt', 'result', 'evidence'),
      miss: from('open').to('missed').reason(),
      reopen: from('done', 'missed').to('open').reason(),
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
  access: { create: ['coordinator', 'owner', 'employee', 'consultant'] },
})
export type Occurrence = RecordOf<typeof occurrence>
