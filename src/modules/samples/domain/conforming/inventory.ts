import type { RecordId } from '../../../../kernel/register.ts'
import { asset } from '../../../assets/registers/asset.ts'
import { informationSystem } from '../../../assets/registers/information-system.ts'
import type { Builder } from '../builder.ts'
import { addDocument } from './documents.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'
import type { Things } from './things.ts'

export interface Inventory {
  readonly classificationScheme: RecordId
  readonly classificationVersion: RecordId
}

/** What the sheet of a cloud service says. */
const CLOUD_SHEET = {
  responsibilities: 'Zij beheren hardware en platform; wij accounts, instellingen en gegevens.',
  acquisitionCheck: 'Certificaat, plaats van de gegevens en voorwaarden bekeken voor de keuze.',
  exitPlan: 'Gegevens uitvoeren als bestand, controleren, en daarna laten wissen.',
}

/** Things that are verified every year, classified, and of which the cloud is arranged. */
export function addInventory(build: Builder, org: People & Things, scheme: Scheme): Inventory {
  const lastVerifiedAt = scheme.phase === 'initial' ? scheme.after({ days: 20 }) : scheme.ago({ months: 8 })
  for (const id of org.assets) build.set(asset, id, { lastVerifiedAt })
  build.set(asset, org.customerData, { classification: 'confidential' })
  for (const id of [...org.systems, org.mail]) {
    build.set(informationSystem, id, { ...CLOUD_SHEET, classification: 'confidential', lastVerifiedAt })
  }
  const { document, version } = addDocument(build, scheme, {
    title: 'Classificatie van informatie',
    type: 'classification_scheme',
    owner: org.officer,
    approver: org.approver,
    key: 'document.classification',
    text: '<p>Openbaar, intern, vertrouwelijk en geheim: wat ze betekenen, en hoe wij ermee omgaan.</p>',
  })
  return { classificationScheme: document, classificationVersion: version }
}
