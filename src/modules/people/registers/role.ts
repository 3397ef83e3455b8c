import { boolean, choices, longText, type RecordOf, register, simpleMachine, text } from '../../../kernel/register.ts'

/** What a role may carry. The first two are the ones that the standard names itself (ISO/IEC 27001:2022, 5.3). */
export const DUTIES = [
  'isms_conformity',
  'isms_reporting',
  'isms_coordination',
  'risk_ownership',
  'internal_audit',
  'privacy_contact',
  'incident_lead',
  'continuity_lead',
  'document_control',
  'supplier_management',
  'personnel',
  'access_approval',
  'access_administration',
  'system_administration',
  'log_review',
  'development',
  'change_approval',
  'deployment',
  'purchasing',
  'payment',
  'physical_security',
  'authority_contact',
] as const

/** A role in the organisation, with what it must do and what it may decide (ISO/IEC 27001:2022, 5.3). */
export const role = register('role', {
  code: 'RO',
  group: 'understand',
  fields: {
    title: text().required(),
    description: longText(),
    ismsRelevant: boolean(),
    duties: choices(DUTIES),
    responsibilities: longText(),
    authorities: longText(),
  },
  states: simpleMachine,
  list: ['number', 'title', 'duties', 'ismsRelevant', 'authorities', 'state'],
})
export type Role = RecordOf<typeof role>
