import {
  boolean,
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

/** A dated decision whether a subject matters to the ISMS; climate change must be one (ISO/IEC 27001:2022/Amd 1:2024, 4.1). */
export const contextDetermination = register('context_determination', {
  code: 'CD',
  group: 'understand',
  fields: {
    title: text().required(),
    topic: choice(['climate_change', 'other']).required(),
    relevant: boolean(),
    rationale: longText(),
    linked: links('context_issue', 'requirement', 'interested_party', 'risk', 'isms_risk_opportunity'),
    decidedBy: link('person').set(),
    decidedAt: date().set(),
  },
  states: machine(
    'draft',
    {
      decide: from('draft').to('decided').approval().stamp({ by: 'decidedBy', at: 'decidedAt' }),
      reopen: from('decided').to('draft').reason(),
      retire: from('draft', 'decided').to('retired').reason(),
    },
    ['retired'],
  ),
  list: ['number', 'title', 'relevant', 'decidedBy', 'decidedAt', 'state'],
})
export type ContextDetermination = RecordOf<typeof contextDetermination>
