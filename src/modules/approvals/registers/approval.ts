import { choice, date, from, link, longText, machine, type RecordOf, register, text } from '../../../kernel/register.ts'

/**
 * That somebody with the authority said yes or no to one version of something (ISO/IEC 27001:2022, 6.1.3 f).
 * It is never changed: who thinks otherwise later withdraws it and gives a new one.
 */
export const approval = register('approval', {
  code: 'AP',
  group: 'run',
  fields: {
    kind: choice([
      'treatment_plan',
      'residual_risk',
      'retain_exception',
      'risk_method',
      'replan',
      'policy',
      'document',
      'scope',
      'statement',
      'objective',
      'resource',
      'isms_change',
      'exception',
    ]).required(),
    subject: link().required(),
    /** The version label of the subject where it has one (plan, statement, method), else its version in the ledger. */
    subjectVersion: text({ max: 20 }),
    decision: choice(['approved', 'rejected']).required(),
    by: link('person').required(),
    /** In which capacity, as the method's table of authority names it. */
    capacity: choice(['risk_owner', 'coordinator', 'top_management']),
    roleAtTime: link('role'),
    at: date(),
    /** The last day on which it holds, for a yes that was given for a time. */
    until: date(),
    comment: longText(),
    signatureHash: text({ max: 64 }).set(),
  },
  states: machine('given', { withdraw: from('given').to('withdrawn').approval().reason() }, ['withdrawn']),
  list: ['number', 'kind', 'subject', 'subjectVersion', 'by', 'at', 'decision', 'state'],
  title: 'subject',
  owner: 'by',
  due: 'until',
  access: {
    create: ['top_management', 'coordinator', 'owner', 'employee'],
    approving: ['create'],
    update: [],
    retire: [],
    approve: ['top_management', 'coordinator', 'owner', 'employee'],
    own: ['read'],
  },
})
export type Approval = RecordOf<typeof approval>
