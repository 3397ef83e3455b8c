import { DEFAULT_ACCESS } from '../../../kernel/permission.ts'
import {
  boolean,
  date,
  file,
  instant,
  link,
  longText,
  number,
  type RecordOf,
  register,
  simpleMachine,
  text,
} from '../../../kernel/register.ts'

/** Who came in, when, and with whom; or a page of such a list that is kept at the desk (ISO/IEC 27001:2022, A.7.2). */
export const visitorLog = register('visitor_log', {
  code: 'VI',
  group: 'run',
  title: 'visitor',
  fields: {
    visitor: text().required().personal(),
    company: text().personal(),
    location: link('location').required(),
    visitedAt: date(),
    arrivedAt: instant(),
    leftAt: instant(),
    host: link('person'),
    purpose: text(),
    badge: text({ max: 40 }),
    accompanied: boolean(),
    /** More than one where the record stands for a page. */
    visitors: number({ least: 1, integer: true }),
    page: file(),
    note: longText().personal(),
  },
  states: simpleMachine,
  list: ['number', 'visitor', 'company', 'location', 'visitedAt', 'host', 'state'],
  owner: 'host',
  parent: 'location',
  access: { create: [...DEFAULT_ACCESS.create, 'employee'] },
})
export type VisitorLog = RecordOf<typeof visitorLog>
