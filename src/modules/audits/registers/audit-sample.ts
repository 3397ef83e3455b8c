import { DEFAULT_ACCESS } from '../../../kernel/permission.ts'
import {
  choice,
  date,
  link,
  list,
  longText,
  number,
  type RecordOf,
  register,
  simpleMachine,
  term,
  text,
} from '../../../kernel/register.ts'

/** What an auditor picked out of how many, and what was seen of each (ISO/IEC 27001:2022, 9.2.2; ISO 19011, annex A.6). */
export const auditSample = register('audit_sample', {
  code: 'AS',
  group: 'check',
  fields: {
    title: text().required(),
    audit: link('audit').required(),
    clauseItem: term('clause'),
    control: link('control'),
    population: longText(),
    populationCount: number({ least: 0, integer: true }),
    populationHash: text({ max: 64 }).set(),
    asOf: date(),
    method: choice(['judgement', 'random', 'systematic']),
    /** With the population this draws the same sample again. */
    seed: text({ max: 80 }),
    sizeReason: longText(),
    selected: list({
      record: link(),
      what: text(),
      result: choice(['as_it_should', 'deviates', 'not_seen']),
      notes: longText(),
    }),
    drawnBy: link('person'),
    drawnAt: date(),
  },
  states: simpleMachine,
  list: ['number', 'title', 'audit', 'clauseItem', 'control', 'populationCount', 'method', 'drawnBy'],
  owner: 'drawnBy',
  parent: 'audit',
  access: {
    create: [...DEFAULT_ACCESS.create, 'internal_auditor'],
    update: [...DEFAULT_ACCESS.update, 'internal_auditor'],
    own: ['read', 'update'],
  },
})
export type AuditSample = RecordOf<typeof auditSample>
