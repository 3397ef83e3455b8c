import type { Question } from './chapters.ts'

/** A link that is not made yet: to another draft by its key, or to a control as `control:5.1`. */
export interface LinkTo {
  readonly to: string
}

export type DraftValue =
  | string
  | number
  | boolean
  | null
  | LinkTo
  | readonly DraftValue[]
  | { readonly [name: string]: DraftValue }

export type DraftSet = { readonly [field: string]: DraftValue }

/** A record that the answers lead to. */
export interface Draft {
  /** The same for ever: its id comes from this and the ledger of the organisation. */
  readonly key: string
  readonly register: string
  readonly set: DraftSet
  /** The questions whose answers led to it; none where everybody gets it. */
  readonly because: readonly Question[]
  /** Fields that somebody still has to fill in. */
  readonly gaps: readonly string[]
}

export function isLinkTo(value: unknown): value is LinkTo {
  return typeof value === 'object' && value !== null && 'to' in value && typeof value.to === 'string'
}

/** What people will look for in vain in a draft, by register: only they know it. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  person: ['email', 'startDate'],
  role_assignment: ['acceptedAt'],
  duty_conflict: ['owner'],
  resource_decision: ['hours', 'budget', 'reason', 'fromDate', 'untilDate'],
  context_issue: ['owner'],
  context_determination: ['rationale'],
  isms_risk_opportunity: ['owner', 'actions', 'evaluatedAt'],
  interested_party: ['owner'],
  requirement: ['owner', 'verifiedAt'],
  unit: ['owner'],
  location: ['address', 'owner'],
  service: ['owner', 'critical', 'rtoHours', 'rpoHours'],
  scope: ['exclusions', 'owner'],
  isms_process: ['owner'],
  recurring_task: ['owner', 'startsOn'],
  objective: ['responsible', 'target'],
  metric: ['startsOn', 'limitLow'],
  communication_line: ['owner', 'firstDue'],
  audit_programme: ['owner'],
  programme_line: ['auditor'],
  information_system: ['owner', 'cloud', 'supplier', 'acquisitionCheck', 'mfa', 'loggingOn', 'inUseSince'],
  asset: ['owner', 'lastVerifiedAt'],
  supplier: ['owner', 'assessedAt', 'contract', 'accessStart'],
  risk_method: ['owner', 'approvedAt'],
  risk_assessment: ['owner', 'plannedAt', 'participants'],
  risk: ['owner', 'decision'],
  risk_score: ['scoredBy', 'scoredAt'],
  treatment: ['owner', 'option'],
  treatment_plan: ['owner'],
  statement: ['owner'],
  processing_record: ['owner', 'legalBasis', 'specialCategories', 'outsideEea', 'highRisk', 'lastVerifiedAt'],
  dpia: ['owner', 'necessity', 'risks', 'conclusion'],
  competence_requirement: ['owner'],
  backup_policy: ['owner', 'offline', 'encrypted', 'monitored'],
  restore_test: ['plannedAt', 'by'],
  log_review: ['plannedAt', 'by'],
  scan_run: ['plannedAt', 'tool'],
  access_review: ['plannedAt', 'reviewer'],
  baseline: ['owner'],
  key_or_certificate: ['owner', 'keptIn', 'expiresAt'],
  continuity_plan: ['owner', 'deputy', 'document'],
  continuity_test: ['plannedAt', 'participants'],
  entry_rights_review: ['plannedAt', 'by'],
  supplier_review: ['plannedAt', 'reviewer'],
  threat_intel_item: ['owner', 'conclusion'],
  task: ['assignee'],
  action: ['owner', 'due', 'resources'],
  isms_change: ['owner', 'significant', 'plannedFor'],
  annex_a_comparison: ['comparedAt', 'by'],
  statement_line: ['included', 'implementationStatus', 'owner'],
}

export function gapsOf(register: string, set: DraftSet): readonly string[] {
  return (ASKED[register] ?? []).filter((field) => isMissing(set[field]))
}

function isMissing(value: DraftValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
