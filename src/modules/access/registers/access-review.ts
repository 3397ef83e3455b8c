import {
  date,
  from,
  link,
  links,
  longText,
  machine,
  number,
  type RecordOf,
  register,
} from '../../../kernel/register.ts'

const count = () => number({ least: 0, integer: true })

/** One look at everybody who has access to a system: still needed, still right (ISO/IEC 27001:2022, A.5.18). */
export const accessReview = register('access_review', {
  code: 'AR',
  group: 'run',
  title: 'system',
  fields: {
    system: link('information_system').required(),
    plannedAt: date(),
    reviewer: link('person'),
    /** Where the list of rights came from, so that an auditor can draw it again. */
    population: longText(),
    populationCount: count(),
    doneAt: date(),
    changesDecided: count().fact(),
    changes: longText(),
    changesDoneAt: date(),
    evidence: links('evidence'),
    note: longText(),
  },
  states: machine(
    'planned',
    {
      start: from('planned').to('in_progress'),
      // Who keeps access and who loses it is for the organisation to say.
      finish: from('planned', 'in_progress')
        .to('done')
        .approval()
        .stamp({ at: 'doneAt' })
        .ask('reviewer', 'populationCount', 'changesDecided', 'changes'),
      carryOut: from('done').to('closed').stamp({ at: 'changesDoneAt' }),
      cancel: from('planned', 'in_progress').to('cancelled').reason(),
    },
    ['cancelled'],
  ),
  list: ['number', 'system', 'reviewer', 'plannedAt', 'doneAt', 'changesDecided', 'changesDoneAt', 'state'],
  owner: 'reviewer',
  due: 'plannedAt',
  done: 'doneAt',
  parent: 'system',
  access: { approve: ['top_management', 'coordinator', 'owner'] },
})
export type AccessReview = RecordOf<typeof accessReview>
