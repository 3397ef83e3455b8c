import { choice, date, from, link, longText, machine, type RecordOf, register, text } from '../../../kernel/register.ts'

/** The kinds that must each have a party, or a row that says why there is none (R-4.2-a-1); `other` is free. */
export const PARTY_KINDS = ['customer', 'staff', 'owner', 'authority', 'supplier', 'other'] as const

/** Who expects something of the organisation where information is concerned (ISO/IEC 27001:2022, 4.2 a). */
export const interestedParty = register('interested_party', {
  code: 'IP',
  group: 'understand',
  fields: {
    title: text().required(),
    kind: choice(PARTY_KINDS),
    description: longText(),
    /** Filled: this row says that there is no party of its kind, and why. It is no party then. */
    notRelevant: longText(),
    owner: link('person'),
    lastReviewedAt: date(),
  },
  states: machine(
    'draft',
    {
      activate: from('draft').to('active'),
      review: from('active').to('active').stamp({ at: 'lastReviewedAt' }),
      retire: from('draft', 'active').to('retired').reason(),
      restore: from('retired').to('active'),
    },
    ['retired'],
  ),
  list: ['number', 'title', 'kind', 'description', 'owner', 'lastReviewedAt', 'state'],
  owner: 'owner',
})
export type InterestedParty = RecordOf<typeof interestedParty>
