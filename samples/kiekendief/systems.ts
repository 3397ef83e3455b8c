/** The web service and the systems it runs on; two systems lie outside the scope. */
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
  accessReviewReason:
    'Twaalf mensen en weinig wisseling: elk halfjaar alle systemen tegelijk is genoeg en wordt niet vergeten.',
  loggingRequired: true,
  loggingOn: true,
  logsProtected: true,
  logReviewIntervalDays: 35,
  cryptography: true,
  responsibilities: 'De leverancier houdt de dienst draaiend; wij beheren accounts, rechten en instellingen.',
  acquisitionCheck:
    'Beoordeeld op plaats van de gegevens, certificaat, versleuteling en mogelijkheid om te vertrekken.',
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
    outOfScopeReason:
      'Afgenomen zoals hij is; de aanbieder bepaalt hoe hij werkt. Er staan geen klantgegevens van de webdienst in.',
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

const SYSTEMS = ['webdienst', 'database', 'backup', 'bouwstraat', 'tickets', 'identiteit', 'boekhouding']

export const systemSteps: readonly Step[] = [
  on('2025-10-10 10:00', 'youssef', ...systems),
  on('2025-10-10 11:30', 'fenna', roosterdienst),
  on('2025-10-20 13:10', 'youssef', ...SYSTEMS.map((key) => act(informationSystem, key, 'verify'))),
  on(
    '2026-02-02 09:30',
    'fenna',
    update(informationSystem, 'tickets', { owner: person('noor') }, 'Noor Willemse leidt het klantteam'),
  ),
]

export const SYSTEMS_IN_SCOPE = idsOf('information_system', 'webdienst', 'database', 'backup', 'bouwstraat', 'tickets')
