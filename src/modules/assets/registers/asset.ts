import { MAPGOOD_GROUPS } from '../../../kernel/mapgood.ts'
import { placement } from '../../../kernel/placement.ts'
import { boolean, choice, date, from, link, machine, type RecordOf, register, text } from '../../../kernel/register.ts'
import { valuation } from './valuation.ts'

/** Kinds as ISO/IEC 27005:2022 parts them: information and processes are primary, the rest supports them. */
const ASSET_KINDS = [
  'information',
  'process',
  'hardware',
  'software',
  'network',
  'people',
  'site',
  'organisation',
  'service',
] as const

/** Something of value that must be protected, or that carries it (ISO/IEC 27001:2022, 6.1.2 and A.5.9). */
export const asset = register('asset', {
  code: 'A',
  group: 'understand',
  fields: {
    title: text().required(),
    kind: choice(ASSET_KINDS),
    category: choice(MAPGOOD_GROUPS),
    ...valuation,
    ...placement,
    location: link('location'),
    managedBy: choice(['organisation', 'supplier', 'user']).fact(),
    storageMedia: boolean().fact(),
    endpoint: boolean().fact(),
    mobile: boolean().fact(),
    encrypted: boolean().fact(),
    managed: boolean().fact(),
    osSupported: boolean().fact(),
    lastSeen: date().fact(),
    serialNumber: text(),
    inUseSince: date(),
    assignedTo: link('person'),
    returnedAt: date(),
  },
  states: machine(
    'active',
    {
      verify: from('active').to('active').stamp({ at: 'lastVerifiedAt' }),
      retire: from('active').to('retired').reason(),
      restore: from('retired').to('active'),
    },
    ['retired'],
  ),
  list: ['number', 'title', 'kind', 'owner', 'classification', 'inScope', 'lastVerifiedAt'],
  owner: 'owner',
})
export type Asset = RecordOf<typeof asset>
