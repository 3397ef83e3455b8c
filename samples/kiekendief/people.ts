/** Twelve people in scope at the audit, two of them contractors; one who left, and the auditor from outside. */
import { person } from '../../src/modules/people/registers/person.ts'
import { places } from './organisation.ts'
import { create, idOf, on, type Step, update } from './story.ts'

interface Who {
  readonly key: string
  readonly name: string
  readonly jobTitle: string
  readonly unit: string
  readonly start: string
  readonly manager?: string
  readonly kind?: 'contractor'
  readonly phone?: string
}

const STAFF: readonly Who[] = [
  { key: 'marit', name: 'Marit Kuipers', jobTitle: 'Directeur', unit: 'directie', start: '2019-04-01' },
  {
    key: 'fenna',
    name: 'Fenna Postma',
    jobTitle: 'Coördinator informatiebeveiliging',
    unit: 'directie',
    start: '2022-02-01',
    manager: 'marit',
    phone: 'toestel 12',
  },
  {
    key: 'ruben',
    name: 'Ruben Haverkamp',
    jobTitle: 'Hoofd ontwikkeling',
    unit: 'ontwikkeling',
    start: '2019-09-01',
    manager: 'marit',
  },
  {
    key: 'youssef',
    name: 'Youssef el Amrani',
    jobTitle: 'Platformbeheerder',
    unit: 'platform',
    start: '2020-05-01',
    manager: 'marit',
  },
  {
    key: 'tijs',
    name: 'Tijs van Beek',
    jobTitle: 'Ontwikkelaar, bouwstraat',
    unit: 'ontwikkeling',
    start: '2021-03-01',
    manager: 'ruben',
  },
  {
    key: 'dewi',
    name: 'Dewi Santoso',
    jobTitle: 'Ontwikkelaar, testen',
    unit: 'ontwikkeling',
    start: '2022-08-01',
    manager: 'ruben',
  },
  {
    key: 'anouk',
    name: 'Anouk Meijer',
    jobTitle: 'Kantoor en personeel',
    unit: 'directie',
    start: '2020-11-01',
    manager: 'marit',
  },
  {
    key: 'noor',
    name: 'Noor Willemse',
    jobTitle: 'Klantbegeleider',
    unit: 'klantteam',
    start: '2023-01-09',
    manager: 'marit',
  },
  {
    key: 'bas',
    name: 'Bas Hendriks',
    jobTitle: 'Ontwikkelaar',
    unit: 'ontwikkeling',
    start: '2023-09-04',
    manager: 'ruben',
  },
  {
    key: 'joost',
    name: 'Joost Verhoeven',
    jobTitle: 'Ontwikkelaar schermen (ingehuurd)',
    unit: 'ontwikkeling',
    start: '2024-06-03',
    manager: 'ruben',
    kind: 'contractor',
  },
  {
    key: 'lieke',
    name: 'Lieke Brouwer',
    jobTitle: 'Ontwerper (ingehuurd)',
    unit: 'ontwikkeling',
    start: '2025-03-03',
    manager: 'ruben',
    kind: 'contractor',
  },
  {
    key: 'sem',
    name: 'Sem Dekker',
    jobTitle: 'Hoofd klantteam',
    unit: 'klantteam',
    start: '2021-06-01',
    manager: 'marit',
  },
]

const SANNE: Who = {
  key: 'sanne',
  name: 'Sanne Dijkgraaf',
  jobTitle: 'Klantondersteuner',
  unit: 'klantteam',
  start: '2025-10-06',
  manager: 'sem',
}

function hired(who: Who) {
  return create(person, who.key, {
    name: who.name,
    email: `${who.key}@kiekendief.example`,
    phone: who.phone ?? null,
    jobTitle: who.jobTitle,
    kind: who.kind ?? 'employee',
    unit: idOf('unit', who.unit),
    manager: who.manager === undefined ? null : idOf('person', who.manager),
    isTopManagement: who.key === 'marit',
    startDate: who.start,
    remoteWork: true,
    screeningDoneAt: who.start,
    termsSignedAt: who.start,
    confidentialitySignedAt: who.start,
  })
}

export const peopleSteps: readonly Step[] = [
  on('2025-10-01 10:00', 'fenna', ...places, ...STAFF.map(hired)),
  on('2025-10-06 09:00', 'anouk', hired(SANNE)),
  on(
    '2025-12-15 11:00',
    'fenna',
    create(person, 'terpstra', {
      name: 'Jelle Terpstra',
      email: 'jelle@terpstra-audit.example',
      jobTitle: 'Interne auditor, van buiten',
      kind: 'external',
      isTopManagement: false,
      startDate: '2025-12-15',
      remoteWork: false,
      confidentialitySignedAt: '2025-12-15',
    }),
  ),
  on(
    '2026-01-22 10:40',
    'anouk',
    update(person, 'sem', { endDate: '2026-01-31' }, 'Sem heeft opgezegd per 1 februari'),
  ),
  on(
    '2026-02-02 09:00',
    'anouk',
    update(person, 'sanne', { manager: idOf('person', 'noor') }, 'Noor Willemse leidt het klantteam'),
  ),
]
