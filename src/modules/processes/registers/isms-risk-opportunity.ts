import {
  choice,
  date,
  link,
  links,
  longText,
  type RecordOf,
  register,
  simpleMachine,
  text,
} from '../../../kernel/register.ts'

/** What could make the ISMS itself fail, or succeed better (ISO/IEC 27001:2022, 6.1.1). */
export const ismsRiskOpportunity = register('isms_risk_opportunity', {
  code: 'IR',
  group: 'understand',
  fields: {
    title: text().required(),
    kind: choice(['risk', 'opportunity']),
    description: longText(),
    arisesFrom: links('context_issue', 'requirement'),
    actions: links('action'),
    noActionReason: longText(),
    evaluatedAt: date(),
    evaluation: longText(),
    owner: link('person'),
  },
  states: simpleMachine,
  list: ['number', 'title', 'kind', 'arisesFrom', 'actions', 'owner', 'evaluatedAt'],
  owner: 'owner',
})
export type IsmsRiskOpportunity = RecordOf<typeof ismsRiskOpportunity>
