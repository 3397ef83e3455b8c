import { placement } from '../../../kernel/placement.ts'
import { link, longText, type RecordOf, register, simpleMachine, text } from '../../../kernel/register.ts'

/** A part of the organisation: a department, a team, a daughter company. A person is in scope through the unit. */
export const unit = register('unit', {
  code: 'U',
  group: 'understand',
  fields: {
    title: text().required(),
    description: longText(),
    partOf: link('unit'),
    owner: link('person'),
    ...placement,
  },
  states: simpleMachine,
  list: ['number', 'title', 'partOf', 'owner', 'inScope', 'state'],
  owner: 'owner',
})
export type Unit = RecordOf<typeof unit>
