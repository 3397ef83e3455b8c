import {
  boolean,
  choice,
  date,
  link,
  longText,
  number,
  type RecordOf,
  register,
  simpleMachine,
  text,
} from '../../../kernel/register.ts'

/** A judgement that nothing needs to be done, or that something is enough, with its reason (for example 8.2, 10.2). */
export const decision = register('decision', {
  code: 'B',
  group: 'run',
  fields: {
    title: text().required(),
    kind: choice([
      'no_effect',
      'no_nc',
      'not_relevant',
      'no_follow_up',
      'good_practice',
      'yearly_answer',
      'other',
    ]).required(),
    subject: link(),
    /** Which of the questions that only people can answer (readiness 1.9), and what the named person answered. */
    yearlyQuestion: number({ least: 1, most: 12, integer: true }),
    isYes: boolean(),
    reason: longText(),
    by: link('person'),
    at: date(),
  },
  states: simpleMachine,
  list: ['number', 'title', 'kind', 'subject', 'by', 'at', 'state'],
  owner: 'by',
  access: {
    create: ['top_management', 'coordinator', 'owner'],
    approving: ['create', 'update'],
    update: ['coordinator'],
    own: ['read', 'update'],
  },
})
export type Decision = RecordOf<typeof decision>
