import { makeComparison, readComparisonGuide } from './contract/comparison.ts'
import { giveConsent, readConsentGuide } from './contract/consent.ts'
import { addIssue, readContextGuide, writeClimate } from './contract/context.ts'
import {
  adoptDocument,
  readDocumentGuide,
  readDocumentsGuide,
  writeDocument,
  writeDocuments,
} from './contract/documents.ts'
import { addReading, readMeasureGuide, shareObjectives, writeEvaluation } from './contract/measure.ts'
import { addObjective, adoptObjectives, readObjectivesGuide } from './contract/objectives.ts'
import { planTreatments, publishPlan, readPlanGuide } from './contract/plan.ts'
import { adoptPolicy, readPolicyGuide, writePolicy } from './contract/policy.ts'
import { adoptScope, readScopeGuide, writeScope } from './contract/scope.ts'
import { planLines, readStatementGuide } from './contract/statement.ts'
import { decideTreatment, readTreatmentGuide, treatTogether } from './contract/treatment.ts'

/** In the order of the path. */
export const contracts = [
  readContextGuide,
  addIssue,
  writeClimate,
  readScopeGuide,
  writeScope,
  adoptScope,
  readPolicyGuide,
  writePolicy,
  adoptPolicy,
  readTreatmentGuide,
  decideTreatment,
  treatTogether,
  readComparisonGuide,
  makeComparison,
  readStatementGuide,
  planLines,
  readPlanGuide,
  planTreatments,
  publishPlan,
  readConsentGuide,
  giveConsent,
  readObjectivesGuide,
  addObjective,
  adoptObjectives,
  readDocumentsGuide,
  readDocumentGuide,
  writeDocuments,
  writeDocument,
  adoptDocument,
  readMeasureGuide,
  addReading,
  writeEvaluation,
  shareObjectives,
] as const
