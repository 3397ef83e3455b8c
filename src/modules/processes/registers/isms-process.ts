import {
  choices,
  link,
  links,
  list,
  longText,
  type RecordOf,
  register,
  simpleMachine,
  terms,
  text,
} from '../../../kernel/register.ts'

/** What an ISMS does anyway; together the processes must cover all of it (R-4.4-1). */
export const PROCESS_KINDS = [
  'risk_assessment',
  'risk_treatment',
  'document_control',
  'competence_awareness',
  'communication',
  'operation_change',
  'supplier_control',
  'incidents',
  'monitoring',
  'internal_audit',
  'management_review',
  'nonconformity',
] as const

/** A process of the ISMS and how it hangs together with the others (ISO/IEC 27001:2022, 4.4 and 8.1). */
export const ismsProcess = register('isms_process', {
  code: 'PR',
  group: 'understand',
  fields: {
    title: text().required(),
    covers: choices(PROCESS_KINDS),
    owner: link('person'),
    ownerRole: link('role'),
    inputs: longText(),
    outputs: longText(),
    interactions: list({ process: link('isms_process'), what: text() }),
    criteria: longText(),
    clauseItems: terms('clause'),
    procedures: links('document'),
    providedBy: link('supplier'),
  },
  states: simpleMachine,
  list: ['number', 'title', 'covers', 'owner', 'inputs', 'outputs', 'state'],
  owner: 'owner',
})
export type IsmsProcess = RecordOf<typeof ismsProcess>
