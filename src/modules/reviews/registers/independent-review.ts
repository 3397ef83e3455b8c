import {
  date,
  file,
  from,
  link,
  links,
  longText,
  machine,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

/** A look at the whole of information security by somebody who does not run it (ISO/IEC 27001:2022, A.5.35). */
export const independentReview = register('independent_review', {
  code: 'IV',
  group: 'check',
  fields: {
    title: text().required(),
    owner: link('person'),
    subject: longText(),
    reviewer: link('person'),
    /** Who has no record of his own: somebody hired for the day. */
    reviewerStated: text().personal(),
    independence: longText(),
    plannedAt: date(),
    doneAt: date(),
    result: longText(),
    report: file(),
    reportedTo: links('person'),
    actions: links('action'),
  },
  states: machine(
    'planned',
    {
      finish: from('planned').to('done').stamp({ at: 'doneAt' }).ask('doneAt', 'reviewer', 'result', 'reportedTo'),
      cancel: from('planned').to('cancelled').reason(),
    },
    ['cancelled'],
  ),
  list: ['number', 'title', 'owner', 'reviewer', 'plannedAt', 'doneAt', 'state'],
  owner: 'owner',
  due: 'plannedAt',
  done: 'doneAt',
  access: { own: ['read', 'update'] },
})
export type IndependentReview = RecordOf<typeof independentReview>
