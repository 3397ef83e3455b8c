import { date, from, link, longText, machine, type RecordOf, register, text } from '../../../kernel/register.ts'

/** One version of the risk treatment plan: what owners are asked to approve (ISO/IEC 27001:2022, 6.1.3 e and f). */
export const treatmentPlan = register('treatment_plan', {
  code: 'TP',
  group: 'risks',
  fields: {
    title: text().required(),
    versionLabel: text({ max: 20 }),
    owner: link('person'),
    note: longText(),
    publishedAt: date().set(),
    publishedBy: link('person').set(),
  },
  states: machine(
    'draft',
    {
      publish: from('draft').to('published').stamp({ by: 'publishedBy', at: 'publishedAt' }),
      supersede: from('draft', 'published').to('superseded'),
    },
    ['superseded'],
  ),
  list: ['number', 'title', 'versionLabel', 'owner', 'publishedAt', 'state'],
  owner: 'owner',
})
export type TreatmentPlan = RecordOf<typeof treatmentPlan>
