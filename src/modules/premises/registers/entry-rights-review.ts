import {
  boolean,
  date,
  link,
  links,
  longText,
  number,
  type RecordOf,
  register,
  simpleMachine,
} from '../../../kernel/register.ts'

/** That somebody looked at who can get in somewhere, and took away what is not needed (ISO/IEC 27001:2022, A.7.2). */
export const entryRightsReview = register('entry_rights_review', {
  code: 'EN',
  group: 'run',
  title: 'location',
  fields: {
    location: link('location').required(),
    plannedAt: date(),
    doneAt: date(),
    by: link('person'),
    holders: number({ least: 0, integer: true }),
    withdrawn: number({ least: 0, integer: true }),
    badgesReturned: boolean().fact(),
    findings: longText(),
    followUp: links('action', 'decision', 'task'),
    followedUpAt: date(),
    evidence: links('evidence'),
  },
  states: simpleMachine,
  list: ['number', 'location', 'plannedAt', 'doneAt', 'by', 'badgesReturned', 'state'],
  owner: 'by',
  due: 'plannedAt',
  done: 'doneAt',
  parent: 'location',
})
export type EntryRightsReview = RecordOf<typeof entryRightsReview>
