import { DEFAULT_ACCESS } from '../../../kernel/permission.ts'
import {
  boolean,
  choice,
  date,
  link,
  longText,
  type RecordOf,
  register,
  simpleMachine,
  text,
} from '../../../kernel/register.ts'

/** A person of the ISMS, with or without an account. What names the person can be erased; the dates stay as proof. */
export const person = register('person', {
  code: 'P',
  group: 'run',
  title: 'name',
  fields: {
    name: text().required().personal(),
    email: text().personal(),
    phone: text().personal(),
    jobTitle: text(),
    kind: choice(['employee', 'contractor', 'temporary', 'volunteer', 'external']).fact(),
    unit: link('unit'),
    manager: link('person'),
    isTopManagement: boolean(),
    startDate: date(),
    endDate: date(),
    remoteWork: boolean().fact(),
    screeningDoneAt: date(),
    termsSignedAt: date(),
    confidentialitySignedAt: date(),
    supplier: link('supplier'),
    notes: longText().personal(),
  },
  states: simpleMachine,
  list: ['number', 'name', 'jobTitle', 'kind', 'unit', 'startDate', 'endDate'],
  // The administrator links accounts to people.
  access: { read: [...DEFAULT_ACCESS.read, 'administrator'] },
})
export type Person = RecordOf<typeof person>
