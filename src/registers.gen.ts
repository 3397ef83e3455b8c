// Written by script/generate-modules.ts from the folders of src/modules; do not edit.
import type { Register } from './kernel/register.ts'
import { accessGrant } from './modules/access/register.ts'
import { accessReview } from './modules/access/registers/access-review.ts'
import { action } from './modules/actions/register.ts'
import { approval } from './modules/approvals/registers/approval.ts'
import { decision } from './modules/approvals/registers/decision.ts'
import { asset } from './modules/assets/registers/asset.ts'
import { informationSystem } from './modules/assets/registers/information-system.ts'
import { auditProgramme } from './modules/audits/registers/audit-programme.ts'
import { auditSample } from './modules/audits/registers/audit-sample.ts'
import { audit } from './modules/audits/registers/audit.ts'
import { finding } from './modules/audits/registers/finding.ts'
import { programmeLine } from './modules/audits/registers/programme-line.ts'
import { awarenessRound, awarenessRecord } from './modules/awareness/register.ts'
import { backupPolicy } from './modules/backups/registers/backup-policy.ts'
import { backupRun } from './modules/backups/registers/backup-run.ts'
import { restoreTest } from './modules/backups/registers/restore-test.ts'
import { certificate } from './modules/certificates/registers/certificate.ts'
import { markUse } from './modules/certificates/registers/mark-use.ts'
import { changeRecord } from './modules/changes/registers/change-record.ts'
import { ismsChange } from './modules/changes/registers/isms-change.ts'
import { communicationLine } from './modules/communications/register.ts'
import { competenceAction } from './modules/competences/registers/competence-action.ts'
import { competenceEvidence } from './modules/competences/registers/competence-evidence.ts'
import { competenceRequirement } from './modules/competences/registers/competence-requirement.ts'
import { complaint } from './modules/complaints/register.ts'
import { baseline } from './modules/configurations/register.ts'
import { contextDetermination } from './modules/context/registers/context-determination.ts'
import { contextIssue } from './modules/context/registers/context-issue.ts'
import { continuityPlan } from './modules/continuity/registers/continuity-plan.ts'
import { continuityTest } from './modules/continuity/registers/continuity-test.ts'
import { control } from './modules/controls/register.ts'
import { keyOrCertificate } from './modules/cryptography/register.ts'
import { project } from './modules/development/registers/project.ts'
import { release } from './modules/development/registers/release.ts'
import { acknowledgement } from './modules/documents/registers/acknowledgement.ts'
import { documentVersion } from './modules/documents/registers/document-version.ts'
import { document } from './modules/documents/registers/document.ts'
import { evidence } from './modules/evidence/register.ts'
import { exception } from './modules/exceptions/register.ts'
import { improvement } from './modules/improvements/register.ts'
import { incident } from './modules/incidents/registers/incident.ts'
import { securityEvent } from './modules/incidents/registers/security-event.ts'
import { interview } from './modules/interviews/register.ts'
import { logReview } from './modules/logs/register.ts'
import { nonconformity } from './modules/nonconformities/register.ts'
import { evaluationReport } from './modules/objectives/registers/evaluation-report.ts'
import { measurement } from './modules/objectives/registers/measurement.ts'
import { metric } from './modules/objectives/registers/metric.ts'
import { objective } from './modules/objectives/registers/objective.ts'
import { location } from './modules/organisation/registers/location.ts'
import { organisation } from './modules/organisation/registers/organisation.ts'
import { service } from './modules/organisation/registers/service.ts'
import { unit } from './modules/organisation/registers/unit.ts'
import { interestedParty } from './modules/parties/registers/interested-party.ts'
import { requirement } from './modules/parties/registers/requirement.ts'
import { availableHours } from './modules/people/registers/available-hours.ts'
import { dutyConflict } from './modules/people/registers/duty-conflict.ts'
import { person } from './modules/people/registers/person.ts'
import { roleAssignment } from './modules/people/registers/role-assignment.ts'
import { role } from './modules/people/registers/role.ts'
import { entryRightsReview } from './modules/premises/registers/entry-rights-review.ts'
import { visitorLog } from './modules/premises/registers/visitor-log.ts'
import { dpia } from './modules/privacy/registers/dpia.ts'
import { processingRecord } from './modules/privacy/registers/processing-record.ts'
import { ismsProcess } from './modules/processes/registers/isms-process.ts'
import { ismsRiskOpportunity } from './modules/processes/registers/isms-risk-opportunity.ts'
import { resourceDecision } from './modules/resources/register.ts'
import { independentReview } from './modules/reviews/registers/independent-review.ts'
import { managementReview } from './modules/reviews/registers/management-review.ts'
import { policyComplianceCheck } from './modules/reviews/registers/policy-compliance-check.ts'
import { riskAssessment } from './modules/risks/registers/risk-assessment.ts'
import { riskMethod } from './modules/risks/registers/risk-method.ts'
import { riskScore } from './modules/risks/registers/risk-score.ts'
import { risk } from './modules/risks/registers/risk.ts'
import { scope } from './modules/scopes/register.ts'
import { statementLine } from './modules/statements/registers/statement-line.ts'
import { statement } from './modules/statements/registers/statement.ts'
import { supplier } from './modules/suppliers/register.ts'
import { supplierReview } from './modules/suppliers/registers/supplier-review.ts'
import { occurrence } from './modules/tasks/registers/occurrence.ts'
import { recurringTask } from './modules/tasks/registers/recurring-task.ts'
import { task } from './modules/tasks/registers/task.ts'
import { threatIntelItem } from './modules/threats/register.ts'
import { annexAComparison } from './modules/treatments/registers/annex-a-comparison.ts'
import { treatmentPlan } from './modules/treatments/registers/treatment-plan.ts'
import { treatment } from './modules/treatments/registers/treatment.ts'
import { scanRun } from './modules/vulnerabilities/registers/scan-run.ts'
import { vulnerability } from './modules/vulnerabilities/registers/vulnerability.ts'
import { weakness } from './modules/vulnerabilities/registers/weakness.ts'
import { riskOpinion } from './modules/workshops/register.ts'

