import { placement } from '../../../kernel/placement.ts'
import {
  boolean,
  link,
  links,
  longText,
  number,
  type RecordOf,
  register,
  simpleMachine,
  text,
} from '../../../kernel/register.ts'

/** What the organisation delivers to customers or to itself; the certificate names the services in scope. */
export const service = register('service', {
  code: 'SV',
  group: 'understand',
  fields: {
    title: text().required(),
    description: longText(),
    owner: link('person'),
    developsSoftware: boolean().fact(),
    critical: boolean().fact(),
    rtoHours: number({ least: 0 }),
    rpoHours: number({ least: 0 }),
    dependsOn: links('service', 'information_system', 'asset', 'supplier', 'unit', 'location'),
    providedBy: link('supplier'),
    ...placement,
  },
  states: simpleMachine,
  list: ['number', 'title', 'owner', 'critical', 'inScope', 'state'],
  owner: 'owner',
})
export type Service = RecordOf<typeof service>
