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

/** What is done about one risk, and with which controls (ISO/IEC 27001:2022, 6.1.3 a and b). */
export const treatment = register('treatment', {
  code: 'T',
  group: 'risks',
  fields: {
    title: text().required(),
    risk: link('risk').required(),
    option: choice(['modify', 'retain', 'avoid', 'share']),
    justification: longText(),
    controls: links('control'),
    plan: link('treatment_plan'),
    owner: link('person'),
    /** The decision in the words of a file, where it is not one of the four options. */
    statedDecision: text(),
    controlsChangedAt: date().set(),
    changedAt: date().set(),
  },
  states: machine(
    'proposed',
    {
      choose: from('proposed').to('option_chosen'),
      plan: from('proposed', 'option_chosen').to('planned'),
      approve: from('planned', 're_planned').to('approved').approval(),
      start: from('approved').to('in_progress'),
      implement: from('approved', 'in_progress').to('implemented'),
      verify: from('implemented').to('verified'),
      accept: from('verified').to('accepted').approval(),
      replan: from('approved', 'in_progress', 'implemented', 'verified').to('re_planned').reason(),
      reject: from('proposed', 'option_chosen', 'planned', 're_planned').to('rejected').approval().reason(),
      cancel: from('proposed', 'option_chosen', 'planned', 'approved', 'in_progress', 're_planned')
        .to('cancelled')
        .reason(),
    },
    ['rejected', 'cancelled'],
  ),
  list: ['number', 'title', 'risk', 'option', 'controls', 'owner', 'plan', 'state'],
  owner: 'owner',
  parent: 'risk',
  // Who may approve is narrowed by a guard to the owner of the risk (6.1.3 f).
  access: { approve: ['top_management', 'coordinator', 'owner', 'employee'] },
})
export type Treatment = RecordOf<typeof treatment>
