/** Who delivers what. The two cloud services are why leaving out A.5.23 contradicts the registers. */
import { type Supplier, supplier } from '../../src/modules/suppliers/register.ts'
import { supplierReview } from '../../src/modules/suppliers/registers/supplier-review.ts'
import { act, create, idOf, idsOf, on, type Step, update } from './story.ts'

interface Deliverer {
  readonly key: string
  readonly title: string
  readonly kind: NonNullable<Supplier['kind']>
  readonly delivers: string
  readonly owner: string
  readonly criticality: NonNullable<Supplier['criticality']>
  readonly since: string
  readonly hasInformation: boolean
  readonly hasPersonalData: boolean
  readonly certificate?: 'iso27001' | 'soc2'
  readonly months: number
}

const DELIVERERS: readonly Deliverer[] = [
  {
    key: 'cloudhost',
    title: 'Polderwolk Cloud B.V.',
    kind: 'cloud',
    delivers: 'Rekencentrum, database en opslag van de webdienst.',
    owner: 'youssef',
    criticality: 'high',
    since: '2020-02-01',
    hasInformation: true,
    hasPersonalData: true,
    certificate: 'iso27001',
    months: 12,
  },
  {
    key: 'identiteit',
    title: 'Heldermail Diensten',
    kind: 'cloud',
    delivers: 'Mail, agenda en accounts.',
    owner: 'youssef',
    criticality: 'high',
    since: '2019-04-01',
    hasInformation: true,
    hasPersonalData: true,
    certificate: 'soc2',
    months: 12,
  },
  {
    key: 'bouwstraat',
    title: 'Smidse Code',
    kind: 'hosting',
    delivers: 'Broncodebeheer en bouwstraat.',
    owner: 'tijs',
    criticality: 'medium',
    since: '2021-04-01',
    hasInformation: true,
    hasPersonalData: false,
    certificate: 'soc2',
    months: 24,
  },
  {
    key: 'tickets',
    title: 'Vraagbaak Online B.V.',
    kind: 'data_processing',
    delivers: 'Ticketsysteem.',
    owner: 'marit',
    criticality: 'medium',
    since: '2022-01-10',
    hasInformation: true,
    hasPersonalData: true,
    certificate: 'iso27001',
    months: 24,
  },
  {
    key: 'administratie',
    title: 'Cijferwerk Administratie',
    kind: 'professional_services',
    delivers: 'Boekhouding en salarissen.',
    owner: 'anouk',
    criticality: 'low',
    since: '2019-04-01',
    hasInformation: true,
    hasPersonalData: true,
    months: 36,
  },
  {
    key: 'verhuurder',
    title: 'Pand aan de Pothoofd',
    kind: 'facilities',
    delivers: 'Kantoorruimte, schoonmaak, draadloos netwerk en nutsvoorzieningen.',
    owner: 'anouk',
    criticality: 'low',
    since: '2021-01-01',
    hasInformation: false,
    hasPersonalData: false,
    months: 36,
  },
  {
    key: 'auditor',
    title: 'Terpstra Audit',
    kind: 'professional_services',
    delivers: 'De interne audit.',
    owner: 'fenna',
    criticality: 'low',
    since: '2026-01-05',
    hasInformation: false,
    hasPersonalData: false,
    months: 36,
  },
]

/** Contracts that are older than the ISMS were read again in October; what they say is kept as it was. */
const known = (of: Deliverer) =>
  create(
    supplier,
    of.key,
    {
      title: of.title,
      kind: of.kind,
      delivers: of.delivers,
      owner: idOf('person', of.owner),
      contact: `info@${of.key}.example`,
      criticality: of.criticality,
      inScope: false,
      outOfScopeReason: 'Een ander bedrijf; wat het voor ons doet, is in het contract geregeld.',
      handlesServiceInformation: of.hasPersonalData && of.criticality !== 'low',
      accessToInformation: of.hasInformation,
      accessStart: of.hasInformation ? of.since : null,
      processesPersonalData: of.hasPersonalData,
      requirements: 'Versleuteling, tweede stap bij het inloggen, melding van incidenten binnen een dag.',
      assessedAt: of.since,
      assessment: 'Beoordeeld op gegevens, afhankelijkheid en bewijs van beveiliging: geschikt.',
      contract: {
        agreedAt: of.since,
        securityClauses: of.hasInformation,
        processorAgreementSignedAt: of.hasPersonalData ? of.since : null,
        incidentNoticeHours: of.hasInformation ? 24 : null,
        assuranceRight: of.criticality !== 'low',
        exit: 'Opzegbaar met drie maanden; gegevens worden teruggegeven en daarna gewist.',
      },
      reviewIntervalMonths: of.months,
      assuranceDocuments:
        of.certificate === undefined
          ? []
          : [{ type: of.certificate, name: `Certificaat van ${of.title}`, validUntil: '2026-12-31' }],
      approvedBy: idOf('person', 'marit'),
      approvedAt: of.since,
    },
    'active',
  )

const RISKS: readonly (readonly [string, readonly string[]])[] = [
  ['cloudhost', ['R-3', 'R-18']],
  ['identiteit', ['R-2']],
  ['bouwstraat', ['R-8', 'R-15']],
  ['tickets', ['R-11']],
  ['administratie', ['R-13']],
]

/** What Fenna found of each in October, as the list says that is kept as proof of A.5.22. */
const REVIEWED: Readonly<Record<string, string>> = {
  cloudhost: 'Certificaat geldig, twee storingen gemeld binnen de afspraak.',
  identiteit: 'Verklaring ontvangen en gelezen; geen uitzonderingen die ons raken.',
  bouwstraat: 'Geen wijzigingen die ons raken.',
  tickets: 'Geen wijzigingen die ons raken.',
  administratie: 'Geen wijzigingen die ons raken.',
  verhuurder: 'Geen wijzigingen die ons raken.',
}

const reviewed = Object.entries(REVIEWED).flatMap(([key, conclusion]) => [
  create(supplierReview, `${key} 2025`, {
    supplier: idOf('supplier', key),
    plannedAt: '2025-10-17',
    lookedAt: ['agreements', 'incidents', 'assurance', 'changes'],
  }),
  act(supplierReview, `${key} 2025`, 'finish', {
    set: { reviewer: idOf('person', 'fenna'), result: 'good', conclusion },
  }),
  update(supplier, key, { lastReviewAt: '2025-10-17', reviewResult: conclusion }, 'Jaarlijkse beoordeling'),
])

export const supplierSteps: readonly Step[] = [
  on('2025-10-10 09:30', 'fenna', ...DELIVERERS.filter(({ key }) => key !== 'auditor').map(known)),
  on('2025-10-17 14:00', 'fenna', ...reviewed),
  on(
    '2025-12-12 15:00',
    'fenna',
    ...RISKS.map(([key, risks]) =>
      update(supplier, key, { risks: idsOf('risk', ...risks) }, 'Risico’s van de leverancier gekoppeld'),
    ),
  ),
  on('2026-01-05 10:00', 'fenna', ...DELIVERERS.filter(({ key }) => key === 'auditor').map(known)),
]
