import {
  boolean,
  choice,
  date,
  link,
  list,
  longText,
  number,
  type RecordOf,
  register,
  simpleMachine,
  text,
} from '../../kernel/register.ts'

/** One line of the communication plan: what is told, when, to whom and how (ISO/IEC 27001:2022, 7.4). */
export const communicationLine = register('communication_line', {
  code: 'CL',
  group: 'run',
  title: 'what',
  fields: {
    what: text().required(),
    direction: choice(['internal', 'external']),
    /** In words, because much is told on an occasion and not on a day: after an incident, at a change. */
    when: text(),
    withWhom: text(),
    /** A message of top management to everybody is a deed by which it leads (R-5.1-1). */
    toEverybody: boolean(),
    how: text(),
    owner: link('person'),
    ownerRole: link('role'),
    /** Where it is told on fixed days: the first one, and how many months lie between two. */
    firstDue: date(),
    frequencyMonths: number({ least: 1, most: 60, integer: true }),
    done: list({ at: date(), by: link('person'), note: longText(), evidence: link('evidence', 'document') }),
    nextDue: date().set(),
    note: longText(),
  },
  states: simpleMachine,
  list: ['number', 'what', 'direction', 'when', 'withWhom', 'how', 'owner', 'nextDue'],
  owner: 'owner',
  due: 'nextDue',
})
export type CommunicationLine = RecordOf<typeof communicationLine>
