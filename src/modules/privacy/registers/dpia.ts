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

/** What a processing with a high risk does to the people it is about, weighed beforehand (AVG article 35). */
export const dpia = register('dpia', {
  code: 'DP',
  group: 'run',
  fields: {
    title: text().required(),
    processing: links('processing_record'),
    owner: link('person'),
    startedAt: date(),
    description: longText(),
    necessity: longText(),
    risks: links('risk'),
    measures: longText(),
    advisedBy: link('person'),
    advisedAt: date(),
    advice: longText(),
    completedAt: date(),
    conclusion: choice(['acceptable', 'with_measures', 'consult_authority', 'not_done']),
    reviewAt: date(),
    approvedBy: link('person').set(),
    approvedAt: date().set(),
  },
  states: machine(
    'draft',
    {
      complete: from('draft').to('completed').stamp({ at: 'completedAt' }).ask('conclusion'),
      approve: from('completed').to('approved').approval().stamp({ by: 'approvedBy', at: 'approvedAt' }),
      reopen: from('completed', 'approved').to('draft').reason(),
      retire: from('draft', 'completed', 'approved').to('retired').reason(),
    },
    ['retired'],
  ),
  list: ['number', 'title', 'processing', 'owner', 'completedAt', 'conclusion', 'state'],
  owner: 'owner',
  due: 'reviewAt',
  // Whoever made it does not approve it by owning it.
  access: { own: ['read', 'update'] },
})
export type Dpia = RecordOf<typeof dpia>
