/** The web service, what it runs on, and everything else of value. */
import { type Asset, asset } from '../../src/modules/assets/registers/asset.ts'
import { type InformationSystem, informationSystem } from '../../src/modules/assets/registers/information-system.ts'
import { service } from '../../src/modules/organisation/registers/service.ts'
import { act, create, type Given, idOf, idsOf, on, type Step, update } from './story.ts'

const person = (key: string) => idOf('person', key)
const supplier = (key: string) => idOf('supplier', key)

/** What holds for every system; each says where it differs. */
const ORDINARY: Given<InformationSystem> = {
  inScope: true,
  handlesServiceInformation: true,
  cloud: true,
  remoteAccess: true,
  privilegedAccess: true,
  mfa: true,
  accessReviewIntervalMonths: 6,
  accessReviewReason: 'Twaalf mensen en weinig wisseling: elk halfjaar alle systemen tegelijk is genoeg en wordt niet vergeten.',
  loggingRequired: true,
  loggingOn: true,
  logsProtected: true,
  logReviewIntervalDays: 31,
  cryptography: true,
  responsibilities: 'De leverancier houdt de dienst draaiend; wij beheren accounts, rechten en instellingen.',
  acquisitionCheck: 'Beoordeeld op plaats van de gegevens, certificaat, versleuteling en mogelijkheid om te vertrekken.',
  exitPlan: 'Gegevens te halen in een open vorm; vervanging binnen een maand.',
}

const systems = [
  create(informationSystem, 'webdienst', {
    ...ORDINARY,
    title: 'Webdienst',
    description: 'De roosterdienst waarmee klanten werken: schermen, koppelingen en de toepassing zelf.',
    systemClass: 'internet_facing',
    criticality: 'high',
    owner: person('ruben'),
    supplier: supplier('cloudhost'),
    classification: 'confidential',
    relevantProperties: ['availability', 'integrity', 'confidentiality'],
    availability: 5,
    integrity: 4,
    confidentiality: 5,
    personalData: true,
    whoHasAccess: 'Klanten tot hun eigen omgeving; platform en hoofd ontwikkeling als beheerder.',
    dependsOn: [...idsOf('information_system', 'database', 'identiteit'), supplier('cloudhost')],
    rtoHours: 4,
    rpoHours: 24,
    inUseSince: '2020-02-01',
  }),
  create(informationSystem, 'database', {
    ...ORDINARY,
    title: 'Klantdatabase',
    description: 'De gegevens van alle klanten, per klant gescheiden.',
    systemClass: 'cloud_platform',
    criticality: 'high',
    owner: person('youssef'),
    supplier: supplier('cloudhost'),
    classification: 'secret',
    relevantProperties: ['availability', 'integrity', 'confidentiality'],
    availability: 5,
    integrity: 5,
    confidentiality: 5,
    personalData: true,
    dependsOn: [...idsOf('information_system', 'backup')],
    rtoHours: 4,
    rpoHours: 24,
    inUseSince: '2020-02-01',
  }),
  create(informationSystem, 'backup', {
    ...ORDINARY,
    title: 'Back-updienst',
    description: 'Elke nacht een versleutelde kopie van de klantdatabase in een tweede rekencentrum.',
    systemClass: 'cloud_platform',
    criticality: 'high',
    owner: person('youssef'),
    supplier: supplier('cloudhost'),
    classification: 'secret',
    personalData: true,
    rtoHours: 8,
    rpoHours: 24,
    inUseSince: '2020-03-01',
  }),
  create(informationSystem, 'bouwstraat', {
    ...ORDINARY,
    title: 'Bouwstraat',
    description: 'Broncode, bouwen, testen en uitrollen.',
    systemClass: 'cloud_application',
    criticality: 'high',
    owner: person('tijs'),
    supplier: supplier('bouwstraat'),
    classification: 'confidential',
    personalData: false,
    handlesServiceInformation: false,
    rtoHours: 24,
    rpoHours: 24,
    inUseSince: '2021-04-01',
  }),
  create(informationSystem, 'tickets', {
    ...ORDINARY,
    title: 'Ticketsysteem',
    description: 'Vragen van klanten en onze antwoorden.',
    systemClass: 'cloud_application',
    criticality: 'medium',
    owner: person('sem'),
    supplier: supplier('tickets'),
    classification: 'confidential',
    personalData: true,
    rtoHours: 24,
    rpoHours: 24,
    inUseSince: '2022-01-10',
  }),
  create(informationSystem, 'identiteit', {
    ...ORDINARY,
    title: 'Mail- en identiteitsdienst',
    description: 'Mail, agenda en de accounts waarmee wij overal inloggen.',
    systemClass: 'cloud_application',
    criticality: 'high',
    owner: person('youssef'),
    supplier: supplier('identiteit'),
    classification: 'internal',
    personalData: true,
    inScope: false,
    outOfScopeReason: 'Afgenomen zoals hij is; de aanbieder bepaalt hoe hij werkt. Er staan geen klantgegevens van de webdienst in.',
    handlesServiceInformation: false,
    inUseSince: '2019-04-01',
  }),
  create(informationSystem, 'boekhouding', {
    ...ORDINARY,
    title: 'Boekhouding en salarissen',
    systemClass: 'cloud_application',
    criticality: 'low',
    owner: person('anouk'),
    supplier: supplier('administratie'),
    classification: 'confidential',
    personalData: true,
    inScope: false,
    outOfScopeReason: 'Administratie van het bedrijf zelf, los van de dienst aan klanten.',
    handlesServiceInformation: false,
    inUseSince: '2019-04-01',
  }),
]

