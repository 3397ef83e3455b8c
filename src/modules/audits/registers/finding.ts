import { DEFAULT_ACCESS } from '../../../kernel/permission.ts'
import {
  choice,
  date,
  from,
  link,
  links,
  longText,
  machine,
  type RecordOf,
  register,
  term,
  text,
} from '../../../kernel/register.ts'

/**
 * What an auditor wrote down, and what became of it (ISO/IEC 27001:2022, 9.2.2; ISO/IEC 17021-1, 9.4.8 and 9.5).
 * What the engine expects is never stored here.
 */
export const finding = register('finding', {
  code: 'F',
  group: 'check',
  fields: {
    title: text().required(),
    audit: link('audit'),
    authorKind: choice(['internal_auditor', 'external_auditor']),
    grade: choice(['major', 'minor', 'ofi']),
    /** As the report cites it: 9.2.2 b, A.5.18. */
    requirementRef: text({ max: 40 }),
    clauseItem: term('clause'),
    control: link('control'),
    /** The rule that it is about, where somebody can say so: repeats are recognised by it (readiness 1.4, M-2). */
    rule: term('rule'),
    statement: longText(),
    objects: links(),
    evidence: links('evidence'),
    owner: link('person'),
    raisedAt: date(),
    due: date(),
    correction: longText(),
    cause: longText(),
    plan: longText(),
    answeredAt: date(),
    planAcceptedAt: date(),
    implementedAt: date(),
    /** What shows that it was done, as far as that is not what the auditor saw. */
    implementationEvidence: links('evidence'),
    verifiedBy: text().personal(),
    verifiedAt: date(),
    closedAt: date(),
  },
  states: machine(
    'draft',
    {
      raise: from('draft').to('raised').stamp({ at: 'raisedAt' }),
      accept: from('raised', 'contested').to('accepted'),
      contest: from('raised').to('contested').reason(),
      answer: from('raised', 'accepted', 'escalated')
        .to('answered')
        .stamp({ at: 'answeredAt' })
        .ask('correction', 'cause', 'plan', 'answeredAt'),
      acceptPlan: from('answered').to('plan_accepted').stamp({ at: 'planAcceptedAt' }).ask('planAcceptedAt'),
      implement: from('accepted', 'answered', 'plan_accepted', 'escalated')
        .to('implemented')
        .stamp({ at: 'implementedAt' })
        .ask('implementedAt', 'implementationEvidence'),
      verify: from('implemented').to('verified').stamp({ at: 'verifiedAt' }).ask('verifiedBy', 'verifiedAt'),
      close: from('accepted', 'verified').to('closed').stamp({ at: 'closedAt' }),
      escalate: from('raised', 'accepted', 'answered', 'plan_accepted', 'implemented').to('escalated').reason(),
      withdraw: from('draft', 'raised', 'contested').to('withdrawn').reason(),
    },
    ['withdrawn'],
  ),
  list: ['number', 'title', 'audit', 'grade', 'requirementRef', 'owner', 'due', 'state'],
  owner: 'owner',
  due: 'due',
  done: 'implementedAt',
  parent: 'audit',
  access: {
    create: [...DEFAULT_ACCESS.create, 'internal_auditor'],
    update: [...DEFAULT_ACCESS.update, 'internal_auditor'],
    own: ['read', 'update'],
  },
})
export type Finding = RecordOf<typeof finding>
