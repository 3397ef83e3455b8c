import { DEFAULT_ACCESS } from '../../kernel/permission.ts'
import { date, link, longText, number, type RecordOf, register, simpleMachine } from '../../kernel/register.ts'

/**
 * How large one person thinks a risk is, before the table decides (ISO/IEC 27001:2022, 6.1.2 d). Opinions that differ are what a
 * workshop is for; the score that comes out of it is a `risk_score`.
 */
export const riskOpinion = register('risk_opinion', {
  code: 'RY',
  group: 'risks',
  title: 'risk',
  fields: {
    risk: link('risk').required(),
    by: link('person').required(),
    likelihood: number(),
    consequence: number(),
    note: longText(),
    at: date(),
  },
  states: simpleMachine,
  list: ['number', 'risk', 'by', 'likelihood', 'consequence', 'note', 'at'],
  owner: 'by',
  parent: 'risk',
  // Whoever sits at the table has an opinion; it is his own and nobody else changes it.
  access: { create: [...DEFAULT_ACCESS.create, 'employee'], update: ['coordinator'], own: ['read', 'update'] },
})
export type RiskOpinion = RecordOf<typeof riskOpinion>
