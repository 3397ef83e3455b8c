// Written by script/generate-modules.ts from the folders of src/modules; do not edit.
import type { Language, Messages } from './kernel/text.ts'
import modulesAccessTextNl from './modules/access/text/nl.json' with { type: 'json' }
import modulesAccessTextEn from './modules/access/text/en.json' with { type: 'json' }
import modulesAccessTextRulesNl from './modules/access/text/rules/nl.json' with { type: 'json' }
import modulesAccessTextRulesEn from './modules/access/text/rules/en.json' with { type: 'json' }
import modulesActionsTextNl from './modules/actions/text/nl.json' with { type: 'json' }
import modulesActionsTextEn from './modules/actions/text/en.json' with { type: 'json' }
import modulesApprovalsTextNl from './modules/approvals/text/nl.json' with { type: 'json' }
import modulesApprovalsTextEn from './modules/approvals/text/en.json' with { type: 'json' }
import modulesAssetsTextNl from './modules/assets/text/nl.json' with { type: 'json' }
import modulesAssetsTextEn from './modules/assets/text/en.json' with { type: 'json' }
import modulesAssetsTextRulesNl from './modules/assets/text/rules/nl.json' with { type: 'json' }
import modulesAssetsTextRulesEn from './modules/assets/text/rules/en.json' with { type: 'json' }
import modulesAuditsTextNl from './modules/audits/text/nl.json' with { type: 'json' }
import modulesAuditsTextEn from './modules/audits/text/en.json' with { type: 'json' }
import modulesAuditsTextRulesNl from './modules/audits/text/rules/nl.json' with { type: 'json' }
import modulesAuditsTextRulesEn from './modules/audits/text/rules/en.json' with { type: 'json' }
import modulesAwarenessTextNl from './modules/awareness/text/nl.json' with { type: 'json' }
import modulesAwarenessTextEn from './modules/awareness/text/en.json' with { type: 'json' }
import modulesAwarenessTextRulesNl from './modules/awareness/text/rules/nl.json' with { type: 'json' }
import modulesAwarenessTextRulesEn from './modules/awareness/text/rules/en.json' with { type: 'json' }
import modulesBackupsTextNl from './modules/backups/text/nl.json' with { type: 'json' }
import modulesBackupsTextEn from './modules/backups/text/en.json' with { type: 'json' }
import modulesBackupsTextRulesNl from './modules/backups/text/rules/nl.json' with { type: 'json' }
import modulesBackupsTextRulesEn from './modules/backups/text/rules/en.json' with { type: 'json' }
import modulesCalendarsTextNl from './modules/calendars/text/nl.json' with { type: 'json' }
import modulesCalendarsTextEn from './modules/calendars/text/en.json' with { type: 'json' }
import modulesCatalogueTextNl from './modules/catalogue/text/nl.json' with { type: 'json' }
import modulesCatalogueTextEn from './modules/catalogue/text/en.json' with { type: 'json' }
import modulesCertificatesTextNl from './modules/certificates/text/nl.json' with { type: 'json' }
import modulesCertificatesTextEn from './modules/certificates/text/en.json' with { type: 'json' }
import modulesCertificatesTextRulesNl from './modules/certificates/text/rules/nl.json' with { type: 'json' }
import modulesCertificatesTextRulesEn from './modules/certificates/text/rules/en.json' with { type: 'json' }
import modulesChangesTextNl from './modules/changes/text/nl.json' with { type: 'json' }
import modulesChangesTextEn from './modules/changes/text/en.json' with { type: 'json' }
import modulesChangesTextRulesNl from './modules/changes/text/rules/nl.json' with { type: 'json' }
import modulesChangesTextRulesEn from './modules/changes/text/rules/en.json' with { type: 'json' }
import modulesCommunicationsTextNl from './modules/communications/text/nl.json' with { type: 'json' }
import modulesCommunicationsTextEn from './modules/communications/text/en.json' with { type: 'json' }
import modulesCommunicationsTextRulesNl from './modules/communications/text/rules/nl.json' with { type: 'json' }
import modulesCommunicationsTextRulesEn from './modules/communications/text/rules/en.json' with { type: 'json' }
import modulesCompetencesTextNl from './modules/competences/text/nl.json' with { type: 'json' }
import modulesCompetencesTextEn from './modules/competences/text/en.json' with { type: 'json' }
import modulesCompetencesTextRulesNl from './modules/competences/text/rules/nl.json' with { type: 'json' }
import modulesCompetencesTextRulesEn from './modules/competences/text/rules/en.json' with { type: 'json' }
import modulesComplaintsTextNl from './modules/complaints/text/nl.json' with { type: 'json' }
import modulesComplaintsTextEn from './modules/complaints/text/en.json' with { type: 'json' }
import modulesConfigurationsTextNl from './modules/configurations/text/nl.json' with { type: 'json' }
import modulesConfigurationsTextEn from './modules/configurations/text/en.json' with { type: 'json' }
import modulesConfigurationsTextRulesNl from './modules/configurations/text/rules/nl.json' with { type: 'json' }
import modulesConfigurationsTextRulesEn from './modules/configurations/text/rules/en.json' with { type: 'json' }
import modulesContextTextNl from './modules/context/text/nl.json' with { type: 'json' }
import modulesContextTextEn from './modules/context/text/en.json' with { type: 'json' }
import modulesContextTextRulesNl from './modules/context/text/rules/nl.json' with { type: 'json' }
import modulesContextTextRulesEn from './modules/context/text/rules/en.json' with { type: 'json' }
import modulesContinuityTextNl from './modules/continuity/text/nl.json' with { type: 'json' }
import modulesContinuityTextEn from './modules/continuity/text/en.json' with { type: 'json' }
import modulesContinuityTextRulesNl from './modules/continuity/text/rules/nl.json' with { type: 'json' }
import modulesContinuityTextRulesEn from './modules/continuity/text/rules/en.json' with { type: 'json' }
import modulesControlsTextNl from './modules/controls/text/nl.json' with { type: 'json' }
import modulesControlsTextEn from './modules/controls/text/en.json' with { type: 'json' }
import modulesControlsTextRulesNl from './modules/controls/text/rules/nl.json' with { type: 'json' }
import modulesControlsTextRulesEn from './modules/controls/text/rules/en.json' with { type: 'json' }
import modulesCryptographyTextNl from './modules/cryptography/text/nl.json' with { type: 'json' }
import modulesCryptographyTextEn from './modules/cryptography/text/en.json' with { type: 'json' }
import modulesCryptographyTextRulesNl from './modules/cryptography/text/rules/nl.json' with { type: 'json' }
import modulesCryptographyTextRulesEn from './modules/cryptography/text/rules/en.json' with { type: 'json' }
import modulesDevelopmentTextNl from './modules/development/text/nl.json' with { type: 'json' }
import modulesDevelopmentTextEn from './modules/development/text/en.json' with { type: 'json' }
import modulesDevelopmentTextRulesNl from './modules/development/text/rules/nl.json' with { type: 'json' }
import modulesDevelopmentTextRulesEn from './modules/development/text/rules/en.json' with { type: 'json' }
import modulesDigestsTextNl from './modules/digests/text/nl.json' with { type: 'json' }
import modulesDigestsTextEn from './modules/digests/text/en.json' with { type: 'json' }
import modulesDocumentsTextNl from './modules/documents/text/nl.json' with { type: 'json' }
import modulesDocumentsTextEn from './modules/documents/text/en.json' with { type: 'json' }
import modulesDocumentsTextRulesNl from './modules/documents/text/rules/nl.json' with { type: 'json' }
import modulesDocumentsTextRulesEn from './modules/documents/text/rules/en.json' with { type: 'json' }
import modulesEvidenceTextNl from './modules/evidence/text/nl.json' with { type: 'json' }
import modulesEvidenceTextEn from './modules/evidence/text/en.json' with { type: 'json' }
import modulesExceptionsTextNl from './modules/exceptions/text/nl.json' with { type: 'json' }
import modulesExceptionsTextEn from './modules/exceptions/text/en.json' with { type: 'json' }
import modulesFilesTextNl from './modules/files/text/nl.json' with { type: 'json' }
import modulesFilesTextEn from './modules/files/text/en.json' with { type: 'json' }
import modulesGuidesTextNl from './modules/guides/text/nl.json' with { type: 'json' }
import modulesGuidesTextEn from './modules/guides/text/en.json' with { type: 'json' }
import modulesIdentityTextNl from './modules/identity/text/nl.json' with { type: 'json' }
import modulesIdentityTextEn from './modules/identity/text/en.json' with { type: 'json' }
import modulesImportsTextNl from './modules/imports/text/nl.json' with { type: 'json' }
import modulesImportsTextEn from './modules/imports/text/en.json' with { type: 'json' }
import modulesImprovementsTextNl from './modules/improvements/text/nl.json' with { type: 'json' }
import modulesImprovementsTextEn from './modules/improvements/text/en.json' with { type: 'json' }
import modulesImprovementsTextRulesNl from './modules/improvements/text/rules/nl.json' with { type: 'json' }
import modulesImprovementsTextRulesEn from './modules/improvements/text/rules/en.json' with { type: 'json' }
import modulesIncidentsTextNl from './modules/incidents/text/nl.json' with { type: 'json' }
import modulesIncidentsTextEn from './modules/incidents/text/en.json' with { type: 'json' }
import modulesIncidentsTextRulesNl from './modules/incidents/text/rules/nl.json' with { type: 'json' }
import modulesIncidentsTextRulesEn from './modules/incidents/text/rules/en.json' with { type: 'json' }
import modulesInterviewsTextNl from './modules/interviews/text/nl.json' with { type: 'json' }
import modulesInterviewsTextEn from './modules/interviews/text/en.json' with { type: 'json' }
import modulesLedgerTextNl from './modules/ledger/text/nl.json' with { type: 'json' }
import modulesLedgerTextEn from './modules/ledger/text/en.json' with { type: 'json' }
import modulesLogsTextNl from './modules/logs/text/nl.json' with { type: 'json' }
import modulesLogsTextEn from './modules/logs/text/en.json' with { type: 'json' }
import modulesLogsTextRulesNl from './modules/logs/text/rules/nl.json' with { type: 'json' }
import modulesLogsTextRulesEn from './modules/logs/text/rules/en.json' with { type: 'json' }
import modulesNonconformitiesTextNl from './modules/nonconformities/text/nl.json' with { type: 'json' }
import modulesNonconformitiesTextEn from './modules/nonconformities/text/en.json' with { type: 'json' }
import modulesNonconformitiesTextRulesNl from './modules/nonconformities/text/rules/nl.json' with { type: 'json' }
import modulesNonconformitiesTextRulesEn from './modules/nonconformities/text/rules/en.json' with { type: 'json' }
import modulesObjectivesTextNl from './modules/objectives/text/nl.json' with { type: 'json' }
import modulesObjectivesTextEn from './modules/objectives/text/en.json' with { type: 'json' }
import modulesObjectivesTextRulesNl from './modules/objectives/text/rules/nl.json' with { type: 'json' }
import modulesObjectivesTextRulesEn from './modules/objectives/text/rules/en.json' with { type: 'json' }
import modulesOrganisationTextNl from './modules/organisation/text/nl.json' with { type: 'json' }
import modulesOrganisationTextEn from './modules/organisation/text/en.json' with { type: 'json' }
import modulesPartiesTextNl from './modules/parties/text/nl.json' with { type: 'json' }
import modulesPartiesTextEn from './modules/parties/text/en.json' with { type: 'json' }
import modulesPartiesTextRulesNl from './modules/parties/text/rules/nl.json' with { type: 'json' }
import modulesPartiesTextRulesEn from './modules/parties/text/rules/en.json' with { type: 'json' }
import modulesPathTextRulesNl from './modules/path/text/rules/nl.json' with { type: 'json' }
import modulesPathTextRulesEn from './modules/path/text/rules/en.json' with { type: 'json' }
import modulesPeopleTextNl from './modules/people/text/nl.json' with { type: 'json' }
import modulesPeopleTextEn from './modules/people/text/en.json' with { type: 'json' }
import modulesPeopleTextRulesNl from './modules/people/text/rules/nl.json' with { type: 'json' }
import modulesPeopleTextRulesEn from './modules/people/text/rules/en.json' with { type: 'json' }
import modulesPremisesTextNl from './modules/premises/text/nl.json' with { type: 'json' }
import modulesPremisesTextEn from './modules/premises/text/en.json' with { type: 'json' }
import modulesPremisesTextRulesNl from './modules/premises/text/rules/nl.json' with { type: 'json' }
import modulesPremisesTextRulesEn from './modules/premises/text/rules/en.json' with { type: 'json' }
import modulesPrivacyTextNl from './modules/privacy/text/nl.json' with { type: 'json' }
import modulesPrivacyTextEn from './modules/privacy/text/en.json' with { type: 'json' }
import modulesPrivacyTextRulesNl from './modules/privacy/text/rules/nl.json' with { type: 'json' }
import modulesPrivacyTextRulesEn from './modules/privacy/text/rules/en.json' with { type: 'json' }
import modulesProcessesTextNl from './modules/processes/text/nl.json' with { type: 'json' }
import modulesProcessesTextEn from './modules/processes/text/en.json' with { type: 'json' }
import modulesProcessesTextRulesNl from './modules/processes/text/rules/nl.json' with { type: 'json' }
import modulesProcessesTextRulesEn from './modules/processes/text/rules/en.json' with { type: 'json' }
import modulesReadinessTextNl from './modules/readiness/text/nl.json' with { type: 'json' }
import modulesReadinessTextEn from './modules/readiness/text/en.json' with { type: 'json' }
import modulesReadinessTextRulesNl from './modules/readiness/text/rules/nl.json' with { type: 'json' }
import modulesReadinessTextRulesEn from './modules/readiness/text/rules/en.json' with { type: 'json' }
import modulesReportsTextNl from './modules/reports/text/nl.json' with { type: 'json' }
import modulesReportsTextEn from './modules/reports/text/en.json' with { type: 'json' }
import modulesResourcesTextNl from './modules/resources/text/nl.json' with { type: 'json' }
import modulesResourcesTextEn from './modules/resources/text/en.json' with { type: 'json' }
import modulesResourcesTextRulesNl from './modules/resources/text/rules/nl.json' with { type: 'json' }
import modulesResourcesTextRulesEn from './modules/resources/text/rules/en.json' with { type: 'json' }
import modulesReviewsTextNl from './modules/reviews/text/nl.json' with { type: 'json' }
import modulesReviewsTextEn from './modules/reviews/text/en.json' with { type: 'json' }
import modulesReviewsTextRulesNl from './modules/reviews/text/rules/nl.json' with { type: 'json' }
import modulesReviewsTextRulesEn from './modules/reviews/text/rules/en.json' with { type: 'json' }
import modulesRhythmsTextNl from './modules/rhythms/text/nl.json' with { type: 'json' }
import modulesRhythmsTextEn from './modules/rhythms/text/en.json' with { type: 'json' }
import modulesRisksTextNl from './modules/risks/text/nl.json' with { type: 'json' }
import modulesRisksTextEn from './modules/risks/text/en.json' with { type: 'json' }
import modulesRisksTextRulesNl from './modules/risks/text/rules/nl.json' with { type: 'json' }
import modulesRisksTextRulesEn from './modules/risks/text/rules/en.json' with { type: 'json' }
import modulesScopesTextNl from './modules/scopes/text/nl.json' with { type: 'json' }
import modulesScopesTextEn from './modules/scopes/text/en.json' with { type: 'json' }
import modulesScopesTextRulesNl from './modules/scopes/text/rules/nl.json' with { type: 'json' }
import modulesScopesTextRulesEn from './modules/scopes/text/rules/en.json' with { type: 'json' }
import modulesStatementsTextNl from './modules/statements/text/nl.json' with { type: 'json' }
import modulesStatementsTextEn from './modules/statements/text/en.json' with { type: 'json' }
import modulesStatementsTextRulesNl from './modules/statements/text/rules/nl.json' with { type: 'json' }
import modulesStatementsTextRulesEn from './modules/statements/text/rules/en.json' with { type: 'json' }
import modulesSuppliersTextNl from './modules/suppliers/text/nl.json' with { type: 'json' }
import modulesSuppliersTextEn from './modules/suppliers/text/en.json' with { type: 'json' }
import modulesSuppliersTextRulesNl from './modules/suppliers/text/rules/nl.json' with { type: 'json' }
import modulesSuppliersTextRulesEn from './modules/suppliers/text/rules/en.json' with { type: 'json' }
import modulesTasksTextNl from './modules/tasks/text/nl.json' with { type: 'json' }
import modulesTasksTextEn from './modules/tasks/text/en.json' with { type: 'json' }
import modulesTasksTextRulesNl from './modules/tasks/text/rules/nl.json' with { type: 'json' }
import modulesTasksTextRulesEn from './modules/tasks/text/rules/en.json' with { type: 'json' }
import modulesThreatsTextNl from './modules/threats/text/nl.json' with { type: 'json' }
import modulesThreatsTextEn from './modules/threats/text/en.json' with { type: 'json' }
import modulesThreatsTextRulesNl from './modules/threats/text/rules/nl.json' with { type: 'json' }
import modulesThreatsTextRulesEn from './modules/threats/text/rules/en.json' with { type: 'json' }
import modulesTreatmentsTextNl from './modules/treatments/text/nl.json' with { type: 'json' }
import modulesTreatmentsTextEn from './modules/treatments/text/en.json' with { type: 'json' }
import modulesTreatmentsTextRulesNl from './modules/treatments/text/rules/nl.json' with { type: 'json' }
import modulesTreatmentsTextRulesEn from './modules/treatments/text/rules/en.json' with { type: 'json' }
import modulesVulnerabilitiesTextNl from './modules/vulnerabilities/text/nl.json' with { type: 'json' }
import modulesVulnerabilitiesTextEn from './modules/vulnerabilities/text/en.json' with { type: 'json' }
import modulesVulnerabilitiesTextRulesNl from './modules/vulnerabilities/text/rules/nl.json' with { type: 'json' }
import modulesVulnerabilitiesTextRulesEn from './modules/vulnerabilities/text/rules/en.json' with { type: 'json' }
import modulesWorkshopsTextNl from './modules/workshops/text/nl.json' with { type: 'json' }
import modulesWorkshopsTextEn from './modules/workshops/text/en.json' with { type: 'json' }
import serverTextNl from './server/text/nl.json' with { type: 'json' }
import serverTextEn from './server/text/en.json' with { type: 'json' }
import cliTextNl from './cli/text/nl.json' with { type: 'json' }
import cliTextEn from './cli/text/en.json' with { type: 'json' }

