import type { RecordId } from '../../../../kernel/register.ts'
import { acknowledgement } from '../../../documents/registers/acknowledgement.ts'
import { document } from '../../../documents/registers/document.ts'
import { documentVersion } from '../../../documents/registers/document-version.ts'
import type { Builder } from '../builder.ts'
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

const POLICY = `<p>Kiekendief beschermt de gegevens die klanten en medewerkers aan ons toevertrouwen. Wij voldoen aan wat de wet en
onze contracten vragen, stellen ieder jaar doelen, en maken het ieder jaar beter.</p>`
const PROCESS = `<p>Ieder jaar, en bij iedere grote verandering, gaan de eigenaren na wat er mis kan gaan, hoe vaak en hoe erg. Wat boven de
grens komt wordt behandeld; wat overblijft aanvaardt de eigenaar.</p>`

export function addPolicy(build: Builder, people: People, scheme: Scheme): Policy {
  const flag = { is: true, reviewer: people.officer, reviewedAt: scheme.after({ days: 17 }) }
  const policy = build.add(
    document,
    {
      title: 'Informatiebeveiligingsbeleid',
      type: 'infosec_policy',
      docCode: 'D-02',
      owner: people.officer,
      externalAvailability: 'on_request',
      externalDecidedBy: people.director,
    },
    { key: 'document.policy', validFrom: scheme.after({ days: 10 }) },
  )
  const policyVersion = addVersion(build, policy, people, { approvedAt: scheme.after({ days: 19 }), text: POLICY })
  build.set(documentVersion, policyVersion, {
    contentFlags: {
      fitsPurpose: flag,
      hasObjectivesOrFramework: flag,
      commitsToRequirements: flag,
      commitsToImprovement: flag,
    },
  })
  const processDocument = build.add(
    document,
    {
      title: 'Werken met risico’s',
      type: 'risk_assessment_process',
      alsoServesAs: ['risk_treatment_process'],
      owner: people.officer,
    },
    { key: 'document.risk-process', validFrom: scheme.after({ days: 12 }) },
  )
  const approvedAt = scheme.after({ days: 24 })
  const processVersion = addVersion(build, processDocument, people, { approvedAt, text: PROCESS })
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

function addVersion(
  build: Builder,
  of: RecordId,
  people: People,
  { approvedAt, text }: { readonly approvedAt: string; readonly text: string },
): RecordId {
  return build.add(
    documentVersion,
    {
      document: of,
      versionLabel: '1.0',
      format: 'text',
      text,
      author: people.officer,
      approvedBy: people.director,
      approvedAt,
      effectiveFrom: approvedAt,
    },
    { state: 'effective' },
  )
}
