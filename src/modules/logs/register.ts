import {
  choice,
  date,
  from,
  link,
  links,
  longText,
  machine,
  type RecordOf,
  register,
  text,
} from '../../kernel/register.ts'

/** That somebody looked at logs, or saw to the alerts that they give (ISO/IEC 27001:2022, A.8.15 and A.8.16). */
export const logReview = register('log_review', {
  code: 'LR',
  group: 'run',
  fields: {
    title: text().required(),
    systems: links('information_system'),
    method: choice(['manual', 'alerts', 'siem', 'supplier_report']),
    plannedAt: date(),
    doneAt: date(),
    by: link('person'),
    periodFrom: date(),
    periodTo: date(),
    result: choice(['nothing_unusual', 'followed_up', 'incident']),
    findings: longText(),
    followUp: links('security_event', 'incident', 'action', 'task'),
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
  list: ['number', 'title', 'systems', 'method', 'plannedAt', 'doneAt', 'result', 'state'],
  owner: 'by',
  due: 'plannedAt',
  done: 'doneAt',
})
export type LogReview = RecordOf<typeof logReview>
