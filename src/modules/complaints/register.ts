import { DEFAULT_ACCESS } from '../../kernel/permission.ts'
import {
  boolean,
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

/** Somebody outside says that his information is not safe here (ISO/IEC 27001:2022, 9.3.2 and 10.2). */
export const complaint = register('complaint', {
  code: 'KL',
  group: 'check',
  fields: {
    title: text().required(),
    description: longText(),
    complainant: text().personal(),
    party: link('interested_party'),
    channel: choice(['mail', 'phone', 'form', 'conversation', 'letter', 'other']),
    objects: links(),
    receivedAt: date(),
    owner: link('person'),
    due: date(),
    /** A named person says so; the text never decides (readiness 1.10, 24). */
    upheld: boolean(),
    upheldStatedBy: link('person'),
    judgedAt: date(),
    judgement: longText(),
    answer: longText(),
    answeredAt: date(),
  },
  states: machine(
    'received',
    {
      judge: from('received')
        .to('judged')
        .stamp({ by: 'upheldStatedBy', at: 'judgedAt' })
        .ask('upheld', 'judgement', 'judgedAt'),
      answer: from('judged').to('answered').stamp({ at: 'answeredAt' }).ask('answer', 'answeredAt'),
      close: from('answered').to('closed'),
      reopen: from('judged', 'answered', 'closed').to('received').reason(),
      withdraw: from('received', 'judged', 'answered').to('withdrawn').reason(),
    },
    ['closed', 'withdrawn'],
  ),
  list: ['number', 'title', 'party', 'receivedAt', 'upheld', 'owner', 'due', 'state'],
  owner: 'owner',
  due: 'due',
  done: 'answeredAt',
  access: { create: [...DEFAULT_ACCESS.create, 'employee'], own: ['read', 'update'] },
})
export type Complaint = RecordOf<typeof complaint>
