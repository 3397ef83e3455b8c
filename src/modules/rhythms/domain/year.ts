import type { DUTIES } from '../../people/registers/role.ts'
import type { RecurringTask } from '../../tasks/registers/recurring-task.ts'

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
  /** A rule of its own looks after it, so R-8.1-1 does not count it. */
  readonly dedicated: boolean
}

/** Who coordinates does it, where nobody has the duty. */
const COORDINATOR = ['isms_coordination', 'isms_conformity'] as const satisfies readonly Duty[]
const IT = ['system_administration', 'access_administration'] as const satisfies readonly Duty[]

/** What keeps a certificate, from weekly to yearly; the months are those of the path (spec: yearly rhythm). */
export const YEAR: readonly Beat[] = [
  { key: 'triage', every: 1, unit: 'week', control: '5.25', duties: ['incident_lead'], dedicated: true },
  { key: 'due', every: 1, unit: 'week', duties: COORDINATOR, dedicated: false },
  { key: 'threats', every: 1, unit: 'month', control: '5.7', duties: IT, dedicated: true },
  { key: 'updates', every: 1, unit: 'month', control: '8.8', duties: IT, dedicated: true },
  { key: 'logs', every: 1, unit: 'month', control: '8.15', duties: ['log_review', ...IT], dedicated: true },
  { key: 'joiners', every: 1, unit: 'month', control: '5.16', duties: ['personnel', ...IT], dedicated: true },
  { key: 'measure', every: 1, unit: 'month', duties: COORDINATOR, dedicated: true },
  { key: 'privileged', every: 3, unit: 'month', control: '8.2', duties: IT, dedicated: true },
  { key: 'actions', every: 3, unit: 'month', duties: COORDINATOR, dedicated: false },
  { key: 'suppliers', every: 3, unit: 'month', control: '5.22', duties: ['supplier_management'], dedicated: true },
  { key: 'access', every: 6, unit: 'month', control: '5.18', duties: ['access_approval', ...IT], dedicated: true },
  { key: 'restore', every: 6, unit: 'month', control: '8.13', duties: IT, dedicated: true },
  { key: 'awareness', every: 6, unit: 'month', control: '6.3', duties: ['personnel', ...COORDINATOR], dedicated: true },
  { key: 'context', every: 12, unit: 'month', after: 3, duties: COORDINATOR, dedicated: true },
  { key: 'laws', every: 12, unit: 'month', after: 3, control: '5.31', duties: COORDINATOR, dedicated: true },
  { key: 'risks', every: 12, unit: 'month', after: 4, duties: COORDINATOR, dedicated: true },
  { key: 'statement', every: 12, unit: 'month', after: 5, duties: COORDINATOR, dedicated: true },
  {
    key: 'continuity',
    every: 12,
    unit: 'month',
    after: 6,
    control: '5.30',
    duties: ['continuity_lead'],
    dedicated: true,
  },
  {
    key: 'policies',
    every: 12,
    unit: 'month',
    after: 7,
    control: '5.1',
    duties: ['document_control', ...COORDINATOR],
    dedicated: true,
  },
  { key: 'audit', every: 12, unit: 'month', after: 7, duties: ['internal_audit'], dedicated: true },
  { key: 'review', every: 12, unit: 'month', after: 9, duties: ['isms_reporting', ...COORDINATOR], dedicated: true },
  { key: 'objectives', every: 12, unit: 'month', after: 9, duties: COORDINATOR, dedicated: true },
  { key: 'surveillance', every: 12, unit: 'month', after: 10, duties: COORDINATOR, dedicated: true },
]

/** What comes once in the three years of a certificate: months after its decision by which it must be done. */
export const CYCLE: readonly { readonly key: string; readonly after: number }[] = [
  { key: 'coverage', after: 24 },
  { key: 'recertification', after: 33 },
]
