import { DEFAULT_ACCESS } from '../../../kernel/permission.ts'
import {
  choice,
  from,
  instant,
  link,
  links,
  longText,
  machine,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

/** Something that somebody noticed and told; what it is, is judged within hours (ISO/IEC 27001:2022, A.5.25 and A.6.8). */
export const securityEvent = register('security_event', {
  code: 'SE',
  group: 'run',
  fields: {
    title: text().required(),
    description: longText(),
    reportedAt: instant(),
    reportedBy: link('person'),
    channel: choice(['person', 'phone', 'mail', 'form', 'monitoring', 'supplier', 'customer', 'other']),
    objects: links(),
    owner: link('person'),
    kind: choice(['event', 'incident', 'weakness', 'false_alarm']),
    classifiedAt: instant(),
    classifiedBy: link('person'),
    assessment: longText(),
    incident: link('incident'),
  },
  states: machine(
    'reported',
    {
      classify: from('reported')
        .to('classified')
        .stamp({ by: 'classifiedBy', at: 'classifiedAt' })
        .ask('kind', 'assessment', 'classifiedAt', 'incident'),
      close: from('classified').to('closed'),
      reopen: from('classified', 'closed').to('reported').reason(),
      withdraw: from('reported', 'classified').to('withdrawn').reason(),
    },
    ['closed', 'withdrawn'],
  ),
  list: ['number', 'title', 'reportedAt', 'reportedBy', 'kind', 'classifiedAt', 'owner', 'state'],
  owner: 'owner',
  // Everybody reports what he notices (A.6.8).
  access: { create: [...DEFAULT_ACCESS.create, 'employee'], own: ['read', 'update'] },
})
export type SecurityEvent = RecordOf<typeof securityEvent>
