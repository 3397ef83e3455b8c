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
} from '../../../kernel/register.ts'

/** One round of assessing risks, its results frozen when it is completed (ISO/IEC 27001:2022, 6.1.2 and 8.2). */
export const riskAssessment = register('risk_assessment', {
  code: 'RB',
  group: 'risks',
  fields: {
    title: text().required(),
    owner: link('person'),
    method: link('risk_method'),
    methodVersion: text({ max: 20 }),
    reason: choice(['initial', 'planned', 'change', 'incident']),
    scope: longText(),
    plannedAt: date(),
    startedAt: date(),
    completedAt: date(),
    participants: links('person'),
    changes: links('isms_change', 'change_record'),
    snapshotHash: text({ max: 64 }).set(),
  },
  states: machine('planned', {
    start: from('planned').to('in_progress').stamp({ at: 'startedAt' }).ask('startedAt'),
    complete: from('planned', 'in_progress').to('completed').stamp({ at: 'completedAt' }).ask('completedAt'),
    // For one that was completed elsewhere: its results are fixed from now on.
    freeze: from('completed').to('completed'),
  }),
  list: ['number', 'title', 'reason', 'methodVersion', 'plannedAt', 'completedAt', 'state'],
  owner: 'owner',
  due: 'plannedAt',
  done: 'completedAt',
})
export type RiskAssessment = RecordOf<typeof riskAssessment>
