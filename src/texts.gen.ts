// Written by script/generate-modules.ts from the folders of src/modules; do not edit.
import type { Language, Messages } from './kernel/text.ts'
import modulesAccessNl from './modules/access/text/nl.json' with { type: 'json' }
import modulesAccessEn from './modules/access/text/en.json' with { type: 'json' }
import modulesActionsNl from './modules/actions/text/nl.json' with { type: 'json' }
import modulesActionsEn from './modules/actions/text/en.json' with { type: 'json' }
import modulesApprovalsNl from './modules/approvals/text/nl.json' with { type: 'json' }
import modulesApprovalsEn from './modules/approvals/text/en.json' with { type: 'json' }
import modulesAssetsNl from './modules/assets/text/nl.json' with { type: 'json' }
import modulesAssetsEn from './modules/assets/text/en.json' with { type: 'json' }
import modulesCatalogueNl from './modules/catalogue/text/nl.json' with { type: 'json' }
import modulesCatalogueEn from './modules/catalogue/text/en.json' with { type: 'json' }
import modulesChangesNl from './modules/changes/text/nl.json' with { type: 'json' }
import modulesChangesEn from './modules/changes/text/en.json' with { type: 'json' }
import modulesContextNl from './modules/context/text/nl.json' with { type: 'json' }
import modulesContextEn from './modules/context/text/en.json' with { type: 'json' }
import modulesControlsNl from './modules/controls/text/nl.json' with { type: 'json' }
import modulesControlsEn from './modules/controls/text/en.json' with { type: 'json' }
import modulesDocumentsNl from './modules/documents/text/nl.json' with { type: 'json' }
import modulesDocumentsEn from './modules/documents/text/en.json' with { type: 'json' }
import modulesEvidenceNl from './modules/evidence/text/nl.json' with { type: 'json' }
import modulesEvidenceEn from './modules/evidence/text/en.json' with { type: 'json' }
import modulesFilesNl from './modules/files/text/nl.json' with { type: 'json' }
import modulesFilesEn from './modules/files/text/en.json' with { type: 'json' }
import modulesIdentityNl from './modules/identity/text/nl.json' with { type: 'json' }
import modulesIdentityEn from './modules/identity/text/en.json' with { type: 'json' }
import modulesImportsNl from './modules/imports/text/nl.json' with { type: 'json' }
import modulesImportsEn from './modules/imports/text/en.json' with { type: 'json' }
import modulesLedgerNl from './modules/ledger/text/nl.json' with { type: 'json' }
import modulesLedgerEn from './modules/ledger/text/en.json' with { type: 'json' }
import modulesObjectivesNl from './modules/objectives/text/nl.json' with { type: 'json' }
import modulesObjectivesEn from './modules/objectives/text/en.json' with { type: 'json' }
import modulesOrganisationNl from './modules/organisation/text/nl.json' with { type: 'json' }
import modulesOrganisationEn from './modules/organisation/text/en.json' with { type: 'json' }
import modulesPartiesNl from './modules/parties/text/nl.json' with { type: 'json' }
import modulesPartiesEn from './modules/parties/text/en.json' with { type: 'json' }
import modulesPeopleNl from './modules/people/text/nl.json' with { type: 'json' }
import modulesPeopleEn from './modules/people/text/en.json' with { type: 'json' }
import modulesProcessesNl from './modules/processes/text/nl.json' with { type: 'json' }
import modulesProcessesEn from './modules/processes/text/en.json' with { type: 'json' }
import modulesReadinessNl from './modules/readiness/text/nl.json' with { type: 'json' }
import modulesReadinessEn from './modules/readiness/text/en.json' with { type: 'json' }
import modulesReportsNl from './modules/reports/text/nl.json' with { type: 'json' }
import modulesReportsEn from './modules/reports/text/en.json' with { type: 'json' }
import modulesReviewsNl from './modules/reviews/text/nl.json' with { type: 'json' }
import modulesReviewsEn from './modules/reviews/text/en.json' with { type: 'json' }
import modulesRisksNl from './modules/risks/text/nl.json' with { type: 'json' }
import modulesRisksEn from './modules/risks/text/en.json' with { type: 'json' }
import modulesScopesNl from './modules/scopes/text/nl.json' with { type: 'json' }
import modulesScopesEn from './modules/scopes/text/en.json' with { type: 'json' }
import modulesStatementsNl from './modules/statements/text/nl.json' with { type: 'json' }
import modulesStatementsEn from './modules/statements/text/en.json' with { type: 'json' }
import modulesSuppliersNl from './modules/suppliers/text/nl.json' with { type: 'json' }
import modulesSuppliersEn from './modules/suppliers/text/en.json' with { type: 'json' }
import modulesTreatmentsNl from './modules/treatments/text/nl.json' with { type: 'json' }
import modulesTreatmentsEn from './modules/treatments/text/en.json' with { type: 'json' }
import serverNl from './server/text/nl.json' with { type: 'json' }
import serverEn from './server/text/en.json' with { type: 'json' }
import cliNl from './cli/text/nl.json' with { type: 'json' }
import cliEn from './cli/text/en.json' with { type: 'json' }

export const texts: Readonly<Record<Language, Messages>> = {
  nl: {
    ...modulesAccessNl,
    ...modulesActionsNl,
    ...modulesApprovalsNl,
    ...modulesAssetsNl,
    ...modulesCatalogueNl,
    ...modulesChangesNl,
    ...modulesContextNl,
    ...modulesControlsNl,
    ...modulesDocumentsNl,
    ...modulesEvidenceNl,
    ...modulesFilesNl,
    ...modulesIdentityNl,
    ...modulesImportsNl,
    ...modulesLedgerNl,
    ...modulesObjectivesNl,
    ...modulesOrganisationNl,
    ...modulesPartiesNl,
    ...modulesPeopleNl,
    ...modulesProcessesNl,
    ...modulesReadinessNl,
    ...modulesReportsNl,
    ...modulesReviewsNl,
    ...modulesRisksNl,
    ...modulesScopesNl,
    ...modulesStatementsNl,
    ...modulesSuppliersNl,
    ...modulesTreatmentsNl,
    ...serverNl,
    ...cliNl,
  },
  en: {
    ...modulesAccessEn,
    ...modulesActionsEn,
    ...modulesApprovalsEn,
    ...modulesAssetsEn,
    ...modulesCatalogueEn,
    ...modulesChangesEn,
    ...modulesContextEn,
    ...modulesControlsEn,
    ...modulesDocumentsEn,
    ...modulesEvidenceEn,
    ...modulesFilesEn,
    ...modulesIdentityEn,
    ...modulesImportsEn,
    ...modulesLedgerEn,
    ...modulesObjectivesEn,
    ...modulesOrganisationEn,
    ...modulesPartiesEn,
    ...modulesPeopleEn,
    ...modulesProcessesEn,
    ...modulesReadinessEn,
    ...modulesReportsEn,
    ...modulesReviewsEn,
    ...modulesRisksEn,
    ...modulesScopesEn,
    ...modulesStatementsEn,
    ...modulesSuppliersEn,
    ...modulesTreatmentsEn,
    ...serverEn,
    ...cliEn,
  },
}
