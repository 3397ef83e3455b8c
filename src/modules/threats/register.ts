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
  term,
  text,
} from '../../kernel/register.ts'

/** News about a threat, and what it means here (ISO/IEC 27001:2022, A.5.7). */
export const threatIntelItem = register('threat_intel_item', {
  code: 'TI',
  group: 'run',
  fields: {
    title: text().required(),
    source: choice(['ncsc', 'z_cert', 'ibd', 'cert', 'supplier', 'sector', 'authority', 'press', 'own', 'other']),
    url: text({ max: 2000 }),
    receivedAt: date(),
    level: choice(['strategic', 'tactical', 'operational']),
    threat: term('threat'),
    summary: longText(),
    owner: link('person'),
    due: date(),
    conclusion: longText(),
    analysedBy: link('person'),
    analysedAt: date(),
    risks: links('risk'),
    actions: links('action'),
  },
  states: machine(
    'received',
    {
      analyse: from('received')
        .to('analysed')
        .stamp({ by: 'analysedBy', at: 'analysedAt' })
        .ask('conclusion', 'analysedAt', 'risks', 'actions'),
      reopen: from('analysed').to('received').reason(),
      retire: from('received', 'analysed').to('retired').reason(),
    },
    ['retired'],
  ),
  list: ['number', 'title', 'source', 'receivedAt', 'analysedAt', 'owner', 'state'],
  owner: 'owner',
  due: 'due',
  done: 'analysedAt',
  access: { own: ['read', 'update'] },
})
export type ThreatIntelItem = RecordOf<typeof threatIntelItem>