const roosterdienst = create(service, 'roosterdienst', {
  title: 'Roosterdienst',
  description: 'Webdienst waarin organisaties roosters van hun mensen maken en delen, met hulp van het klantteam.',
  owner: person('ruben'),
  developsSoftware: true,
  critical: true,
  rtoHours: 4,
  rpoHours: 24,
  dependsOn: [
    ...idsOf('information_system', 'webdienst', 'database', 'backup', 'bouwstraat', 'tickets', 'identiteit'),
    supplier('cloudhost'),
  ],
  inScope: true,
  handlesServiceInformation: true,
})

interface Thing {
  readonly key: string
  readonly title: string
  readonly kind: NonNullable<Asset['kind']>
  readonly category: NonNullable<Asset['category']>
  readonly owner: string
  readonly classification: NonNullable<Asset['classification']>
  readonly bic: readonly [number, number, number]
  readonly why: string
  readonly personalData: boolean
  readonly on: readonly string[]
}

const THINGS: readonly Thing[] = [
  { key: 'klantgegevens', title: 'Roosters en gegevens van klanten', kind: 'information', category: 'data', owner: 'ruben', classification: 'secret', bic: [5, 4, 5], why: 'Namen, roosters en verlof van duizenden mensen.', personalData: true, on: ['database', 'backup'] },
  { key: 'broncode', title: 'Broncode', kind: 'information', category: 'data', owner: 'ruben', classification: 'confidential', bic: [3, 5, 4], why: 'Het werk van zes jaar; wie haar verandert, verandert de dienst.', personalData: false, on: ['bouwstraat'] },
  { key: 'klantvragen', title: 'Klantvragen en contracten', kind: 'information', category: 'data', owner: 'marit', classification: 'confidential', bic: [3, 3, 4], why: 'Afspraken en soms schermafdrukken met namen.', personalData: true, on: ['tickets'] },
  { key: 'personeel', title: 'Personeelsdossiers', kind: 'information', category: 'data', owner: 'anouk', classification: 'secret', bic: [2, 3, 5], why: 'Dertien mensen, met verzuim en salaris.', personalData: true, on: [] },
  { key: 'ontwikkelen', title: 'Ontwikkelen en uitrollen', kind: 'process', category: 'organisation', owner: 'ruben', classification: 'internal', bic: [3, 5, 3], why: 'Elke week een nieuwe versie bij alle klanten.', personalData: false, on: ['bouwstraat'] },
  { key: 'helpen', title: 'Klanten helpen', kind: 'process', category: 'organisation', owner: 'sem', classification: 'internal', bic: [4, 3, 4], why: 'Wie helpt, kan bij gegevens van de klant.', personalData: true, on: ['tickets', 'webdienst'] },
  { key: 'isms', title: 'Het ISMS draaiend houden', kind: 'process', category: 'organisation', owner: 'fenna', classification: 'internal', bic: [3, 3, 2], why: 'Zonder registers geen certificaat.', personalData: false, on: [] },
]

