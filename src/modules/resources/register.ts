import { date, from, link, longText, machine, number, type RecordOf, register, text } from '../../kernel/register.ts'

/** What top management gives the ISMS for a year: people, hours, money (ISO/IEC 27001:2022, 5.1 c and 7.1). */
export const resourceDecision = register('resource_decision', {
  code: 'RD',
  group: 'run',
  fields: {
    title: text().required(),
    fromDate: date(),
    untilDate: date(),
    hours: number({ least: 0 }),
    budget: number({ least: 0 }),
    people: longText(),
    means: longText(),
    reason: longText(),
    preparedBy: link('person'),
    decidedBy: link('person').set(),
    decidedAt: date().set(),
  },
  states: machine(
    'draft',
    {
      decide: from('draft').to('decided').approval().stamp({ by: 'decidedBy', at: 'decidedAt' }),
      withdraw: from('draft', 'decided').to('withdrawn').reason(),
    },
    ['withdrawn'],
  ),
  list: ['number', 'title', 'fromDate', 'untilDate', 'hours', 'budget', 'decidedBy', 'state'],
  owner: 'preparedBy',
  due: 'untilDate',
  // Whoever asks for means does not grant them.
  access: { approve: ['top_management'], own: ['read', 'update'] },
})
export type ResourceDecision = RecordOf<typeof resourceDecision>
