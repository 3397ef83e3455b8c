import { placement } from '../../../kernel/placement.ts'
import {
  boolean,
  choice,
  link,
  longText,
  type RecordOf,
  register,
  simpleMachine,
  text,
} from '../../../kernel/register.ts'

/** A place where people work or information is kept (ISO/IEC 27001:2022, 4.3 and A.7). */
export const location = register('location', {
  code: 'LOC',
  group: 'understand',
  fields: {
    title: text().required(),
    kind: choice(['office', 'care_site', 'server_room', 'data_centre', 'home', 'other']),
    address: longText(),
    owner: link('person'),
    providedBy: link('supplier'),
    receivesVisitors: boolean().fact(),
    ...placement,
  },
  states: simpleMachine,
  list: ['number', 'title', 'kind', 'owner', 'inScope', 'state'],
  owner: 'owner',
})
export type Location = RecordOf<typeof location>
