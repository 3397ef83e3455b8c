import {
  boolean,
  date,
  from,
  group,
  link,
  links,
  list,
  longText,
  machine,
  type RecordOf,
  register,
  text,
} from '../../kernel/register.ts'

/** The border of the ISMS: what is inside, and where others take over. One record per version (ISO/IEC 27001:2022, 4.3). */
export const scope = register('scope', {
  code: 'SC',
  group: 'understand',
  fields: {
    title: text().required(),
    versionLabel: text({ max: 20 }),
    statement: longText(),
    /** Each list is filled, or its `…None` says that there are none. */
    boundaries: group({
      units: links('unit'),
      unitsNone: boolean(),
      locations: links('location'),
      locationsNone: boolean(),
      services: links('service'),
      servicesNone: boolean(),
      systems: links('information_system', 'asset'),
      systemsNone: boolean(),
    }),
    exclusions: longText(),
    interfaces: list({
      what: text(),
      with: text(),
      party: link('supplier', 'service', 'information_system', 'asset', 'unit', 'location', 'interested_party'),
      border: longText(),
      control: longText(),
    }),
    noInterfacesReason: longText(),
    consideredIssues: links('context_issue'),
    consideredRequirements: links('requirement'),
    document: link('document'),
    owner: link('person'),
    approvedBy: link('person').set(),
    approvedAt: date().set(),
    inForceFrom: date().set(),
  },
  states: machine(
    'draft',
    {
      approve: from('draft').to('approved').approval().stamp({ by: 'approvedBy', at: 'approvedAt' }),
      putInForce: from('approved').to('in_force').stamp({ at: 'inForceFrom' }),
      supersede: from('draft', 'approved', 'in_force').to('superseded'),
    },
    ['superseded'],
  ),
  list: ['number', 'title', 'versionLabel', 'statement', 'approvedBy', 'approvedAt', 'state'],
  owner: 'owner',
  access: { approve: ['top_management'], own: ['read', 'update'] },
})
export type Scope = RecordOf<typeof scope>