const things = THINGS.map(({ key, owner, bic, why, on: systems, ...rest }) =>
  create(asset, key, {
    ...rest,
    owner: person(owner),
    relevantProperties: ['availability', 'integrity', 'confidentiality'],
    availability: bic[0],
    integrity: bic[1],
    confidentiality: bic[2],
    valueReason: why,
    dependsOn: idsOf('information_system', ...systems),
    inScope: true,
    handlesServiceInformation: rest.category === 'data',
    endpoint: false,
    mobile: false,
    storageMedia: false,
    lastVerifiedAt: '2025-10-20',
  }),
)

const betaalkoppeling = create(asset, 'betaalkoppeling', {
  title: 'Betaalkoppeling',
  kind: 'software',
  category: 'software',
  description: 'Onderdeel van de webdienst dat abonnementen afrekent.',
  owner: person('ruben'),
  classification: 'confidential',
  personalData: false,
  inScope: true,
  handlesServiceInformation: false,
  managedBy: 'organisation',
  endpoint: false,
  mobile: false,
  storageMedia: false,
  lastVerifiedAt: '2025-10-20',
})

const LAPTOPS = ['marit', 'fenna', 'ruben', 'youssef', 'tijs', 'dewi', 'sanne', 'anouk', 'noor', 'bas', 'joost', 'lieke', 'sem']
const HANDED_OUT_LATER = 'sanne'

const laptop = (who: string) => {
  const label = `L-${String(LAPTOPS.indexOf(who) + 1).padStart(2, '0')}`
  return create(asset, `laptop-${who}`, {
    title: `Laptop ${label}`,
    kind: 'hardware',
    category: 'equipment',
    owner: person('youssef'),
    assignedTo: person(who),
    serialNumber: `KK-2025-${label.slice(2)}`,
    classification: 'confidential',
    personalData: false,
    inScope: true,
    handlesServiceInformation: false,
    location: idOf('location', 'thuis'),
    managedBy: 'organisation',
    storageMedia: true,
    endpoint: true,
    mobile: true,
    encrypted: true,
    managed: true,
    osSupported: true,
    lastSeen: '2025-10-20',
    lastVerifiedAt: '2025-10-20',
  })
}

const present = LAPTOPS.filter((who) => who !== 'sem')

export const systemSteps: readonly Step[] = [
  on('2025-10-10 10:00', 'youssef', ...systems),
  on('2025-10-10 11:30', 'fenna', roosterdienst),
  on('2025-10-20 10:00', 'fenna', ...things, betaalkoppeling),
  on('2025-10-20 13:00', 'youssef', ...LAPTOPS.filter((who) => who !== HANDED_OUT_LATER).map(laptop)),
  on('2025-10-20 13:20', 'youssef', laptop(HANDED_OUT_LATER)),
  on(
    '2026-01-30 15:00',
    'anouk',
    update(asset, 'laptop-sem', { returnedAt: '2026-01-30' }, 'Ingeleverd op de laatste werkdag'),
    act(asset, 'laptop-sem', 'retire', { reason: 'Gewist en uit gebruik' }),
  ),
  on(
    '2026-02-02 09:30',
    'fenna',
    update(informationSystem, 'tickets', { owner: person('noor') }, 'Noor Willemse leidt het klantteam'),
    update(asset, 'helpen', { owner: person('noor') }, 'Noor Willemse leidt het klantteam'),
  ),
  on(
    '2026-02-27 17:00',
    'youssef',
    ...present.map((who) => update(asset, `laptop-${who}`, { lastSeen: '2026-02-27' }, 'Lijst uit het laptopbeheer')),
  ),
]

export const SYSTEMS_IN_SCOPE = idsOf('information_system', 'webdienst', 'database', 'backup', 'bouwstraat', 'tickets')
