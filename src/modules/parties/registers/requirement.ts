import {
  boolean,
  choice,
  date,
  from,
  link,
  links,
  list,
  longText,
  machine,
  number,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

/** What a party, a law or a contract demands, and what answers it (ISO/IEC 27001:2022, 4.2 b and c, A.5.31). */
export const requirement = register('requirement', {
  code: 'E',
  group: 'understand',
  fields: {
    title: text().required(),
    party: link('interested_party'),
    sourceType: choice(['law', 'contract', 'party', 'own']),
    sourceRef: text(),
    paraphrase: longText(),
    addressedByIsms: boolean(),
    notAddressedReason: longText(),
    prescribesControl: boolean(),
    answeredBy: links('control', 'objective', 'risk', 'document'),
    owner: link('person'),
    appliesFrom: date(),
    verifiedAt: date(),
    /** Legal deadlines are data, not code: within how many hours what must be told to whom. */
    clocks: list({
      event: choice(['personal_data_breach', 'significant_incident', 'other']),
      step: text(),
      hours: number({ least: 0 }),
      recipient: text(),
    }),
  },
  states: machine(
    'draft',
    {
      activate: from('draft').to('active'),
      verify: from('active').to('active').stamp({ at: 'verifiedAt' }),
      retire: from('draft', 'active').to('retired').reason(),
      restore: from('retired').to('active'),
    },
    ['retired'],
  ),
  list: ['number', 'title', 'sourceType', 'sourceRef', 'addressedByIsms', 'owner', 'verifiedAt'],
  owner: 'owner',
})
export type Requirement = RecordOf<typeof requirement>
