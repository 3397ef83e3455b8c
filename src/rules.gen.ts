// Written by script/generate-modules.ts from the folders of src/modules; do not edit.
import type { Rule } from './kernel/rule.ts'
import { rules as accessRulesGrants } from './modules/access/rules/grants.ts'
import { rules as accessRulesPrivileged } from './modules/access/rules/privileged.ts'
import { rules as accessRulesReviews } from './modules/access/rules/reviews.ts'
import { rules as assetsRulesCloud } from './modules/assets/rules/cloud.ts'
import { rules as assetsRulesEndpoints } from './modules/assets/rules/endpoints.ts'
import { rules as assetsRulesInventory } from './modules/assets/rules/inventory.ts'
import { rules as assetsRulesReturned } from './modules/assets/rules/returned.ts'
import { rules as assetsRulesSignIn } from './modules/assets/rules/sign-in.ts'
import { rules as auditsRulesConduct } from './modules/audits/rules/conduct.ts'
import { rules as auditsRulesFollowed } from './modules/audits/rules/followed.ts'
import { rules as auditsRulesHeld } from './modules/audits/rules/held.ts'
import { rules as auditsRulesProgramme } from './modules/audits/rules/programme.ts'
import { rules as awarenessRules } from './modules/awareness/rules.ts'
import { rules as backupsRules } from './modules/backups/rules.ts'
import { rules as certificatesRulesAgreement } from './modules/certificates/rules/agreement.ts'
import { rules as certificatesRulesCycle } from './modules/certificates/rules/cycle.ts'
import { rules as certificatesRulesFindings } from './modules/certificates/rules/findings.ts'
import { rules as changesRules } from './modules/changes/rules.ts'
import { rules as communicationsRules } from './modules/communications/rules.ts'
import { rules as competencesRules } from './modules/competences/rules.ts'
import { rules as configurationsRules } from './modules/configurations/rules.ts'
import { rules as contextRules } from './modules/context/rules.ts'
import { rules as continuityRules } from './modules/continuity/rules.ts'
import { rules as controlsRules } from './modules/controls/rules.ts'
import { rules as cryptographyRules } from './modules/cryptography/rules.ts'
import { rules as developmentRules } from './modules/development/rules.ts'
import { rules as documentsRulesKept } from './modules/documents/rules/kept.ts'
import { rules as documentsRulesOwnWords } from './modules/documents/rules/own-words.ts'
import { rules as documentsRulesPolicy } from './modules/documents/rules/policy.ts'
import { rules as documentsRulesTopicPolicies } from './modules/documents/rules/topic-policies.ts'
import { rules as improvementsRules } from './modules/improvements/rules.ts'
import { rules as incidentsRulesHandled } from './modules/incidents/rules/handled.ts'
import { rules as incidentsRulesPrepared } from './modules/incidents/rules/prepared.ts'
import { rules as logsRules } from './modules/logs/rules.ts'
import { rules as nonconformitiesRulesActions } from './modules/nonconformities/rules/actions.ts'
import { rules as nonconformitiesRulesHandling } from './modules/nonconformities/rules/handling.ts'
import { rules as nonconformitiesRulesLeftOut } from './modules/nonconformities/rules/left-out.ts'
import { rules as objectivesRulesMeasuring } from './modules/objectives/rules/measuring.ts'
import { rules as objectivesRulesObjectives } from './modules/objectives/rules/objectives.ts'
import { rules as partiesRules } from './modules/parties/rules.ts'
import { rules as partiesRulesLegal } from './modules/parties/rules/legal.ts'
import { rules as peopleRules } from './modules/people/rules.ts'
import { rules as peopleRulesDuties } from './modules/people/rules/duties.ts'
import { rules as peopleRulesJoining } from './modules/people/rules/joining.ts'
import { rules as premisesRules } from './modules/premises/rules.ts'
import { rules as privacyRules } from './modules/privacy/rules.ts'
import { rules as processesRules } from './modules/processes/rules.ts'
import { rules as resourcesRules } from './modules/resources/rules.ts'
import { rules as reviewsRulesHeld } from './modules/reviews/rules/held.ts'
import { rules as reviewsRulesIndependent } from './modules/reviews/rules/independent.ts'
import { rules as reviewsRulesInputs } from './modules/reviews/rules/inputs.ts'
import { rules as reviewsRulesOutputs } from './modules/reviews/rules/outputs.ts'
import { rules as risksRulesAssessment } from './modules/risks/rules/assessment.ts'
import { rules as risksRulesIdentification } from './modules/risks/rules/identification.ts'
import { rules as risksRulesMethod } from './modules/risks/rules/method.ts'
import { rules as risksRulesScores } from './modules/risks/rules/scores.ts'
import { rules as scopesRules } from './modules/scopes/rules.ts'
import { rules as statementsRulesExclusions } from './modules/statements/rules/exclusions.ts'
import { rules as statementsRulesLines } from './modules/statements/rules/lines.ts'
import { rules as statementsRulesStatement } from './modules/statements/rules/statement.ts'
import { rules as suppliersRulesAgreements } from './modules/suppliers/rules/agreements.ts'
import { rules as suppliersRulesReviews } from './modules/suppliers/rules/reviews.ts'
import { rules as tasksRules } from './modules/tasks/rules.ts'
import { rules as threatsRules } from './modules/threats/rules.ts'
import { rules as treatmentsRulesComparison } from './modules/treatments/rules/comparison.ts'
import { rules as treatmentsRulesConsent } from './modules/treatments/rules/consent.ts'
import { rules as treatmentsRulesOptions } from './modules/treatments/rules/options.ts'
import { rules as treatmentsRulesPlan } from './modules/treatments/rules/plan.ts'
import { rules as treatmentsRulesProgress } from './modules/treatments/rules/progress.ts'
import { rules as vulnerabilitiesRules } from './modules/vulnerabilities/rules.ts'

