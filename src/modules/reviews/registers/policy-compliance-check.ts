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
} from '../../../kernel/register.ts'

/** That a manager looked whether his own people work by a policy (ISO/IEC 27001:2022, A.5.36). */
export const policyComplianceCheck = register('policy_compliance_check', {
  code: 'PC',
  group: 'check',
  fields: {
    title: text().required(),
    document: link('document').required(),
    unit: link('unit'),
    manager: link('person'),
    method: longText(),
    plannedAt: date(),
    checkedAt: date(),
    result: choice(['follows', 'follows_in_part', 'does_not_follow']),
    seen: longText(),
    evidence: links('evidence'),
    actions: links('action'),
  },
  states: machine(
    'planned',
    {
      finish: from('planned').to('done').stamp({ at: 'checkedAt' }).ask('checkedAt', 'result', 'seen'),
      cancel: from('planned').to('cancelled').reason(),
    },
    ['cancelled'],
  ),
  list: ['number', 'title', 'document', 'unit', 'manager', 'plannedAt', 'checkedAt', 'result'],
  owner: 'manager',
  due: 'plannedAt',
  done: 'checkedAt',
  access: { own: ['read', 'update'] },
})
export type PolicyComplianceCheck = RecordOf<typeof policyComplianceCheck>
