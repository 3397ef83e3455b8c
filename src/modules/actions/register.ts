import {
  boolean,
  choice,
  date,
  from,
  link,
  links,
  list,
  longText,
  machine,
  type RecordOf,
  register,
  term,
  text,
} from '../../kernel/register.ts'

/** Something that somebody promised to do by a date: the lines of every plan (ISO/IEC 27001:2022, 6.1.3 e, 6.2, 9.3.3, 10.2). */
export const action = register('action', {
  code: 'AC',
  group: 'run',
  fields: {
    title: text().required(),
    kind: choice(['treatment', 'corrective', 'improvement', 'objective', 'mr_action', 'competence', 'isms_risk']),
    subject: link(),
    /** The rule whose finding it takes up, and all objects of that finding: what is in hand is not counted (readiness 1.4, M-7). */
    rule: term('rule'),
    objects: links(),
    treatment: link('treatment'),
    deliverableControl: link('control'),
    owner: link('person'),
    due: date(),
    resources: longText(),
    doneAt: date(),
    evidence: links('evidence'),
    result: longText(),
    /** Own deadlines that were moved. Written by whoever re-plans; `approvedBy` is the person who agreed (R-8.3-1). */
    replans: list({
      oldDue: date(),
      newDue: date(),
      by: link('person'),
      approvedBy: link('person'),
      reason: longText(),
      at: date(),
    }),
    /** What holds it up; lack of resources is top management's to solve (R-7.1-1). */
    blockedKind: choice(['resources', 'knowledge', 'supplier', 'decision', 'technical', 'other']),
    blockedReason: longText(),
    blockedSince: date(),
    /** Brought to whoever decides, because it stays behind (R-8.3-1). */
    escalatedTo: link('person', 'management_review'),
    escalatedAt: date(),
    verifiedBy: link('person').set(),
    verifiedAt: date().set(),
    /** Of a corrective action: whether the cause is gone, looked at again after a while (10.2 d). */
    effectivenessDue: date(),
    effectivenessReviewedBy: link('person'),
    effectivenessReviewedAt: date(),
    effectivenessResult: choice(['effective', 'not_effective']),
    effectivenessNote: longText(),
    /** What the action changed in the ISMS: a document, a risk, a task, a planned change (10.2 e). */
    ismsChange: link(),
    noChangeNeeded: boolean(),
  },
  states: machine(
    'open',
    {
      start: from('open').to('in_progress'),
      finish: from('open', 'in_progress').to('done').stamp({ at: 'doneAt' }).ask('doneAt', 'evidence', 'result'),
      verify: from('done').to('verified').stamp({ by: 'verifiedBy', at: 'verifiedAt' }),
      reviewEffectiveness: from('done', 'verified')
        .to('verified')
        .stamp({ by: 'effectivenessReviewedBy', at: 'effectivenessReviewedAt' })
        .ask('effectivenessResult', 'effectivenessNote', 'ismsChange', 'noChangeNeeded', 'effectivenessReviewedAt'),
      reopen: from('done', 'verified', 'cancelled').to('open').reason(),
      cancel: from('open', 'in_progress').to('cancelled').reason(),
    },
    ['cancelled'],
  ),
  list: ['number', 'title', 'kind', 'subject', 'owner', 'due', 'doneAt', 'state'],
  owner: 'owner',
  due: 'due',
  done: 'doneAt',
})
export type Action = RecordOf<typeof action>
