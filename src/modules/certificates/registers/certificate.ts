import {
  boolean,
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

/**
 * The certificate of the management system and its three years (ISO/IEC 17021-1:2015, 9.1.3 and 9.6). That its last day
 * has passed is computed from the day; `expired` stands where somebody recorded it, so that it can be restored.
 */
export const certificate = register('certificate', {
  code: 'CF',
  group: 'certify',
  fields: {
    title: text().required(),
    owner: link('person'),
    body: text(),
    accreditationMark: text(),
    accreditationNumber: text({ max: 60 }),
    certificateNumber: text({ max: 60 }),
    agreement: link('document'),
    scopeText: longText(),
    /** Whether it means the same as the scope: said by a named person, never guessed from text (readiness 1.10, 24). */
    scopeAgrees: boolean(),
    scopeAgreesStatedBy: link('person'),
    scopeAgreesStatedAt: date(),
    /** The version of the statement of applicability that the certificate names. */
    statement: link('statement'),
    /** When the body was last told of a newer version of the statement, or of another scope. */
    noticeSentAt: date(),
    appliedAt: date(),
    decisionAt: date(),
    validUntil: date(),
    suspendedAt: date(),
    endedAt: date(),
    audits: links('audit'),
  },
  states: machine(
    'none',
    {
      apply: from('none').to('applied').stamp({ at: 'appliedAt' }).ask('body', 'appliedAt'),
      finishStage1: from('applied').to('stage1_done'),
      finishStage2: from('stage1_done', 'majors_open').to('stage2_done'),
      leaveMajorsOpen: from('stage2_done').to('majors_open'),
      grant: from('stage2_done', 'majors_open')
        .to('granted')
        .stamp({ at: 'decisionAt' })
        .ask('decisionAt', 'validUntil', 'certificateNumber', 'scopeText', 'statement'),
      activate: from('granted').to('active'),
      suspend: from('active', 'restored', 'recertified').to('suspended').stamp({ at: 'suspendedAt' }).reason(),
      resume: from('suspended').to('active').reason(),
      withdraw: from('active', 'suspended', 'restored', 'recertified')
        .to('withdrawn')
        .stamp({ at: 'endedAt' })
        .reason(),
      expire: from('active', 'suspended', 'restored', 'recertified').to('expired'),
      restore: from('expired').to('restored').stamp({ at: 'decisionAt' }).ask('decisionAt', 'validUntil'),
      recertify: from('active', 'restored', 'recertified')
        .to('recertified')
        .stamp({ at: 'decisionAt' })
        .ask('decisionAt', 'validUntil', 'scopeText', 'statement'),
    },
    ['withdrawn'],
  ),
  list: ['number', 'title', 'body', 'certificateNumber', 'decisionAt', 'validUntil', 'state'],
  owner: 'owner',
  due: 'validUntil',
  access: { own: ['read', 'update'] },
})
export type Certificate = RecordOf<typeof certificate>
