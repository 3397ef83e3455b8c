import { DEFAULT_ACCESS } from '../../kernel/permission.ts'
import {
  choice,
  date,
  file,
  from,
  link,
  links,
  longText,
  machine,
  type RecordOf,
  register,
  text,
} from '../../kernel/register.ts'

/**
 * Proof that something is so or was done, with where it came from (ISO/IEC 27001:2022, 7.5.3, 8.1 and 9.1).
 * Whether it is current, expiring or expired follows from `expiresAt` and the moment, and is never stored.
 */
export const evidence = register('evidence', {
  code: 'EV',
  group: 'run',
  fields: {
    title: text().required(),
    kind: choice([
      'record',
      'list',
      'log',
      'report',
      'configuration',
      'minutes',
      'certificate',
      'contract',
      'screenshot',
      'photo',
      'statement',
      'other',
    ]),
    proves: links(),
    file: file(),
    url: text({ max: 2000 }),
    method: choice(['system_export', 'system_report', 'configuration', 'screenshot', 'statement']),
    sourceSystem: text(),
    query: longText(),
    periodFrom: date(),
    periodTo: date(),
    owner: link('person'),
    dueAt: date(),
    collectedAt: date(),
    collectedBy: link('person'),
    hash: text({ max: 64 }).set(),
    acceptedBy: link('person').set(),
    acceptedAt: date().set(),
    rejectedReason: longText(),
    expiresAt: date(),
  },
  states: machine(
    'requested',
    {
      collect: from('requested', 'rejected').to('collected').stamp({ by: 'collectedBy', at: 'collectedAt' }),
      accept: from('collected').to('accepted').approval().stamp({ by: 'acceptedBy', at: 'acceptedAt' }),
      reject: from('collected').to('rejected').ask('rejectedReason'),
      supersede: from('collected', 'accepted').to('superseded'),
      lock: from('accepted').to('locked'),
      unlock: from('locked').to('accepted').reason(),
      retire: from('requested', 'collected', 'rejected').to('withdrawn').reason(),
    },
    ['superseded', 'withdrawn'],
  ),
  list: ['number', 'title', 'kind', 'proves', 'periodTo', 'acceptedAt', 'state'],
  owner: 'owner',
  due: 'dueAt',
  done: 'collectedAt',
  // Everybody may hand in proof; whoever hands it in does not accept it by that.
  access: { create: [...DEFAULT_ACCESS.create, 'employee'], own: ['read', 'update'] },
})
export type Evidence = RecordOf<typeof evidence>
