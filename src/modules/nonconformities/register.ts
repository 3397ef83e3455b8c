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
  term,
  text,
} from '../../kernel/register.ts'

/** A demand that is not met, and all that was done about it until it proved not to come back (ISO/IEC 27001:2022, 10.2). */
export const nonconformity = register('nonconformity', {
  code: 'NC',
  group: 'check',
  fields: {
    title: text().required(),
    description: longText(),
    source: choice([
      'internal_audit',
      'external_audit',
      'management_review',
      'incident',
      'complaint',
      'supplier_review',
      'monitoring',
      'forecast',
      'observation',
    ]),
    finding: link('finding'),
    /** What was not met, by number: what comes back is found by it (R-10.2-2). */
    requirementRef: text({ max: 40 }),
    clauseItem: term('clause'),
    control: link('control'),
    /** The rule whose finding it covers; empty covers whatever is found of these objects (readiness 1.7, 10; 1.4, M-7). */
    rule: term('rule'),
    /** Everything that it is about: the objects of the finding, the incident, the complaint, the review. */
    objects: links(),
    grade: choice(['major', 'minor']),
    detectedAt: date(),
    owner: link('person'),
    due: date(),
    correction: longText(),
    correctionImpossible: boolean(),
    consequences: longText(),
    /** The day on which both were written down. */
    correctedAt: date(),
    rootCause: longText(),
    /** Stated by a person, never guessed from the text (readiness 1.10, 24). */
    causeClass: choice([
      'no_agreement',
      'unclear_agreement',
      'knowledge',
      'capacity',
      'tooling',
      'no_check',
      'handover',
      'supplier',
      'other',
    ]),
    causeStatedBy: link('person'),
    similarCheck: longText(),
    actions: links('action'),
    result: longText(),
    evidence: links('evidence'),
    effectiveAt: date(),
    closedBy: link('person').set(),
    closedAt: date(),
  },
  states: machine(
    'detected',
    {
      correct: from('detected')
        .to('corrected')
        .stamp({ at: 'correctedAt' })
        .ask('correctedAt', 'correction', 'correctionImpossible', 'consequences'),
      analyse: from('detected', 'corrected', 'not_effective')
        .to('cause_analysed')
        .ask('rootCause', 'causeClass', 'causeStatedBy', 'similarCheck'),
      plan: from('cause_analysed').to('action_planned').ask('actions', 'due'),
      start: from('action_planned').to('in_progress'),
      implement: from('action_planned', 'in_progress').to('implemented'),
      awaitEffect: from('implemented').to('effectiveness_due'),
      confirm: from('implemented', 'effectiveness_due')
        .to('effective')
        .stamp({ at: 'effectiveAt' })
        .ask('effectiveAt', 'result', 'evidence'),
      redo: from('implemented', 'effectiveness_due').to('not_effective').ask('result'),
      close: from('effective').to('closed').approval().stamp({ by: 'closedBy', at: 'closedAt' }),
      reopen: from('effective', 'closed').to('cause_analysed').reason(),
      withdraw: from('detected', 'corrected', 'cause_analysed').to('withdrawn').approval().reason(),
    },
    ['closed', 'withdrawn'],
  ),
  list: ['number', 'title', 'source', 'grade', 'owner', 'detectedAt', 'due', 'state'],
  owner: 'owner',
  due: 'due',
  done: 'effectiveAt',
  access: { own: ['read', 'update'] },
})
export type Nonconformity = RecordOf<typeof nonconformity>
