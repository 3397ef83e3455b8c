import {
  boolean,
  choice,
  choices,
  date,
  from,
  link,
  links,
  list,
  longText,
  machine,
  type RecordOf,
  register,
  simpleMachine,
  text,
} from '../../kernel/register.ts'
import { LANGUAGES } from '../../kernel/text.ts'

/** What everybody who works for the organisation must be aware of (ISO/IEC 27001:2022, 7.3 a, b and c). */
export const TOPICS = ['policy', 'contribution', 'implications'] as const

/** The lessons that Waarborg itself gives: `catalogue/awareness` holds their texts and questions. */
export const LESSONS = ['phishing', 'passwords', 'incidents', 'devices', 'personal_data'] as const
export type LessonKey = (typeof LESSONS)[number]

const METHODS = ['course', 'e_learning', 'meeting', 'conversation', 'exercise', 'quiz', 'other'] as const

/** Once that many people are told together: what about, until when, and by which lesson (ISO/IEC 27001:2022, 7.3 and A.6.3). */
export const awarenessRound = register('awareness_round', {
  code: 'WR',
  group: 'run',
  fields: {
    title: text().required(),
    /** A lesson that people follow here; empty where somebody tells it himself. */
    lesson: choice(LESSONS),
    subject: longText(),
    method: choice(METHODS),
    opensAt: date(),
    closesAt: date(),
    owner: link('person'),
    /** Everybody who works here where nobody is named. */
    participants: links('person'),
    doneAt: date(),
    evidence: links('evidence'),
  },
  states: machine(
    'open',
    {
      finish: from('open').to('done').stamp({ at: 'doneAt' }).ask('doneAt', 'evidence'),
      reopen: from('done').to('open').reason(),
      cancel: from('open').to('cancelled').reason(),
    },
    ['cancelled'],
  ),
  list: ['number', 'title', 'lesson', 'opensAt', 'closesAt', 'owner', 'state'],
  owner: 'owner',
  due: 'closesAt',
  done: 'doneAt',
})
export type AwarenessRound = RecordOf<typeof awarenessRound>

/** That a person was made aware, of what, and whether it stuck (ISO/IEC 27001:2022, 7.3). */
export const awarenessRecord = register('awareness_record', {
  code: 'AW',
  group: 'run',
  title: 'person',
  fields: {
    person: link('person').required(),
    at: date(),
    topics: choices(TOPICS),
    method: choice(METHODS),
    subject: longText(),
    round: link('awareness_round'),
    givenBy: link('person'),
    result: choice(['sufficient', 'insufficient', 'not_tested']),
    evidence: links('evidence'),
    /** Of a lesson that was followed here: which, in which language, and what was asked and answered. */
    lesson: choice(LESSONS).set(),
    language: choice(LANGUAGES).set(),
    answers: list({ question: text({ max: 1_000 }), answer: text({ max: 1_000 }), isRight: boolean() }).set(),
  },
  states: simpleMachine,
  list: ['number', 'person', 'at', 'topics', 'method', 'result', 'state'],
  owner: 'person',
  parent: 'person',
  // Nobody declares himself aware: he follows a lesson, and that is written down for him.
  access: { own: ['read'] },
})
export type AwarenessRecord = RecordOf<typeof awarenessRecord>
