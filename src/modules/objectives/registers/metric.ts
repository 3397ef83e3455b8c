import {
  choice,
  date,
  link,
  links,
  longText,
  number,
  type RecordOf,
  register,
  simpleMachine,
  text,
} from '../../../kernel/register.ts'

/** What is measured, how, when and by whom (ISO/IEC 27001:2022, 9.1 a to f). */
export const metric = register('metric', {
  code: 'ME',
  group: 'check',
  fields: {
    title: text().required(),
    subject: choice(['isms_process', 'control']),
    subjects: links('isms_process', 'control'),
    method: longText(),
    unit: text({ max: 40 }),
    limitLow: number(),
    limitHigh: number(),
    frequencyMonths: number({ least: 1, most: 120, integer: true }),
    startsOn: date(),
    whenMeasured: text(),
    whoMeasures: link('person', 'role'),
    whenEvaluated: text(),
    whoEvaluates: link('person', 'role'),
    owner: link('person'),
  },
  states: simpleMachine,
  list: ['number', 'title', 'subject', 'frequencyMonths', 'unit', 'whoMeasures', 'owner', 'state'],
  owner: 'owner',
})
export type Metric = RecordOf<typeof metric>
