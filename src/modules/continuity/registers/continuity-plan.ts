import {
  date,
  link,
  links,
  list,
  longText,
  number,
  type RecordOf,
  register,
  simpleMachine,
  text,
} from '../../../kernel/register.ts'

/**
 * The card of a continuity plan: which services it keeps going, who leads, how. Its text is a document of type continuity
 * plan, and the plan is in force while a version of that document is (ISO/IEC 27001:2022, A.5.29 and A.5.30).
 */
export const continuityPlan = register('continuity_plan', {
  code: 'CP',
  group: 'run',
  fields: {
    title: text().required(),
    services: links('service'),
    document: link('document'),
    owner: link('person'),
    leader: link('person'),
    deputy: link('person'),
    team: links('person'),
    scenarios: list({ what: text({ max: 500 }), answer: longText(), hours: number({ least: 0 }) }),
    alternatives: longText(),
    reachable: longText(),
    reviewedAt: date(),
    reviewedBy: link('person'),
  },
  states: simpleMachine,
  list: ['number', 'title', 'services', 'document', 'owner', 'reviewedAt', 'state'],
  owner: 'owner',
})
export type ContinuityPlan = RecordOf<typeof continuityPlan>