export const registers: readonly Register[] = [
  accessGrant,
  accessReview,
  action,
  approval,
  decision,
  asset,
  informationSystem,
  auditProgramme,
  auditSample,
  audit,
  finding,
  programmeLine,
  awarenessRound,
  awarenessRecord,
  backupPolicy,
  backupRun,
  restoreTest,
  certificate,
  markUse,
  changeRecord,
  ismsChange,
  communicationLine,
  competenceAction,
  competenceEvidence,
  competenceRequirement,
  complaint,
  baseline,
  contextDetermination,
  contextIssue,
  continuityPlan,
  continuityTest,
  control,
  keyOrCertificate,
  project,
  release,
  acknowledgement,
  documentVersion,
  document,
  evidence,
  exception,
  improvement,
  incident,
  securityEvent,
  interview,
  logReview,
  nonconformity,
  evaluationReport,
  measurement,
  metric,
  objective,
  location,
  organisation,
  service,
  unit,
  interestedParty,
  requirement,
  availableHours,
  dutyConflict,
  person,
  roleAssignment,
  role,
  entryRightsReview,
  visitorLog,
  dpia,
  processingRecord,
  ismsProcess,
  ismsRiskOpportunity,
  resourceDecision,
  independentReview,
  managementReview,
  policyComplianceCheck,
  riskAssessment,
  riskMethod,
  riskScore,
  risk,
  scope,
  statementLine,
  statement,
  supplier,
  supplierReview,
  occurrence,
  recurringTask,
  task,
  threatIntelItem,
  annexAComparison,
  treatmentPlan,
  treatment,
  scanRun,
  vulnerability,
  weakness,
  riskOpinion,
]

