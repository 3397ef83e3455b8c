import {
  choice,
  date,
  from,
  link,
  links,
  longText,
  machine,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

/** Something inside or outside that helps or hinders the ISMS (ISO/IEC 27001:2022, 4.1). */
export const contextIssue = register('context_issue', {
  code: 'C',
  group: 'understand',
  fields: {
    title: text().required(),
    kind: choice(['internal', 'external']),
    topic: choice([
      'strategy',
      'people',
      'technology',
      'customers',
      'supply',
      'law',
      'economy',
      'society',
      'climate',
      'threats',
      'other',
    ]),
    effect: longText(),
    owner: link('person'),
    lastReviewedAt: date(),
    related: links('risk', 'isms_risk_opportunity', 'requirement', 'interested_party', 'objective', 'action'),
  },
  states: machine(
    'draft',
    {
      activate: from('draft').to('active'),
      // Who looks at a draft and finds it right has reviewed it.
      review: from('draft', 'active').to('active').stamp({ at: 'lastReviewedAt' }),
      retire: from('draft', 'active').to('retired').reason(),
      restore: from('retired').to('active'),
    },
    ['retired'],
  ),
  list: ['number', 'title', 'kind', 'effect', 'owner', 'lastReviewedAt', 'state'],
  owner: 'owner',
})
export type ContextIssue = RecordOf<typeof contextIssue>
