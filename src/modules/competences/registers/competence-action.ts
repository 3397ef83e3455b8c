import {
  boolean,
  choice,
  date,
  from,
  link,
  longText,
  machine,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

/** What is done about a competence that somebody lacks, and whether it helped (ISO/IEC 27001:2022, 7.2 c). */
export const competenceAction = register('competence_action', {
  code: 'CA',
  group: 'run',
  fields: {
    title: text().required(),
    person: link('person').required(),
    requirement: link('competence_requirement'),
    kind: choice(['training', 'coaching', 'reassignment', 'recruitment', 'hiring', 'other']),
    owner: link('person'),
    due: date(),
    doneAt: date(),
    result: longText(),
    evidence: link('competence_evidence', 'evidence'),
    effective: boolean(),
    effectivenessNote: longText(),
    effectivenessEvaluatedBy: link('person'),
    effectivenessEvaluatedAt: date(),
  },
  states: machine(
    'open',
    {
      start: from('open').to('in_progress'),
      finish: from('open', 'in_progress').to('done').stamp({ at: 'doneAt' }).ask('doneAt', 'result', 'evidence'),
      evaluate: from('done')
        .to('evaluated')
        .stamp({ by: 'effectivenessEvaluatedBy', at: 'effectivenessEvaluatedAt' })
        .ask('effective', 'effectivenessNote'),
      reopen: from('done', 'evaluated', 'cancelled').to('open').reason(),
      cancel: from('open', 'in_progress').to('cancelled').reason(),
    },
    ['cancelled'],
  ),
  list: ['number', 'title', 'person', 'requirement', 'owner', 'due', 'doneAt', 'effective', 'state'],
  owner: 'owner',
  due: 'due',
  done: 'doneAt',
  parent: 'person',
})
export type CompetenceAction = RecordOf<typeof competenceAction>
