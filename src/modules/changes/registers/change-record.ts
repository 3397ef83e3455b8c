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

/** A change to a system, network or facility: asked for, weighed, tested, put into use (ISO/IEC 27001:2022, 8.1 and A.8.32). */
export const changeRecord = register('change_record', {
  code: 'CG',
  group: 'run',
  fields: {
    title: text().required(),
    kind: choice(['application', 'configuration', 'infrastructure', 'network', 'data', 'facility', 'other']),
    systems: links('information_system', 'asset', 'service'),
    description: longText(),
    /** A named person says so; it is never guessed from the text (readiness 1.10, 24). */
    significant: boolean().fact(),
    significantStatedBy: link('person'),
    emergency: boolean(),
    /** Found, not planned: somebody changed something that nobody had agreed to (8.1, unintended changes). */
    unauthorised: boolean(),
    riskChecked: boolean(),
    consequences: longText(),
    fallback: longText(),
    owner: link('person'),
    plannedFor: date(),
    approvedBy: link('person').set(),
    approvedAt: date().set(),
    testedBy: link('person'),
    testedAt: date(),
    testResult: longText(),
    implementedAt: date(),
    reviewedBy: link('person'),
    reviewedAt: date(),
    reviewResult: longText(),
    evidence: links('evidence'),
  },
  states: machine(
    'requested',
    {
      approve: from('requested').to('approved').approval().stamp({ by: 'approvedBy', at: 'approvedAt' }),
      reject: from('requested').to('rejected').approval().reason(),
      // Also without approval: what happened in an emergency, or unnoticed, must be recorded, and a rule objects.
      implement: from('requested', 'approved')
        .to('implemented')
        .stamp({ at: 'implementedAt' })
        .ask('implementedAt', 'testedAt', 'testedBy', 'testResult'),
      approveAfterwards: from('implemented')
        .to('implemented')
        .approval()
        .stamp({ by: 'approvedBy', at: 'approvedAt' })
        .reason(),
      review: from('implemented').to('reviewed').stamp({ by: 'reviewedBy', at: 'reviewedAt' }).ask('reviewResult'),
      cancel: from('requested', 'approved').to('cancelled').reason(),
    },
    ['rejected', 'cancelled'],
  ),
  list: ['number', 'title', 'systems', 'significant', 'emergency', 'owner', 'plannedFor', 'implementedAt', 'state'],
  owner: 'owner',
  due: 'plannedFor',
  done: 'implementedAt',
  access: { create: ['coordinator', 'owner', 'employee', 'consultant'], own: ['read', 'update'] },
})
export type ChangeRecord = RecordOf<typeof changeRecord>
