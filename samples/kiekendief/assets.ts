/** Information, processes and laptops: what is of value beside the systems. */
import { type Asset, asset } from '../../src/modules/assets/registers/asset.ts'
import { act, create, idOf, idsOf, on, type Step, update } from './story.ts'

const person = (key: string) => idOf('person', key)

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
  {
    key: 'klantgegevens',
    title: 'Roosters en gegevens van klanten',
    kind: 'information',
    category: 'data',
    owner: 'ruben',
    classification: 'secret',
    bic: [5, 4, 5],
    why: 'Namen, roosters en verlof van duizenden mensen.',
    personalData: true,
    on: ['database', 'backup'],
  },
  {
    key: 'broncode',
    title: 'Broncode',
    kind: 'information',
    category: 'data',
    owner: 'ruben',
    classification: 'confidential',
    bic: [3, 5, 4],
    why: 'Het werk van zes jaar; wie haar verandert, verandert de dienst.',
    personalData: false,
    on: ['bouwstraat'],
  },
  {
    key: 'klantvragen',
    title: 'Klantvragen en contracten',
    kind: 'information',
    category: 'data',
    owner: 'marit',
    classification: 'confidential',
    bic: [3, 3, 4],
    why: 'Afspraken en soms schermafdrukken met namen.',
    personalData: true,
    on: ['tickets'],
  },
  {
    key: 'personeel',
    title: 'Personeelsdossiers',
    kind: 'information',
    category: 'data',
    owner: 'anouk',
    classification: 'secret',
    bic: [2, 3, 5],
    why: 'Dertien mensen, met verzuim en salaris.',
    personalData: true,
    on: [],
  },
  {
    key: 'ontwikkelen',
    title: 'Ontwikkelen en uitrollen',
    kind: 'process',
    category: 'organisation',
    owner: 'ruben',
    classification: 'internal',
    bic: [3, 5, 3],
    why: 'Elke week een nieuwe versie bij alle klanten.',
    personalData: false,
    on: ['bouwstraat'],
  },
  {
    key: 'helpen',
    title: 'Klanten helpen',
    kind: 'process',
    category: 'organisation',
    owner: 'sem',
    classification: 'internal',
    bic: [4, 3, 4],
    why: 'Wie helpt, kan bij gegevens van de klant.',
    personalData: true,
    on: ['tickets', 'webdienst'],
  },
  {
    key: 'isms',
    title: 'Het ISMS draaiend houden',
    kind: 'process',
    category: 'organisation',
    owner: 'fenna',
    classification: 'internal',
    bic: [3, 3, 2],
    why: 'Zonder registers geen certificaat.',
    personalData: false,
    on: [],
  },
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

/** In the order of their labels, L-01 to L-13. */
const LAPTOPS = [
  'marit',
  'fenna',
  'ruben',
  'youssef',
  'tijs',
  'dewi',
  'sanne',
  'anouk',
  'noor',
  'bas',
  'joost',
  'lieke',
  'sem',
]

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

const seen = (who: string, day: string) =>
  update(asset, `laptop-${who}`, { lastSeen: day }, 'Lijst uit het laptopbeheer')

const present = LAPTOPS.filter((who) => who !== 'sem')

export const assetSteps: readonly Step[] = [
  on('2025-10-20 10:00', 'fenna', ...things, betaalkoppeling),
  on('2025-10-20 13:00', 'youssef', ...LAPTOPS.map(laptop)),
  on('2025-11-13 17:00', 'youssef', ...LAPTOPS.map((who) => seen(who, '2025-11-13'))),
  on('2025-12-12 17:00', 'youssef', ...LAPTOPS.map((who) => seen(who, '2025-12-12'))),
  on('2026-01-13 17:00', 'youssef', ...LAPTOPS.map((who) => seen(who, '2026-01-13'))),
  on(
    '2026-01-30 15:00',
    'anouk',
    update(asset, 'laptop-sem', { returnedAt: '2026-01-30' }, 'Ingeleverd op de laatste werkdag'),
    act(asset, 'laptop-sem', 'retire', { reason: 'Gewist en uit gebruik' }),
  ),
  on(
    '2026-02-02 09:40',
    'fenna',
    update(asset, 'helpen', { owner: person('noor') }, 'Noor Willemse leidt het klantteam'),
  ),
  on('2026-02-12 17:00', 'youssef', ...present.map((who) => seen(who, '2026-02-12'))),
  on('2026-02-27 17:00', 'youssef', ...present.map((who) => seen(who, '2026-02-27'))),
]
