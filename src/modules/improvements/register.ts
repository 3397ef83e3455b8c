import { DEFAULT_ACCESS } from '../../kernel/permission.ts'
import {
  choice,
  date,
  from,
  link,
  links,
  longText,
  machine,
  type RecordOf,
  register,
  text,
} from '../../kernel/register.ts'

/** Something that was good enough and became better (ISO/IEC 27001:2022, 10.1). */
export const improvement = register('improvement', {
  code: 'IM',
  group: 'check',
  fields: {
    title: text().required(),
    idea: longText(),
    source: choice([
      'staff',
      'audit',
      'management_review',
      'incident',
      'complaint',
      'measurement',
      'risk',
      'supplier',
      'other',
    ]),
    objects: links(),
    proposedBy: link('person'),
    owner: link('person'),
    due: date(),
    decision: longText(),
    decidedBy: link('person'),
    decidedAt: date(),
    actions: links('action'),
    doneAt: date(),
    result: longText(),
    evidence: links('evidence'),
  },
  states: machine(
    'proposed',
    {
      adopt: from('proposed')
        .to('adopted')
        .approval()
        .stamp({ by: 'decidedBy', at: 'decidedAt' })
        .ask('decision', 'owner', 'due'),
      reject: from('proposed').to('rejected').approval().stamp({ by: 'decidedBy', at: 'decidedAt' }).ask('decision'),
      // Also without a decision: small things are simply done, and count.
      finish: from('proposed', 'adopted').to('done').stamp({ at: 'doneAt' }).ask('doneAt', 'result', 'evidence'),
      reopen: from('done', 'rejected').to('proposed').reason(),
      withdraw: from('proposed', 'adopted').to('withdrawn').reason(),
    },
    ['rejected', 'withdrawn'],
  ),
  list: ['number', 'title', 'source', 'owner', 'due', 'doneAt', 'state'],
  owner: 'owner',
  due: 'due',
  done: 'doneAt',
  access: { create: [...DEFAULT_ACCESS.create, 'employee'], own: ['read', 'update'] },
})
export type Improvement = RecordOf<typeof improvement>
