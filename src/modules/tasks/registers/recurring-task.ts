import {
  boolean,
  choice,
  date,
  from,
  link,
  longText,
  machine,
  number,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

/** Registers of their own in which recurring work leaves its record: that record is its proof. */
export const RECORDED_IN = [
  'supplier_review',
  'access_review',
  'entry_rights_review',
  'scan_run',
  'log_review',
  'threat_intel_item',
  'backup_run',
  'restore_test',
  'continuity_test',
  'measurement',
  'evaluation_report',
  'policy_compliance_check',
  'independent_review',
  'awareness_round',
  'risk_assessment',
  'audit',
  'management_review',
] as const
export type RecordedIn = (typeof RECORDED_IN)[number]

/** Work that comes round: a control or process that only works when it is done again and again (ISO/IEC 27001:2022, 8.1). */
export const recurringTask = register('recurring_task', {
  code: 'RT',
  group: 'run',
  fields: {
    title: text().required(),
    description: longText(),
    control: link('control'),
    process: link('isms_process'),
    owner: link('person'),
    ownerRole: link('role'),
    every: number({ least: 1, most: 520, integer: true }),
    unit: choice(['day', 'week', 'month']),
    startsOn: date(),
    endsOn: date(),
    /** Days after the due day in which it still counts as done in time; empty takes the organisation's own grace. */
    toleranceDays: number({ least: 0, most: 365, integer: true }),
    evidenceWanted: longText(),
    /** Where doing it leaves a record; empty where a note, a file or a link tells of it. */
    recordedIn: choice(RECORDED_IN),
    /** A rule of its own looks after it (access review, restore test, scan …), so R-8.1-1 leaves it out (readiness 1.7, 5). */
    dedicatedRule: boolean(),
  },
  states: machine(
    'active',
    {
      pause: from('active').to('paused').reason(),
      resume: from('paused').to('active'),
      retire: from('active', 'paused').to('retired').reason(),
      restore: from('retired').to('active'),
    },
    ['retired'],
  ),
  list: ['number', 'title', 'control', 'process', 'every', 'unit', 'owner', 'state'],
  owner: 'owner',
})
export type RecurringTask = RecordOf<typeof recurringTask>
