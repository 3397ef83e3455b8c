import type { RecordId } from '../../../../kernel/register.ts'
import { acknowledgement } from '../../../documents/registers/acknowledgement.ts'
import { document } from '../../../documents/registers/document.ts'
import { documentVersion } from '../../../documents/registers/document-version.ts'
import type { Builder } from '../builder.ts'
import type { People } from './people.ts'

export interface Policy {
  readonly policy: RecordId
  readonly policyVersion: RecordId
  readonly processDocument: RecordId
  readonly processVersion: RecordId
  /** One per person. */
  readonly receipts: readonly RecordId[]
}

export function addPolicy(build: Builder, people: People): Policy {
  const flag = { is: true, reviewer: people.officer, reviewedAt: '2025-10-18' }
  const policy = build.add(document, {
    title: 'Informatiebeveiligingsbeleid',
    type: 'infosec_policy',
    docCode: 'D-02',
    owner: people.officer,
    externalAvailability: 'on_request',
    externalDecidedBy: people.director,
  })
  const policyVersion = build.add(
    documentVersion,
    {
      document: policy,
      versionLabel: '1.0',
      approvedBy: people.director,
      approvedAt: '2025-10-20',
      effectiveFrom: '2025-10-20',
      contentFlags: {
        fitsPurpose: flag,
        hasObjectivesOrFramework: flag,
        commitsToRequirements: flag,
        commitsToImprovement: flag,
      },
    },
    { state: 'effective' },
  )
  const processDocument = build.add(document, {
    title: 'Werken met risico’s',
    type: 'risk_assessment_process',
    alsoServesAs: ['risk_treatment_process'],
    owner: people.officer,
  })
  const processVersion = build.add(
    documentVersion,
    {
      document: processDocument,
      versionLabel: '1.0',
      approvedBy: people.director,
      approvedAt: '2025-10-25',
      effectiveFrom: '2025-10-25',
    },
    { state: 'effective' },
  )
  const receipts = people.people.map((who) =>
    build.add(acknowledgement, {
      person: who,
      documentVersion: policyVersion,
      acknowledgedAt: '2025-11-05',
      channel: 'waarborg',
    }),
  )
  return { policy, policyVersion, processDocument, processVersion, receipts }
}
