import { MAPGOOD_GROUPS } from '../../../kernel/mapgood.ts'
import { choice, longText, type RecordOf, register, simpleMachine, terms, text } from '../../../kernel/register.ts'

/**
 * A kind of weakness that threats can use, for risks to name: the organisation's own catalogue (ISO/IEC 27005:2022, 7.2).
 * What a scan finds on a system is a `vulnerability`.
 */
export const weakness = register('weakness', {
  code: 'W',
  group: 'risks',
  fields: {
    title: text().required(),
    category: choice(MAPGOOD_GROUPS),
    description: longText(),
    source: text(),
    threats: terms('threat'),
    controls: terms('control_2022'),
  },
  states: simpleMachine,
  list: ['number', 'title', 'category', 'source', 'state'],
})
export type Weakness = RecordOf<typeof weakness>
