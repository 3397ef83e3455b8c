import {
  date,
  from,
  link,
  links,
  longText,
  machine,
  number,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

/** What the organisation wants to reach with information security, and how it will know (ISO/IEC 27001:2022, 6.2). */
export const objective = register('objective', {
  code: 'O',
  group: 'risks',
  fields: {
    title: text().required(),
    policyTheme: text(),
    metric: link('metric'),
    unit: text({ max: 40 }),
    target: number(),
    targetDate: date(),
    notMeasurableReason: longText(),
    what: longText(),
    resources: longText(),
    responsible: link('person'),
    due: date(),
    evaluationMethod: longText(),
    frequencyMonths: number({ least: 1, most: 120, integer: true }),
    communicatedAt: date(),
    communicatedTo: longText(),
    reviewedAt: date(),
    requirements: links('requirement'),
    risks: links('risk'),
    treatments: links('treatment'),
    approvedBy: link('person').set(),
    approvedAt: date().set(),
  },
  states: machine(
    'draft',
    {
      approve: from('draft').to('active').approval().stamp({ by: 'approvedBy', at: 'approvedAt' }),
      retire: from('draft', 'active').to('retired').reason(),
    },
    ['retired'],
  ),
  list: ['number', 'title', 'metric', 'target', 'unit', 'targetDate', 'responsible', 'due', 'state'],
  owner: 'responsible',
  due: 'due',
  access: { approve: ['top_management'], own: ['read', 'update'] },
})
export type Objective = RecordOf<typeof objective>
