import { date, link, longText, type RecordOf, register, simpleMachine, terms, text } from '../../../kernel/register.ts'

/** The check that no necessary control of Annex A was left out (ISO/IEC 27001:2022, 6.1.3 c). */
export const annexAComparison = register('annex_a_comparison', {
  code: 'AX',
  group: 'risks',
  fields: {
    title: text().required(),
    comparedAt: date(),
    by: link('person'),
    plan: link('treatment_plan'),
    planVersion: text({ max: 20 }),
    references: terms('control_2022'),
    missed: terms('control_2022'),
    note: longText(),
  },
  states: simpleMachine,
  list: ['number', 'title', 'comparedAt', 'by', 'planVersion', 'missed', 'state'],
  owner: 'by',
})
export type AnnexAComparison = RecordOf<typeof annexAComparison>
