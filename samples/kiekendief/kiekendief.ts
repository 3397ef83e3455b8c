/** Case A: Kiekendief Software B.V. from the start of its ISMS to the morning of 2 March 2026, two weeks before stage 1. */
import { accessSteps } from './access.ts'
import { assetSteps } from './assets.ts'
import { auditSteps } from './audits.ts'
import { changeSteps } from './changes.ts'
import { communicationSteps } from './communications.ts'
import { competenceSteps } from './competences.ts'
import { contextSteps } from './context.ts'
import { developmentSteps } from './development.ts'
import { documentSteps } from './documents.ts'
import { evidenceSteps } from './evidence.ts'
import { improvingSteps } from './improving.ts'
import { incidentSteps } from './incidents.ts'
import { methodSteps } from './method.ts'
import { objectiveSteps } from './objectives.ts'
import { opinionSteps } from './opinions.ts'
import { organisationSteps } from './organisation.ts'
import { partySteps } from './parties.ts'
import { peopleSteps } from './people.ts'
import { policySteps } from './policy.ts'
import { premisesSteps } from './premises.ts'
import { privacySteps } from './privacy.ts'
import { processSteps } from './processes.ts'
import { protectionSteps } from './protection.ts'
import { readerSteps } from './readers.ts'
import { resilienceSteps } from './resilience.ts'
import { riskSteps } from './risks.ts'
import { roleSteps } from './roles.ts'
import { scopeSteps } from './scope.ts'
import { statementSteps } from './statement.ts'
import type { Step } from './story.ts'
import { supplierSteps } from './suppliers.ts'
import { systemSteps } from './systems.ts'
import { taskSteps } from './tasks.ts'
import { treatmentSteps } from './treatments.ts'
import { vulnerabilitySteps } from './vulnerabilities.ts'

/** In the order of the clock; what one moment holds stays in the order of this list. */
export const steps: readonly Step[] = [
  ...organisationSteps,
  ...peopleSteps,
  ...roleSteps,
  ...contextSteps,
  ...partySteps,
  ...supplierSteps,
  ...systemSteps,
  ...assetSteps,
  ...policySteps,
  ...documentSteps,
  ...readerSteps,
  ...processSteps,
  ...scopeSteps,
  ...methodSteps,
  ...opinionSteps,
  ...riskSteps,
  ...treatmentSteps,
  ...statementSteps,
  ...evidenceSteps,
  ...objectiveSteps,
  ...accessSteps,
  ...competenceSteps,
  ...communicationSteps,
  ...vulnerabilitySteps,
  ...incidentSteps,
  ...changeSteps,
  ...developmentSteps,
  ...taskSteps,
  ...improvingSteps,
  ...privacySteps,
  ...premisesSteps,
  ...protectionSteps,
  ...resilienceSteps,
  ...auditSteps,
].toSorted((a, b) => a.at.localeCompare(b.at))