/** In which module each register is declared. */
export const homes: ReadonlyMap<string, string> = new Map([
  [accessGrant.name, 'access'],
  [accessReview.name, 'access'],
  [action.name, 'actions'],
  [approval.name, 'approvals'],
  [decision.name, 'approvals'],
  [asset.name, 'assets'],
  [informationSystem.name, 'assets'],
  [auditProgramme.name, 'audits'],
  [auditSample.name, 'audits'],
  [audit.name, 'audits'],
  [finding.name, 'audits'],
  [programmeLine.name, 'audits'],
  [awarenessRound.name, 'awareness'],
  [awarenessRecord.name, 'awareness'],
  [backupPolicy.name, 'backups'],
  [backupRun.name, 'backups'],
  [restoreTest.name, 'backups'],
  [certificate.name, 'certificates'],
  [markUse.name, 'certificates'],
  [changeRecord.name, 'changes'],
  [ismsChange.name, 'changes'],
  [communicationLine.name, 'communications'],
  [competenceAction.name, 'competences'],
  [competenceEvidence.name, 'competences'],
  [competenceRequirement.name, 'competences'],
  [complaint.name, 'complaints'],
  [baseline.name, 'configurations'],
  [contextDetermination.name, 'context'],
  [contextIssue.name, 'context'],
  [continuityPlan.name, 'continuity'],
  [continuityTest.name, 'continuity'],
  [control.name, 'controls'],
  [keyOrCertificate.name, 'cryptography'],
  [project.name, 'development'],
  [release.name, 'development'],
  [acknowledgement.name, 'documents'],
  [documentVersion.name, 'documents'],
  [document.name, 'documents'],
  [evidence.name, 'evidence'],
  [exception.name, 'exceptions'],
  [improvement.name, 'improvements'],
  [incident.name, 'incidents'],
  [securityEvent.name, 'incidents'],
  [interview.name, 'interviews'],
  [logReview.name, 'logs'],
  [nonconformity.name, 'nonconformities'],
  [evaluationReport.name, 'objectives'],
  [measurement.name, 'objectives'],
  [metric.name, 'objectives'],
  [objective.name, 'objectives'],
  [location.name, 'organisation'],
  [organisation.name, 'organisation'],
  [service.name, 'organisation'],
  [unit.name, 'organisation'],
  [interestedParty.name, 'parties'],
  [requirement.name, 'parties'],
  [availableHours.name, 'people'],
  [dutyConflict.name, 'people'],
  [person.name, 'people'],
  [roleAssignment.name, 'people'],
  [role.name, 'people'],
  [entryRightsReview.name, 'premises'],
  [visitorLog.name, 'premises'],
  [dpia.name, 'privacy'],
  [processingRecord.name, 'privacy'],
  [ismsProcess.name, 'processes'],
  [ismsRiskOpportunity.name, 'processes'],
  [resourceDecision.name, 'resources'],
  [independentReview.name, 'reviews'],
  [managementReview.name, 'reviews'],
  [policyComplianceCheck.name, 'reviews'],
  [riskAssessment.name, 'risks'],
  [riskMethod.name, 'risks'],
  [riskScore.name, 'risks'],
  [risk.name, 'risks'],
  [scope.name, 'scopes'],
  [statementLine.name, 'statements'],
  [statement.name, 'statements'],
  [supplier.name, 'suppliers'],
  [supplierReview.name, 'suppliers'],
  [occurrence.name, 'tasks'],
  [recurringTask.name, 'tasks'],
  [task.name, 'tasks'],
  [threatIntelItem.name, 'threats'],
  [annexAComparison.name, 'treatments'],
  [treatmentPlan.name, 'treatments'],
  [treatment.name, 'treatments'],
  [scanRun.name, 'vulnerabilities'],
  [vulnerability.name, 'vulnerabilities'],
  [weakness.name, 'vulnerabilities'],
  [riskOpinion.name, 'workshops'],
])
