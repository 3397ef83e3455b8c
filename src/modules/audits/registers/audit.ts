import { DEFAULT_ACCESS } from '../../../kernel/permission.ts'
import {
  choice,
  choices,
  date,
  file,
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
} from '../../../kernel/register.ts'

/** What an audit can be; those that a certification body does are `EXTERNAL_KINDS`. */
export const AUDIT_KINDS = [
  'internal',
  'supplier',
  'stage1',
  'stage2',
  'surveillance',
  'recertification',
  'special',
] as const
export const EXTERNAL_KINDS = ['stage1', 'stage2', 'surveillance', 'recertification', 'special'] as const

/**
 * A planned look at what is so, by evidence: of the organisation itself, at a supplier, or by the certification body
 * (ISO/IEC 27001:2022, 9.2; ISO/IEC 17021-1). One course serves both: the findings of an external audit are open while
 * it is followed up, and the body decides after it is closed.
 */
export const audit = register('audit', {
  code: 'AD',
  group: 'check',
  fields: {
    title: text().required(),
    kind: choice(AUDIT_KINDS).required(),
    body: text(),
    supplier: link('supplier'),
    programme: link('audit_programme'),
    criteria: choices(['own_requirements', 'iso27001', 'law', 'contract', 'other']),
    criteriaDetails: longText(),
    objective: longText(),
    /** What is looked at. An auditor here answers for this item alone; where there is none, the whole team does. */
    scopeItems: list({
      clauseItem: term('clause'),
      control: link('control'),
      auditor: link('person'),
      evidence: links('evidence'),
      notes: longText(),
    }),
    scopeDetails: longText(),
    leadAuditor: link('person'),
    auditors: links('person'),
    /** Auditors of a certification body, who are no people of the ISMS. */
    auditorsStated: text().personal(),
    independence: longText(),
    /** The first day that was agreed. `firstDay` and `lastDay` are those on which it took place, or will. */
    plannedAt: date(),
    firstDay: date(),
    lastDay: date(),
    reportAt: date(),
    reportedTo: links('person'),
    report: file(),
    reportVersion: link('document_version'),
    conclusion: longText(),
    decidedAt: date(),
  },
  states: machine(
    'planned',
    {
      prepare: from('planned').to('prepared').ask('criteria', 'scopeItems', 'auditors', 'independence'),
      start: from('planned', 'prepared').to('in_progress').stamp({ at: 'firstDay' }).ask('firstDay'),
      finishLooking: from('planned', 'prepared', 'in_progress')
        .to('reporting')
        .stamp({ at: 'lastDay' })
        .ask('firstDay', 'lastDay'),
      report: from('in_progress', 'reporting')
        .to('reported')
        .stamp({ at: 'reportAt' })
        .ask('lastDay', 'reportAt', 'reportedTo', 'conclusion'),
      followUp: from('reported').to('follow_up'),
      close: from('reported', 'follow_up').to('closed'),
      decide: from('reported', 'follow_up', 'closed').to('decided').stamp({ at: 'decidedAt' }).ask('decidedAt'),
      cancel: from('planned', 'prepared').to('cancelled').approval().reason(),
    },
    ['cancelled'],
  ),
  list: ['number', 'title', 'kind', 'leadAuditor', 'plannedAt', 'lastDay', 'reportAt', 'state'],
  owner: 'leadAuditor',
  due: 'plannedAt',
  done: 'reportAt',
  access: {
    create: [...DEFAULT_ACCESS.create, 'internal_auditor'],
    update: [...DEFAULT_ACCESS.update, 'internal_auditor'],
    own: ['read', 'update'],
  },
})
export type Audit = RecordOf<typeof audit>