export const rules: readonly Rule[] = [
  ...accessRulesGrants,
  ...accessRulesPrivileged,
  ...accessRulesReviews,
  ...assetsRulesCloud,
  ...assetsRulesEndpoints,
  ...assetsRulesInventory,
  ...assetsRulesReturned,
  ...assetsRulesSignIn,
  ...auditsRulesConduct,
  ...auditsRulesFollowed,
  ...auditsRulesHeld,
  ...auditsRulesProgramme,
  ...awarenessRules,
  ...backupsRules,
  ...certificatesRulesAgreement,
  ...certificatesRulesCycle,
  ...certificatesRulesFindings,
  ...changesRules,
  ...communicationsRules,
  ...competencesRules,
  ...configurationsRules,
  ...contextRules,
  ...continuityRules,
  ...controlsRules,
  ...cryptographyRules,
  ...developmentRules,
  ...documentsRulesKept,
  ...documentsRulesOwnWords,
  ...documentsRulesPolicy,
  ...documentsRulesTopicPolicies,
  ...improvementsRules,
  ...incidentsRulesHandled,
  ...incidentsRulesPrepared,
  ...logsRules,
  ...nonconformitiesRulesActions,
  ...nonconformitiesRulesHandling,
  ...nonconformitiesRulesLeftOut,
  ...objectivesRulesMeasuring,
  ...objectivesRulesObjectives,
  ...partiesRules,
  ...partiesRulesLegal,
  ...peopleRules,
  ...peopleRulesDuties,
  ...peopleRulesJoining,
  ...premisesRules,
  ...privacyRules,
  ...processesRules,
  ...resourcesRules,
  ...reviewsRulesHeld,
  ...reviewsRulesIndependent,
  ...reviewsRulesInputs,
  ...reviewsRulesOutputs,
  ...risksRulesAssessment,
  ...risksRulesIdentification,
  ...risksRulesMethod,
  ...risksRulesScores,
  ...scopesRules,
  ...statementsRulesExclusions,
  ...statementsRulesLines,
  ...statementsRulesStatement,
  ...suppliersRulesAgreements,
  ...suppliersRulesReviews,
  ...tasksRules,
  ...threatsRules,
  ...treatmentsRulesComparison,
  ...treatmentsRulesConsent,
  ...treatmentsRulesOptions,
  ...treatmentsRulesPlan,
  ...treatmentsRulesProgress,
  ...vulnerabilitiesRules,
]
