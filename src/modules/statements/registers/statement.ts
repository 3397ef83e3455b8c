import {
  date,
  from,
  group,
  link,
  longText,
  machine,
  number,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

/**
 * One version of the statement of applicability (ISO/IEC 27001:2022, 6.1.3 d). Its lines are those of
 * `statement_line` as they stood in the ledger at `frozenAt`; of a draft, as they stand now.
 */
export const statement = register('statement', {
  code: 'VT',
  group: 'risks',
  fields: {
    title: text().required(),
    versionLabel: text({ max: 20 }),
    owner: link('person'),
    note: longText(),
    approvedBy: link('person').set(),
    approvedAt: date().set(),
    inForceAt: date().set(),
    /** The ledger's sequence whose lines the approval covers. */
    frozenAt: number({ least: 0, integer: true }).set(),
    /** What a file says about approval: a question until somebody with the authority confirms it here. */
    statedApproval: group({
      status: text(),
      by: text(),
      on: date(),
      confirmedAt: date(),
      confirmedBy: link('person'),
    })
      .personal()
      .set(),
  },
  states: machine(
    'draft',
    {
      approve: from('draft').to('approved').approval().stamp({ by: 'approvedBy', at: 'approvedAt' }),
      putInForce: from('approved').to('in_force').stamp({ at: 'inForceAt' }),
      supersede: from('draft', 'approved', 'in_force').to('superseded'),
    },
    ['superseded'],
  ),
  list: ['number', 'title', 'versionLabel', 'approvedBy', 'approvedAt', 'inForceAt', 'state'],
  owner: 'owner',
  access: { own: ['read', 'update'] },
})
export type Statement = RecordOf<typeof statement>
