import {
  choice,
  link,
  links,
  longText,
  type RecordOf,
  register,
  simpleMachine,
  text,
} from '../../../kernel/register.ts'
import { DUTIES } from './role.ts'

/** Two duties that one person should not hold without another check (ISO/IEC 27001:2022, A.5.3). */
export const dutyConflict = register('duty_conflict', {
  code: 'DC',
  group: 'understand',
  fields: {
    title: text().required(),
    firstDuty: choice(DUTIES).required(),
    secondDuty: choice(DUTIES).required(),
    danger: longText(),
    compensation: longText(),
    compensatingControls: links('control'),
    owner: link('person'),
  },
  states: simpleMachine,
  list: ['number', 'title', 'firstDuty', 'secondDuty', 'compensation', 'owner'],
  owner: 'owner',
})
export type DutyConflict = RecordOf<typeof dutyConflict>
