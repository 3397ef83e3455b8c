import { date, link, list, number, type RecordOf, register, simpleMachine } from '../../../kernel/register.ts'

/**
 * How many hours a week somebody gives to the ISMS, and when not: the plan of the path is made with it. Why somebody is away is
 * nobody's business, so it is not asked (AVG art. 5, 1 c).
 */
export const availableHours = register('available_hours', {
  code: 'BU',
  group: 'ground',
  title: 'person',
  fields: {
    person: link('person').required(),
    hoursPerWeek: number({ least: 0, most: 60 }),
    absences: list({ from: date(), until: date() }),
  },
  states: simpleMachine,
  list: ['number', 'person', 'hoursPerWeek', 'absences', 'state'],
  owner: 'person',
  access: {
    read: ['coordinator', 'top_management', 'consultant'],
    create: ['coordinator', 'top_management', 'consultant'],
    update: ['coordinator', 'top_management', 'consultant'],
    own: ['read', 'update'],
  },
})
export type AvailableHours = RecordOf<typeof availableHours>
