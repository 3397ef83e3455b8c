import {
  date,
  from,
  link,
  links,
  list,
  longText,
  machine,
  type RecordOf,
  register,
  term,
  text,
} from '../../../kernel/register.ts'

/**
 * Work that somebody has to do once, with the proof that is wanted of it: what remedies a finding, prepares an audit or
 * was agreed in passing. Promises of a plan (treatment, correction, objective) are actions.
 */
export const task = register('task', {
  code: 'TK',
  group: 'run',
  fields: {
    title: text().required(),
    description: longText(),
    subject: link(),
    /** The rule whose finding it takes up, and the objects of that finding. */
    rule: term('rule'),
    objects: links(),
    assignee: link('person'),
    askedBy: link('person'),
    due: date(),
    evidenceWanted: longText(),
    doneAt: date(),
    evidence: links('evidence'),
    result: longText(),
    verifiedBy: link('person').set(),
    verifiedAt: date().set(),
    /** Who agreed to the present deadline, where it was moved. */
    replanApprovedBy: link('person'),
    /** Deadlines as they were, one line for each move. */
    replans: list({ oldDue: date(), newDue: date(), at: date(), approvedBy: link('person') }).set(),
  },
  states: machine(
    'open',
    {
      start: from('open', 're_planned').to('in_progress'),
      finish: from('open', 're_planned', 'in_progress', 'missed')
        .to('done')
        .stamp({ at: 'doneAt' })
        .ask('doneAt', 'evidence', 'result'),
      verify: from('done').to('verified').stamp({ by: 'verifiedBy', at: 'verifiedAt' }),
      replan: from('open', 're_planned', 'in_progress', 'missed')
        .to('re_planned')
        .ask('due', 'replanApprovedBy')
        .reason(),
      miss: from('open', 're_planned', 'in_progress').to('missed').reason(),
      reopen: from('done', 'verified', 'missed', 'cancelled').to('open').reason(),
      cancel: from('open', 're_planned', 'in_progress', 'missed').to('cancelled').reason(),
    },
    ['cancelled'],
  ),
  list: ['number', 'title', 'subject', 'assignee', 'due', 'doneAt', 'state'],
  owner: 'assignee',
  due: 'due',
  done: 'doneAt',
  // Whoever asked for something has to be able to say that it was done well.
  access: {
    create: ['coordinator', 'top_management', 'owner', 'internal_auditor', 'consultant'],
    update: ['coordinator', 'top_management', 'consultant'],
  },
})
export type Task = RecordOf<typeof task>