export const texts: Readonly<Record<Language, Messages>> = {
  nl: {
    ...modulesAccessTextNl,
    ...modulesAccessTextRulesNl,
    ...modulesActionsTextNl,
    ...modulesApprovalsTextNl,
    ...modulesAssetsTextNl,
    ...modulesAssetsTextRulesNl,
    ...modulesAuditsTextNl,
    ...modulesAuditsTextRulesNl,
    ...modulesAwarenessTextNl,
    ...modulesAwarenessTextRulesNl,
    ...modulesBackupsTextNl,
    ...modulesBackupsTextRulesNl,
    ...modulesCalendarsTextNl,
    ...modulesCatalogueTextNl,
    ...modulesCertificatesTextNl,
    ...modulesCertificatesTextRulesNl,
    ...modulesChangesTextNl,
    ...modulesChangesTextRulesNl,
    ...modulesCommunicationsTextNl,
    ...modulesCommunicationsTextRulesNl,
    ...modulesCompetencesTextNl,
    ...modulesCompetencesTextRulesNl,
    ...modulesComplaintsTextNl,
    ...modulesConfigurationsTextNl,
    ...modulesConfigurationsTextRulesNl,
    ...modulesContextTextNl,
    ...modulesContextTextRulesNl,
    ...modulesContinuityTextNl,
    ...modulesContinuityTextRulesNl,
    ...modulesControlsTextNl,
    ...modulesControlsTextRulesNl,
    ...modulesCryptographyTextNl,
    ...modulesCryptographyTextRulesNl,
    ...modulesDevelopmentTextNl,
    ...modulesDevelopmentTextRulesNl,
    ...modulesDigestsTextNl,
    ...modulesDocumentsTextNl,
    ...modulesDocumentsTextRulesNl,
    ...modulesEvidenceTextNl,
    ...modulesExceptionsTextNl,
    ...modulesFilesTextNl,
    ...modulesGuidesTextNl,
    ...modulesIdentityTextNl,
    ...modulesImportsTextNl,
    ...modulesImprovementsTextNl,
    ...modulesImprovementsTextRulesNl,
    ...modulesIncidentsTextNl,
    ...modulesIncidentsTextRulesNl,
    ...modulesInterviewsTextNl,
    ...modulesLedgerTextNl,
    ...modulesLogsTextNl,
    ...modulesLogsTextRulesNl,
    ...modulesNonconformitiesTextNl,
    ...modulesNonconformitiesTextRulesNl,
    ...modulesObjectivesTextNl,
    ...modulesObjectivesTextRulesNl,
    ...modulesOrganisationTextNl,
    ...modulesPartiesTextNl,
    ...modulesPartiesTextRulesNl,
    ...modulesPathTextRulesNl,
    ...modulesPeopleTextNl,
    ...modulesPeopleTextRulesNl,
    ...modulesPremisesTextNl,
    ...modulesPremisesTextRulesNl,
    ...modulesPrivacyTextNl,
    ...modulesPrivacyTextRulesNl,
    ...modulesProcessesTextNl,
    ...modulesProcessesTextRulesNl,
    ...modulesReadinessTextNl,
    ...modulesReadinessTextRulesNl,
    ...modulesReportsTextNl,
    ...modulesResourcesTextNl,
    ...modulesResourcesTextRulesNl,
    ...modulesReviewsTextNl,
    ...modulesReviewsTextRulesNl,
    ...modulesRhythmsTextNl,
    ...modulesRisksTextNl,
    ...modulesRisksTextRulesNl,
    ...modulesScopesTextNl,
    ...modulesScopesTextRulesNl,
    ...modulesStatementsTextNl,
    ...modulesStatementsTextRulesNl,
    ...modulesSuppliersTextNl,
    ...modulesSuppliersTextRulesNl,
    ...modulesTasksTextNl,
    ...modulesTasksTextRulesNl,
    ...modulesThreatsTextNl,
    ...modulesThreatsTextRulesNl,
    ...modulesTreatmentsTextNl,
    ...modulesTreatmentsTextRulesNl,
    ...modulesVulnerabilitiesTextNl,
    ...modulesVulnerabilitiesTextRulesNl,
    ...modulesWorkshopsTextNl,
    ...serverTextNl,
    ...cliTextNl,
  },
  en: {
    ...modulesAccessTextEn,
    ...modulesAccessTextRulesEn,
    ...modulesActionsTextEn,
    ...modulesApprovalsTextEn,
    ...modulesAssetsTextEn,
    ...modulesAssetsTextRulesEn,
    ...modulesAuditsTextEn,
    ...modulesAuditsTextRulesEn,
    ...modulesAwarenessTextEn,
    ...modulesAwarenessTextRulesEn,
    ...modulesBackupsTextEn,
    ...modulesBackupsTextRulesEn,
    ...modulesCalendarsTextEn,
    ...modulesCatalogueTextEn,
    ...modulesCertificatesTextEn,
    ...modulesCertificatesTextRulesEn,
    ...modulesChangesTextEn,
    ...modulesChangesTextRulesEn,
    ...modulesCommunicationsTextEn,
    ...modulesCommunicationsTextRulesEn,
    ...modulesCompetencesTextEn,
    ...modulesCompetencesTextRulesEn,
    ...modulesComplaintsTextEn,
    ...modulesConfigurationsTextEn,
    ...modulesConfigurationsTextRulesEn,
    ...modulesContextTextEn,
    ...modulesContextTextRulesEn,
    ...modulesContinuityTextEn,
    ...modulesContinuityTextRulesEn,
    ...modulesControlsTextEn,
    ...modulesControlsTextRulesEn,
    ...modulesCryptographyTextEn,
    ...modulesCryptographyTextRulesEn,
    ...modulesDevelopmentTextEn,
    ...modulesDevelopmentTextRulesEn,
    ...modulesDigestsTextEn,
    ...modulesDocumentsTextEn,
    ...modulesDocumentsTextRulesEn,
    ...modulesEvidenceTextEn,
    ...modulesExceptionsTextEn,
    ...modulesFilesTextEn,
    ...modulesGuidesTextEn,
    ...modulesIdentityTextEn,
    ...modulesImportsTextEn,
    ...modulesImprovementsTextEn,
    ...modulesImprovementsTextRulesEn,
    ...modulesIncidentsTextEn,
    ...modulesIncidentsTextRulesEn,
    ...modulesInterviewsTextEn,
    ...modulesLedgerTextEn,
    ...modulesLogsTextEn,
    ...modulesLogsTextRulesEn,
    ...modulesNonconformitiesTextEn,
    ...modulesNonconformitiesTextRulesEn,
    ...modulesObjectivesTextEn,
    ...modulesObjectivesTextRulesEn,
    ...modulesOrganisationTextEn,
    ...modulesPartiesTextEn,
    ...modulesPartiesTextRulesEn,
    ...modulesPathTextRulesEn,
    ...modulesPeopleTextEn,
    ...modulesPeopleTextRulesEn,
    ...modulesPremisesTextEn,
    ...modulesPremisesTextRulesEn,
    ...modulesPrivacyTextEn,
    ...modulesPrivacyTextRulesEn,
    ...modulesProcessesTextEn,
    ...modulesProcessesTextRulesEn,
    ...modulesReadinessTextEn,
    ...modulesReadinessTextRulesEn,
    ...modulesReportsTextEn,
    ...modulesResourcesTextEn,
    ...modulesResourcesTextRulesEn,
    ...modulesReviewsTextEn,
    ...modulesReviewsTextRulesEn,
    ...modulesRhythmsTextEn,
    ...modulesRisksTextEn,
    ...modulesRisksTextRulesEn,
    ...modulesScopesTextEn,
    ...modulesScopesTextRulesEn,
    ...modulesStatementsTextEn,
    ...modulesStatementsTextRulesEn,
    ...modulesSuppliersTextEn,
    ...modulesSuppliersTextRulesEn,
    ...modulesTasksTextEn,
    ...modulesTasksTextRulesEn,
    ...modulesThreatsTextEn,
    ...modulesThreatsTextRulesEn,
    ...modulesTreatmentsTextEn,
    ...modulesTreatmentsTextRulesEn,
    ...modulesVulnerabilitiesTextEn,
    ...modulesVulnerabilitiesTextRulesEn,
    ...modulesWorkshopsTextEn,
    ...serverTextEn,
    ...cliTextEn,
  },
}
