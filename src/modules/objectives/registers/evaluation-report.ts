import { date, link, links, longText, type RecordOf, register, simpleMachine, text } from '../../../kernel/register.ts'

/** What the measurements together say about the ISMS (ISO/IEC 27001:2022, 9.1, last paragraph). */
export const evaluationReport = register('evaluation_report', {
  code: 'ER',
  group: 'check',
  fields: {
    title: text().required(),
    periodFrom: date(),
    periodTo: date(),
    at: date(),
    by: link('person'),
    metrics: links('metric'),
    suitability: longText(),
    adequacy: longText(),
    effectiveness: longText(),
    document: link('document_version'),
  },
  states: simpleMachine,
  list: ['number', 'title', 'periodFrom', 'periodTo', 'at', 'by', 'state'],
  owner: 'by',
})
export type EvaluationReport = RecordOf<typeof evaluationReport>
