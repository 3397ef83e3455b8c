import { date, from, link, longText, machine, type RecordOf, register, term, text } from '../../kernel/register.ts'

/**
 * A deviation from one of the organisation's own rules that was allowed for a time. It lifts demands of its own making, never
 * the standard's (readiness 1.7, 9). Whether it has run out follows from `until` and the moment, and is never stored.
 */
export const exception = register('exception', {
  code: 'EX',
  group: 'run',
  fields: {
    title: text().required(),
    subject: link().required(),
    /** The rule that it is about; empty: whichever of the organisation's own. */
    rule: term('rule'),
    reason: longText(),
    compensation: longText(),
    risk: link('risk'),
    owner: link('person'),
    askedAt: date(),
    until: date(),
    approvedBy: link('person').set(),
    approvedAt: date().set(),
    endedAt: date(),
  },
  states: machine(
    'asked',
    {
      approve: from('asked').to('approved').approval().stamp({ by: 'approvedBy', at: 'approvedAt' }).ask('until'),
      reject: from('asked').to('rejected').approval().reason(),
      end: from('approved').to('ended').stamp({ at: 'endedAt' }).reason(),
      withdraw: from('asked').to('withdrawn').reason(),
    },
    ['rejected', 'ended', 'withdrawn'],
  ),
  list: ['number', 'title', 'subject', 'rule', 'owner', 'approvedAt', 'until', 'state'],
  owner: 'owner',
  due: 'until',
  access: { own: ['read', 'update'] },
})
export type Exception = RecordOf<typeof exception>
