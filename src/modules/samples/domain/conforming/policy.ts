import type { RecordId } from '../../../../kernel/register.ts'
import { acknowledgement } from '../../../documents/registers/acknowledgement.ts'
import type { Builder } from '../builder.ts'
import { addDocument } from './documents.ts'
import { firstWord } from './names.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'

export interface Policy {
  readonly policy: RecordId
  readonly policyVersion: RecordId
  readonly processDocument: RecordId
  readonly processVersion: RecordId
  /** One per person. */
  readonly receipts: readonly RecordId[]
}

const policyOf = (
  title: string,
): string => `<p>${firstWord(title)} beschermt de gegevens die klanten en medewerkers aan ons toevertrouwen. Wij voldoen aan wat de wet en
onze contracten vragen, stellen ieder jaar doelen, en maken het ieder jaar beter.</p>`
const PROCESS = `<p>Ieder jaar, en bij iedere grote verandering, gaan de eigenaren na wat er mis kan gaan, hoe vaak en hoe erg. Wat boven de
grens komt wordt behandeld; wat overblijft aanvaardt de eigenaar.</p>`

export function addPolicy(build: Builder, people: People, scheme: Scheme): Policy {
  const flag = { is: true, reviewer: people.officer, reviewedAt: scheme.after({ days: 17 }) }
  const { document: policy, version: policyVersion } = addDocument(build, scheme, {
    title: 'Informatiebeveiligingsbeleid',
    type: 'infosec_policy',
    key: 'document.policy',
    owner: people.officer,
    approver: people.director,
    approvedAt: scheme.after({ days: 19 }),
    text: policyOf(scheme.title),
    also: { docCode: 'D-02', externalAvailability: 'on_request', externalDecidedBy: people.director },
    version: {
      contentFlags: {
        fitsPurpose: flag,
        hasObjectivesOrFramework: flag,
        commitsToRequirements: flag,
        commitsToImprovement: flag,
      },
    },
  })
  const { document: processDocument, version: processVersion } = addDocument(build, scheme, {
    title: 'Werken met risico’s',
    type: 'risk_assessment_process',
    key: 'document.risk-process',
    owner: people.officer,
    approver: people.director,
    approvedAt: scheme.after({ days: 24 }),
    text: PROCESS,
    also: { alsoServesAs: ['risk_treatment_process'] },
  })
  const receipts = people.people.map((who) =>
    build.add(acknowledgement, {
      person: who,
      documentVersion: policyVersion,
      acknowledgedAt: scheme.after({ days: 35 }),
      channel: 'waarborg',
    }),
  )
  return { policy, policyVersion, processDocument, processVersion, receipts }
}
