import { DEFAULT_ACCESS } from '../../../kernel/permission.ts'
import {
  boolean,
  choice,
  date,
  from,
  instant,
  link,
  links,
  list,
  longText,
  machine,
  type RecordOf,
  register,
  term,
  text,
} from '../../../kernel/register.ts'

/** Something that harmed information, from the first word to the lesson (ISO/IEC 27001:2022, A.5.24 to A.5.28; AVG, art. 33). */
export const incident = register('incident', {
  code: 'IN',
  group: 'run',
  fields: {
    title: text().required(),
    description: longText(),
    incidentClass: term('incident_class'),
    severity: choice(['low', 'medium', 'high', 'critical']),
    owner: link('person'),
    objects: links(),
    occurredAt: instant(),
    /** From here the legal clocks run. */
    awareAt: instant(),
    /** Every breach is recorded with facts, effects and remedy, also one that is not notified (AVG, art. 33(5)). */
    personalDataBreach: boolean().fact(),
    /** Whether it must be notified, judged by a named person (readiness 1.10, 24). */
    reportable: boolean(),
    reportableStatedBy: link('person'),
    authority: choice(['ap', 'ncsc', 'z_cert', 'ibd', 'cert_wm', 'rdi', 'igj', 'ilt', 'dnb', 'afm', 'other']),
    /** 72 hours after it was known, for a breach that must or may have to be notified. */
    notifyBy: instant().set(),
    notifiedAt: instant(),
    noNotifyReason: longText(),
    lateReason: longText(),
    effects: longText(),
    peopleInformedAt: instant(),
    /** What was done, in order; the procedure says what belongs in it. */
    steps: list({ step: text(), doneAt: instant(), by: link('person'), skippedReason: longText() }),
    stepsDone: boolean(),
    stepsStatedBy: link('person'),
    containedAt: instant(),
    eradicatedAt: instant(),
    recoveredAt: instant(),
    risks: links('risk'),
    /** Confirmed by a person: a control that was there did not hold (R-10.2-3). */
    controlFailure: boolean(),
    controlFailureStatedBy: link('person'),
    controlFailureAt: date(),
    lessons: longText(),
    noLessons: boolean(),
    evidence: links('evidence'),
    closedAt: date(),
  },
  states: machine(
    'reported',
    {
      assess: from('reported').to('assessed').ask('incidentClass', 'severity', 'personalDataBreach', 'awareAt'),
      dismiss: from('assessed').to('false_alarm').reason(),
      settle: from('assessed').to('event_closed').reason(),
      recordWeakness: from('assessed').to('weakness').reason(),
      confirm: from('assessed').to('incident').ask('owner', 'reportable', 'reportableStatedBy'),
      contain: from('incident').to('contained').stamp({ at: 'containedAt' }).ask('containedAt'),
      eradicate: from('incident', 'contained').to('eradicated').stamp({ at: 'eradicatedAt' }).ask('eradicatedAt'),
      recover: from('contained', 'eradicated').to('recovered').stamp({ at: 'recoveredAt' }).ask('recoveredAt'),
      learn: from('recovered').to('lessons').ask('lessons', 'noLessons', 'risks', 'controlFailure', 'controlFailureAt'),
      // Also without lessons: what is over is over, and a rule asks for the lesson afterwards.
      close: from('recovered', 'lessons').to('closed').stamp({ at: 'closedAt' }).ask('stepsDone', 'stepsStatedBy'),
      reopen: from('closed', 'false_alarm', 'event_closed', 'weakness').to('assessed').reason(),
    },
    ['closed', 'false_alarm', 'event_closed', 'weakness'],
  ),
  list: ['number', 'title', 'incidentClass', 'severity', 'personalDataBreach', 'awareAt', 'owner', 'state'],
  owner: 'owner',
  access: { create: [...DEFAULT_ACCESS.create, 'employee'], own: ['read', 'update'] },
})
export type Incident = RecordOf<typeof incident>
