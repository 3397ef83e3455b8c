import {
  choice,
  choices,
  date,
  from,
  link,
  links,
  longText,
  machine,
  type RecordOf,
  register,
} from '../../../kernel/register.ts'

/** Whether a supplier still does what was agreed, looked at and written down (ISO/IEC 27001:2022, A.5.22). */
export const supplierReview = register('supplier_review', {
  code: 'SR',
  group: 'run',
  title: 'supplier',
  fields: {
    supplier: link('supplier').required(),
    plannedAt: date(),
    reviewer: link('person'),
    doneAt: date(),
    lookedAt: choices(['agreements', 'incidents', 'assurance', 'changes', 'performance', 'personal_data', 'exit']),
    result: choice(['good', 'improve', 'failed']),
    conclusion: longText(),
    followUp: links('action'),
    evidence: links('evidence'),
    note: longText(),
  },
  states: machine(
    'planned',
    {
      finish: from('planned').to('done').stamp({ at: 'doneAt' }).ask('reviewer', 'result', 'conclusion'),
      cancel: from('planned').to('cancelled').reason(),
    },
    ['cancelled'],
  ),
  list: ['number', 'supplier', 'reviewer', 'plannedAt', 'doneAt', 'result', 'state'],
  owner: 'reviewer',
  due: 'plannedAt',
  done: 'doneAt',
  parent: 'supplier',
  access: { own: ['read', 'update'] },
})
export type SupplierReview = RecordOf<typeof supplierReview>
