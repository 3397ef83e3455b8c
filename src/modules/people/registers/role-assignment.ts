import { date, from, link, longText, machine, type RecordOf, register } from '../../../kernel/register.ts'

/** Who holds a role, from when until when, and whether that person accepted it (ISO/IEC 27001:2022, 5.3). */
export const roleAssignment = register('role_assignment', {
  code: 'RA',
  group: 'understand',
  title: 'person',
  fields: {
    role: link('role').required(),
    person: link('person').required(),
    fromDate: date(),
    toDate: date(),
    acceptedAt: date(),
    note: longText(),
  },
  states: machine(
    'active',
    {
      accept: from('active').to('active').approval().stamp({ at: 'acceptedAt' }),
      end: from('active').to('ended').stamp({ at: 'toDate' }),
    },
    ['ended'],
  ),
  list: ['number', 'role', 'person', 'fromDate', 'toDate', 'acceptedAt'],
  owner: 'person',
  parent: 'role',
  // Whoever is appointed accepts; he does not appoint himself.
  access: { own: ['read', 'approve'] },
})
export type RoleAssignment = RecordOf<typeof roleAssignment>
