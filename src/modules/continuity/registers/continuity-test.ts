import {
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

/** That a continuity plan was tried out, with what came of it; a real outage counts too (ISO/IEC 27001:2022, A.5.30). */
export const continuityTest = register('continuity_test', {
  code: 'CT',
  group: 'run',
  fields: {
    title: text().required(),
    plan: link('continuity_plan'),
    services: links('service'),
    kind: choice(['tabletop', 'walkthrough', 'technical', 'full', 'real_event']),
    scenario: longText(),
    plannedAt: date(),
    doneAt: date(),
    leader: link('person'),
    participants: links('person'),
    result: choice(['success', 'partly', 'failed']),
    hoursNeeded: number({ least: 0 }),
    findings: longText(),
    followUp: links('action', 'improvement', 'decision', 'task'),
    noFollowUpReason: longText(),
    evidence: links('evidence'),
  },
  states: machine(
    'planned',
    {
      finish: from('planned').to('done').stamp({ at: 'doneAt' }).ask('result'),
      cancel: from('planned').to('cancelled').reason(),
    },
    ['cancelled'],
  ),
  list: ['number', 'title', 'plan', 'kind', 'plannedAt', 'doneAt', 'result', 'state'],
  owner: 'leader',
  due: 'plannedAt',
  done: 'doneAt',
  parent: 'plan',
})
export type ContinuityTest = RecordOf<typeof continuityTest>
