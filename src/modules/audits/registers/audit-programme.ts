import { date, from, link, longText, machine, type RecordOf, register, text } from '../../../kernel/register.ts'

/** How the organisation audits itself over three years: how often, how, and who sees to it (ISO/IEC 27001:2022, 9.2.2). */
export const auditProgramme = register('audit_programme', {
  code: 'AU',
  group: 'check',
  fields: {
    title: text().required(),
    owner: link('person'),
    /** The cycle of 36 months that the lines cover begins here. */
    cycleStart: date(),
    frequency: longText(),
    methods: longText(),
    responsibilities: longText(),
    planningRequirements: longText(),
    reporting: longText(),
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
  list: ['number', 'title', 'owner', 'cycleStart', 'approvedBy', 'inForceFrom', 'state'],
  owner: 'owner',
  access: { own: ['read', 'update'] },
})
export type AuditProgramme = RecordOf<typeof auditProgramme>
