import {
  choice,
  choices,
  date,
  link,
  links,
  longText,
  type RecordOf,
  register,
  simpleMachine,
} from '../../kernel/register.ts'

/** What everybody who works for the organisation must be aware of (ISO/IEC 27001:2022, 7.3 a, b and c). */
export const TOPICS = ['policy', 'contribution', 'implications'] as const

/** That a person was made aware, of what, and whether it stuck (ISO/IEC 27001:2022, 7.3). */
export const awarenessRecord = register('awareness_record', {
  code: 'AW',
  group: 'run',
  title: 'person',
  fields: {
    person: link('person').required(),
    at: date(),
    topics: choices(TOPICS),
    method: choice(['course', 'e_learning', 'meeting', 'conversation', 'exercise', 'quiz', 'other']),
    subject: longText(),
    givenBy: link('person'),
    result: choice(['sufficient', 'insufficient', 'not_tested']),
    evidence: links('evidence'),
  },
  states: simpleMachine,
  list: ['number', 'person', 'at', 'topics', 'method', 'result', 'state'],
  owner: 'person',
  parent: 'person',
  // Nobody declares himself aware.
  access: { own: ['read'] },
})
export type AwarenessRecord = RecordOf<typeof awarenessRecord>
