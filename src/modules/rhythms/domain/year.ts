import type { DUTIES } from '../../people/registers/role.ts'
import type { RecordedIn, RecurringTask } from '../../tasks/registers/recurring-task.ts'

type Duty = (typeof DUTIES)[number]

/** One piece of work of the year after the certificate. Its words are `rhythm.<key>` and `rhythm.<key>.proof`. */
export interface Beat {
  readonly key: string
  readonly every: number
  readonly unit: NonNullable<RecurringTask['unit']>
  /** Months after the decision on which it falls first; one turn of its own rhythm where nothing is said. */
  readonly after?: number
  /** The control of Annex A that it keeps working. */
  readonly control?: string
  /** Who does it: the first who holds a role with one of these duties. */
  readonly duties: readonly Duty[]
  /** Where doing it leaves a record. */
  readonly recordedIn?: RecordedIn
  /** The rule that objects where nobody does it. */
  readonly rule: string
  /** What must be there for anybody to ask for it: suppliers, others than one alone, or a certificate. */
  readonly needs?: 'suppliers' | 'others' | 'certificate'
  /** A rule of its own looks after it, so R-8.1-1 does not count it. */
  readonly dedicated: boolean
}

/** Who coordinates does it, where nobody has the duty. */
const COORDINATOR = ['isms_coordination', 'isms_conformity'] as const satisfies readonly Duty[]
const IT = ['system_administration', 'access_administration'] as const satisfies readonly Duty[]

/** What keeps a certificate, from weekly to yearly; the months are those of the path (spec: yearly rhythm). */
export const YEAR: readonly Beat[] = [
  {
    key: 'triage',
    rule: 'R-A.5.26-1',
    every: 1,
    unit: 'week',
    control: '5.25',
    duties: ['incident_lead'],
    dedicated: true,
  },
  { key: 'due', rule: 'R-8.1-1', every: 1, unit: 'week', duties: COORDINATOR, dedicated: false },
  {
    key: 'threats',
    rule: 'R-A.5.7-1',
    recordedIn: 'threat_intel_item',
    every: 1,
    unit: 'month',
    control: '5.7',
    duties: IT,
    dedicated: true,
  },
  {
    key: 'updates',
    rule: 'R-A.8.8-1',
    recordedIn: 'scan_run',
    every: 1,
    unit: 'month',
    control: '8.8',
    duties: IT,
    dedicated: true,
  },
  {
    key: 'logs',
    rule: 'R-A.8.15-1',
    recordedIn: 'log_review',
    every: 1,
    unit: 'month',
    control: '8.15',
    duties: ['log_review', ...IT],
    dedicated: true,
  },
  {
    key: 'joiners',
    rule: 'R-A.5.18-2',
    needs: 'others',
    every: 1,
    unit: 'month',
    control: '5.16',
    duties: ['personnel', ...IT],
    dedicated: true,
  },
  {
    key: 'measure',
    rule: 'R-9.1-2',
    recordedIn: 'measurement',
    every: 1,
    unit: 'month',
    duties: COORDINATOR,
    dedicated: true,
  },
  {
    key: 'privileged',
    rule: 'R-A.8.2-1',
    recordedIn: 'access_review',
    every: 3,
    unit: 'month',
    control: '8.2',
    duties: IT,
    dedicated: true,
  },
  { key: 'actions', rule: 'R-8.3-1', every: 3, unit: 'month', duties: COORDINATOR, dedicated: false },
  {
    key: 'suppliers',
    rule: 'R-A.5.22-1',
    recordedIn: 'supplier_review',
    needs: 'suppliers',
    every: 3,
    unit: 'month',
    control: '5.22',
    duties: ['supplier_management'],
    dedicated: true,
  },
  {
    key: 'access',
    rule: 'R-A.5.18-3',
    recordedIn: 'access_review',
    every: 6,
    unit: 'month',
    control: '5.18',
    duties: ['access_approval', ...IT],
    dedicated: true,
  },
  {
    key: 'restore',
    rule: 'R-A.8.13-1',
    recordedIn: 'restore_test',
    every: 6,
    unit: 'month',
    control: '8.13',
    duties: IT,
    dedicated: true,
  },
  {
    key: 'awareness',
    rule: 'R-7.3-1',
    recordedIn: 'awareness_round',
    needs: 'others',
    every: 6,
    unit: 'month',
    control: '6.3',
    duties: ['personnel', ...COORDINATOR],
    dedicated: true,
  },
  { key: 'context', rule: 'R-4.1-3', every: 12, unit: 'month', after: 3, duties: COORDINATOR, dedicated: true },
  {
    key: 'laws',
    rule: 'R-A.5.31-1',
    every: 12,
    unit: 'month',
    after: 3,
    control: '5.31',
    duties: COORDINATOR,
    dedicated: true,
  },
  {
    key: 'risks',
    rule: 'R-8.2-1',
    recordedIn: 'risk_assessment',
    every: 12,
    unit: 'month',
    after: 4,
    duties: COORDINATOR,
    dedicated: true,
  },
  { key: 'statement', rule: 'R-6.1.3-d-9', every: 12, unit: 'month', after: 5, duties: COORDINATOR, dedicated: true },
  {
    key: 'continuity',
    rule: 'R-A.5.30-1',
    recordedIn: 'continuity_test',
    every: 12,
    unit: 'month',
    after: 6,
    control: '5.30',
    duties: ['continuity_lead'],
    dedicated: true,
  },
  {
    key: 'policies',
    rule: 'R-A.5.1-1',
    every: 12,
    unit: 'month',
    after: 7,
    control: '5.1',
    duties: ['document_control', ...COORDINATOR],
    dedicated: true,
  },
  {
    key: 'keys',
    rule: 'R-A.7.2-1',
    recordedIn: 'entry_rights_review',
    every: 12,
    unit: 'month',
    after: 7,
    control: '7.2',
    duties: ['physical_security', ...COORDINATOR],
    dedicated: true,
  },
  {
    key: 'audit',
    rule: 'R-9.2.1-1',
    recordedIn: 'audit',
    every: 12,
    unit: 'month',
    after: 7,
    duties: ['internal_audit'],
    dedicated: true,
  },
  {
    key: 'review',
    rule: 'R-9.3.1-1',
    recordedIn: 'management_review',
    every: 12,
    unit: 'month',
    after: 9,
    duties: ['isms_reporting', ...COORDINATOR],
    dedicated: true,
  },
  { key: 'objectives', rule: 'R-6.2-1', every: 12, unit: 'month', after: 9, duties: COORDINATOR, dedicated: true },
  {
    key: 'surveillance',
    rule: 'R-CERT-3',
    needs: 'certificate',
    every: 12,
    unit: 'month',
    after: 10,
    duties: COORDINATOR,
    dedicated: true,
  },
]

/** What comes once in the three years of a certificate: months after its decision by which it must be done. */
export const CYCLE: readonly { readonly key: string; readonly after: number }[] = [
  { key: 'coverage', after: 24 },
  { key: 'recertification', after: 33 },
]
