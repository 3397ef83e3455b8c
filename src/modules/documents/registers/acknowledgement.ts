import { DEFAULT_ACCESS } from '../../../kernel/permission.ts'
import { choice, date, link, type RecordOf, register, simpleMachine } from '../../../kernel/register.ts'

/** That a person read a version of a document and knows what it asks (ISO/IEC 27001:2022, 5.2 f and 7.3). */
export const acknowledgement = register('acknowledgement', {
  code: 'AK',
  group: 'run',
  title: 'person',
  fields: {
    person: link('person').required(),
    documentVersion: link('document_version').required(),
    acknowledgedAt: date(),
    channel: choice(['waarborg', 'email', 'paper', 'meeting', 'intranet', 'other']),
  },
  states: simpleMachine,
  list: ['number', 'person', 'documentVersion', 'acknowledgedAt', 'channel'],
  owner: 'person',
  parent: 'documentVersion',
  access: { create: [...DEFAULT_ACCESS.create, 'employee'], own: ['read'] },
})
export type Acknowledgement = RecordOf<typeof acknowledgement>
