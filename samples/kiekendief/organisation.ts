/** Kiekendief itself: what it is, what it set for itself, and its parts. */
import { location } from '../../src/modules/organisation/registers/location.ts'
import { organisation } from '../../src/modules/organisation/registers/organisation.ts'
import { unit } from '../../src/modules/organisation/registers/unit.ts'
import { act, create, idOf, idsOf, on, type Step, update } from './story.ts'

export const NAME = 'Kiekendief Software B.V.'
export const SLUG = 'kiekendief'
/** The one organisation record, made by the founding of the tenant. */
export const ORGANISATION = 'kiekendief'

const profile = update(
  organisation,
  ORGANISATION,
  {
    legalNames: [{ name: NAME, registration: 'KvK 00000000 (voorbeeld)' }],
    headcount: 12,
    sector: 'software',
    country: 'Nederland',
    timeZone: 'Europe/Amsterdam',
    ismsStart: '2025-10-01',
    parameters: { auditAndReviewBefore: 'stage2' },
    parametersReason:
      'De certificerende instelling vraagt de interne audit en de directiebeoordeling vóór fase 2. De overige termijnen zijn de gangbare.',
    placeholderPatterns: [{ pattern: '[Bedrijfsnaam]' }, { pattern: '[Naam organisatie]' }, { pattern: '[datum]' }],
    closedDays: [{ date: '2025-12-31', name: 'Kantoor gesloten' }],
    recordClasses: [
      {
        name: 'Personeelsdossiers',
        personalData: true,
        accessLevel: 'persons',
        retentionMonths: 24,
        disposal: 'destroy',
      },
      { name: 'Klantvragen', personalData: true, accessLevel: 'group', retentionMonths: 24, disposal: 'anonymise' },
      {
        name: 'Financiële administratie',
        personalData: false,
        accessLevel: 'group',
        retentionMonths: 84,
        disposal: 'destroy',
      },
      {
        name: 'Logbestanden van de webdienst',
        personalData: true,
        accessLevel: 'group',
        retentionMonths: 12,
        disposal: 'destroy',
      },
    ],
  },
  'Start van het ISMS op 1 oktober 2025',
)

/** Units name their owner and people their unit, so both are entered at once: see `people.ts`. */
export const places = [
  create(unit, 'directie', {
    title: 'Directie en kantoor',
    description: 'Leiding, geld, personeel en het kantoor.',
    owner: idOf('person', 'marit'),
    inScope: true,
    handlesServiceInformation: false,
  }),
  create(unit, 'ontwikkeling', {
    title: 'Ontwikkeling',
    description: 'Bouwt en test de webdienst.',
    owner: idOf('person', 'ruben'),
    inScope: true,
    handlesServiceInformation: true,
  }),
  create(unit, 'platform', {
    title: 'Platform',
    description: 'Houdt de webdienst, de back-ups en de laptops draaiend.',
    owner: idOf('person', 'youssef'),
    inScope: true,
    handlesServiceInformation: true,
  }),
  create(unit, 'klantteam', {
    title: 'Klantteam',
    description: 'Helpt klanten en richt hun omgeving in.',
    owner: idOf('person', 'sem'),
    inScope: true,
    handlesServiceInformation: true,
  }),
  create(location, 'kantoor', {
    title: 'Kantoor Deventer',
    kind: 'office',
    address: 'Eerste verdieping van een gedeeld pand; geen servers, draadloos netwerk van de verhuurder.',
    owner: idOf('person', 'anouk'),
    inScope: true,
    handlesServiceInformation: true,
    receivesVisitors: true,
  }),
  create(location, 'thuis', {
    title: 'Thuiswerkplekken',
    kind: 'home',
    address: 'Iedereen werkt ten minste twee dagen per week thuis, op de laptop van de zaak.',
    owner: idOf('person', 'anouk'),
    inScope: true,
    handlesServiceInformation: true,
  }),
]

export const organisationSteps: readonly Step[] = [
  on('2025-10-01 09:30', 'fenna', profile),
  on('2025-10-01 11:20', 'marit', act(organisation, ORGANISATION, 'approveParameters')),
  on(
    '2025-10-06 16:20',
    'fenna',
    update(
      organisation,
      ORGANISATION,
      {
        pathPlan: {
          targetDate: '2026-07-01',
          hoursPerWeek: { director: 2, coordinator: 16, owners: 16, it: 12, hr: 4, auditor: 16 },
        },
      },
      'Het waterschap wil het certificaat voor 1 juli; de uren volgen uit het besluit van vandaag',
    ),
  ),
  on(
    '2025-11-05 15:30',
    'youssef',
    update(organisation, ORGANISATION, { contactListCheckedAt: '2025-11-05' }, 'Bellijst voor incidenten nagelopen'),
  ),
  on(
    '2025-12-18 14:00',
    'fenna',
    update(
      organisation,
      ORGANISATION,
      {
        stagePlan: {
          stage1: '2026-03-16',
          stage1LastDay: '2026-03-16',
          stage2: '2026-05-18',
          stage2LastDay: '2026-05-20',
        },
      },
      'Data afgesproken met de certificerende instelling',
    ),
  ),
  on(
    '2026-02-05 11:40',
    'anouk',
    update(
      organisation,
      ORGANISATION,
      {
        requiredDocuments: [
          { name: 'Lijst van eigen documenten', document: idOf('document', 'eigenlijst') },
          { name: 'Regels voor thuiswerken', document: idOf('document', 'thuiswerken') },
          { name: 'Classificatie van informatie', document: idOf('document', 'classificatie') },
          { name: 'Regels voor veilig ontwikkelen', document: idOf('document', 'ontwikkelen') },
          { name: 'Continuïteitsplan', document: idOf('document', 'continuiteit') },
        ],
      },
      'Lijst van eigen documenten is goedgekeurd',
    ),
  ),
  on(
    '2026-02-02 09:05',
    'fenna',
    update(
      unit,
      'klantteam',
      { owner: idOf('person', 'noor') },
      'Sem Dekker is vertrokken; Noor Willemse leidt het klantteam',
    ),
  ),
]

export const ALL_UNITS = idsOf('unit', 'directie', 'ontwikkeling', 'platform', 'klantteam')
export const ALL_LOCATIONS = idsOf('location', 'kantoor', 'thuis')
