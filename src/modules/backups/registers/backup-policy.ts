import {
  boolean,
  date,
  from,
  link,
  links,
  longText,
  machine,
  number,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

/** What is backed up, how often, and where the copies are (ISO/IEC 27001:2022, A.8.13). */
export const backupPolicy = register('backup_policy', {
  code: 'BP',
  group: 'run',
  fields: {
    title: text().required(),
    systems: links('information_system'),
    contents: longText(),
    frequencyHours: number({ least: 0 }),
    retentionDays: number({ least: 0, integer: true }),
    keptAt: text(),
    supplier: link('supplier'),
    offline: boolean().fact(),
    encrypted: boolean().fact(),
    /** Failures report themselves, so not each success needs a row (R-A.8.13-1). */
    monitored: boolean().fact(),
    confirmMonths: number({ least: 1, most: 12, integer: true }),
    document: link('document'),
    owner: link('person'),
    approvedBy: link('person').set(),
    approvedAt: date().set(),
  },
  states: machine(
    'draft',
    {
      approve: from('draft').to('in_force').approval().stamp({ by: 'approvedBy', at: 'approvedAt' }),
      revise: from('in_force').to('draft').reason(),
      supersede: from('draft', 'in_force').to('superseded').reason(),
    },
    ['superseded'],
  ),
  list: ['number', 'title', 'systems', 'frequencyHours', 'retentionDays', 'owner', 'state'],
  owner: 'owner',
  access: { own: ['read', 'update'] },
})
export type BackupPolicy = RecordOf<typeof backupPolicy>
