import {
  date,
  link,
  links,
  longText,
  number,
  type RecordOf,
  register,
  simpleMachine,
} from '../../../kernel/register.ts'

/** One reading of a metric, and what was made of it (ISO/IEC 27001:2022, 9.1). */
export const measurement = register('measurement', {
  code: 'MM',
  group: 'check',
  fields: {
    metric: link('metric').required(),
    value: number(),
    plannedAt: date(),
    at: date(),
    by: link('person'),
    evaluatedBy: link('person'),
    evaluatedAt: date(),
    conclusion: longText(),
    followUp: links('action', 'decision'),
    evidence: links('evidence'),
  },
  states: simpleMachine,
  list: ['number', 'metric', 'value', 'plannedAt', 'at', 'by', 'evaluatedAt', 'state'],
  owner: 'by',
  title: 'metric',
  due: 'plannedAt',
  done: 'at',
  parent: 'metric',
  access: { create: ['coordinator', 'owner', 'employee', 'consultant'] },
})
export type Measurement = RecordOf<typeof measurement>
