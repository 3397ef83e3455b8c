import {
  boolean,
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

/** A change to the ISMS or to what it stands on, thought through beforehand (ISO/IEC 27001:2022, 6.3). */
export const ismsChange = register('isms_change', {
  code: 'CH',
  group: 'run',
  fields: {
    title: text().required(),
    description: longText(),
    /** A named person says so; it is never guessed from the text (readiness 1.10, 24). */
    significant: boolean().fact(),
    significantStatedBy: link('person'),
    purpose: longText(),
    consequences: longText(),
    resources: longText(),
    responsibilities: longText(),
    owner: link('person'),
    affects: links(),
    plannedFor: date(),
    approvedBy: link('person').set(),
    approvedAt: date().set(),
    effectiveAt: date(),
    bodyNotifiedAt: date(),
    reviewedBy: link('person'),
    reviewedAt: date(),
    reviewResult: longText(),
  },
  states: machine(
    'proposed',
    {
      plan: from('proposed').to('planned'),
      approve: from('proposed', 'planned').to('approved').approval().stamp({ by: 'approvedBy', at: 'approvedAt' }),
      // Also without approval: what happened unplanned must be recorded, and a rule objects.
      putIntoEffect: from('proposed', 'planned', 'approved').to('effective').stamp({ at: 'effectiveAt' }),
      review: from('effective').to('reviewed').stamp({ by: 'reviewedBy', at: 'reviewedAt' }).ask('reviewResult'),
      cancel: from('proposed', 'planned', 'approved').to('cancelled').reason(),
    },
    ['cancelled'],
  ),
  list: ['number', 'title', 'significant', 'owner', 'plannedFor', 'effectiveAt', 'state'],
  owner: 'owner',
  due: 'plannedFor',
  done: 'effectiveAt',
  access: { own: ['read', 'update'] },
})
export type IsmsChange = RecordOf<typeof ismsChange>
