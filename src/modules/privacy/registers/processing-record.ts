import {
  boolean,
  choice,
  date,
  from,
  link,
  links,
  longText,
  machine,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

/** One processing of personal data, as the register of AVG article 30 asks it (ISO/IEC 27001:2022, A.5.34). */
export const processingRecord = register('processing_record', {
  code: 'PV',
  group: 'run',
  fields: {
    title: text().required(),
    role: choice(['controller', 'joint_controller', 'processor']),
    purpose: longText(),
    legalBasis: choice([
      'consent',
      'contract',
      'legal_obligation',
      'vital_interest',
      'public_task',
      'legitimate_interest',
    ]),
    owner: link('person'),
    subjects: longText(),
    dataCategories: longText(),
    specialCategories: boolean().fact(),
    recipients: longText(),
    processors: links('supplier'),
    systems: links('information_system', 'asset'),
    outsideEea: boolean().fact(),
    transferGround: longText(),
    retention: longText(),
    security: longText(),
    highRisk: boolean().fact(),
    highRiskReason: longText(),
    lastVerifiedAt: date(),
  },
  states: machine(
    'active',
    {
      verify: from('active').to('active').stamp({ at: 'lastVerifiedAt' }),
      retire: from('active').to('retired').reason(),
      restore: from('retired').to('active'),
    },
    ['retired'],
  ),
  list: ['number', 'title', 'role', 'owner', 'legalBasis', 'highRisk', 'lastVerifiedAt'],
  owner: 'owner',
})
export type ProcessingRecord = RecordOf<typeof processingRecord>
