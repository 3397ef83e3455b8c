import { DEFAULT_ACCESS } from '../../../kernel/permission.ts'
import {
  choice,
  date,
  link,
  list,
  longText,
  type RecordOf,
  register,
  simpleMachine,
  term,
  text,
} from '../../../kernel/register.ts'

/** One clause or one control in the audit programme, and when it is audited (ISO/IEC 27001:2022, 9.2.2). */
export const programmeLine = register('programme_line', {
  code: 'PL',
  group: 'check',
  fields: {
    title: text().required(),
    programme: link('audit_programme').required(),
    /** Either a clause or a control is filled in, as in every item of an audit. */
    clauseItem: term('clause'),
    control: link('control'),
    importance: choice(['low', 'medium', 'high']),
    importanceReason: longText(),
    plannedDates: list({ on: date(), audit: link('audit') }),
    auditor: link('person'),
  },
  states: simpleMachine,
  list: ['number', 'title', 'clauseItem', 'control', 'importance', 'plannedDates', 'auditor', 'state'],
  owner: 'auditor',
  parent: 'programme',
  access: { update: [...DEFAULT_ACCESS.update, 'internal_auditor'] },
})
export type ProgrammeLine = RecordOf<typeof programmeLine>
