/** Who expects something, and what: E-1 to E-13. */
import { interestedParty } from '../../src/modules/parties/registers/interested-party.ts'
import { type Requirement, requirement } from '../../src/modules/parties/registers/requirement.ts'
import { control } from './controls.ts'
import { act, create, idOf, idsOf, on, type Step } from './story.ts'

const PARTIES = [
  {
    key: 'klanten',
    kind: 'customer',
    title: 'Klanten',
    description: 'Organisaties die hun roosters in de webdienst maken.',
  },
  {
    key: 'waterschap',
    kind: 'customer',
    title: 'Waterschap Grote Zijl',
    description: 'Grootste klant, met een beveiligingsbijlage bij het contract.',
  },
  { key: 'medewerkers', kind: 'staff', title: 'Medewerkers en ingehuurden', description: 'Twaalf mensen.' },
  { key: 'aandeelhouders', kind: 'owner', title: 'Aandeelhouders', description: 'De twee oprichters.' },
  { key: 'ap', kind: 'authority', title: 'Autoriteit Persoonsgegevens', description: 'Toezichthouder op de AVG.' },
  {
    key: 'belastingdienst',
    kind: 'authority',
    title: 'Belastingdienst',
    description: 'Vraagt een bewaarde administratie.',
  },
  {
    key: 'leveranciers',
    kind: 'supplier',
    title: 'Leveranciers',
    description: 'Cloudhost, mail en identiteit, ticketsysteem.',
  },
] as const

interface Demand {
  readonly key: string
  readonly title: string
  readonly party: string
  readonly sourceType: NonNullable<Requirement['sourceType']>
  readonly sourceRef: string
  readonly paraphrase: string
  readonly owner: string
  readonly answeredBy: readonly string[]
  readonly clocks?: Requirement['clocks']
}

const DEMANDS: readonly Demand[] = [
  {
    key: 'avg',
    title: 'AVG: zorgvuldig verwerken',
    party: 'ap',
    sourceType: 'law',
    sourceRef: 'Verordening (EU) 2016/679',
    paraphrase: 'Persoonsgegevens alleen voor een doel, niet meer en niet langer dan nodig, en aantoonbaar.',
    owner: 'anouk',
    answeredBy: ['5.31', '5.34'],
  },
  {
    key: 'avg24',
    title: 'AVG art. 24: passend beleid',
    party: 'ap',
    sourceType: 'law',
    sourceRef: 'AVG art. 24',
    paraphrase: 'Maatregelen en beleid waarmee wij kunnen laten zien dat wij ons aan de AVG houden.',
    owner: 'anouk',
    answeredBy: ['5.1'],
  },
  {
    key: 'avg28',
    title: 'AVG art. 28: verwerkers',
    party: 'ap',
    sourceType: 'law',
    sourceRef: 'AVG art. 28',
    paraphrase: 'Met wie voor ons gegevens verwerkt, ligt vast wat hij mag en moet.',
    owner: 'fenna',
    answeredBy: ['5.20'],
  },
  {
    key: 'avg33',
    title: 'AVG art. 33: datalek melden',
    party: 'ap',
    sourceType: 'law',
    sourceRef: 'AVG art. 33',
    paraphrase: 'Een datalek binnen 72 uur melden; als verwerker de klant zonder vertraging.',
    owner: 'anouk',
    answeredBy: ['5.26'],
    clocks: [{ event: 'personal_data_breach', step: 'Melden', hours: 72, recipient: 'Autoriteit Persoonsgegevens' }],
  },
  {
    key: 'avg17',
    title: 'AVG art. 17: wissen',
    party: 'ap',
    sourceType: 'law',
    sourceRef: 'AVG art. 17',
    paraphrase: 'Gegevens wissen wanneer ze niet meer nodig zijn of wanneer iemand dat terecht vraagt.',
    owner: 'anouk',
    answeredBy: ['8.10'],
  },
  {
    key: 'avg32',
    title: 'AVG art. 32: passende beveiliging',
    party: 'ap',
    sourceType: 'law',
    sourceRef: 'AVG art. 32',
    paraphrase: 'Beveiliging die past bij het risico, met versleuteling waar dat helpt.',
    owner: 'youssef',
    answeredBy: ['8.24'],
  },
  {
    key: 'awr52',
    title: 'Awr art. 52: administratie bewaren',
    party: 'belastingdienst',
    sourceType: 'law',
    sourceRef: 'Awr art. 52',
    paraphrase: 'De administratie zeven jaar leesbaar bewaren.',
    owner: 'anouk',
    answeredBy: ['5.33'],
  },
  {
    key: 'werk',
    title: 'Medewerkers: weten waar zij aan toe zijn',
    party: 'medewerkers',
    sourceType: 'party',
    sourceRef: 'Personeelsgids 2025',
    paraphrase: 'Heldere regels voor laptop en thuiswerken, en geen straf voor wie een fout meldt.',
    owner: 'anouk',
    answeredBy: ['6.4', '6.7', '6.8'],
  },
  {
    key: 'aandeel',
    title: 'Aandeelhouders: geen verrassingen',
    party: 'aandeelhouders',
    sourceType: 'party',
    sourceRef: 'Aandeelhoudersvergadering 2025-05-20',
    paraphrase: 'Het bedrijf kan een ernstig incident te boven komen; elk jaar een verslag.',
    owner: 'marit',
    answeredBy: ['5.4', '5.29'],
  },
  {
    key: 'waterschap',
    title: 'Contract waterschap',
    party: 'waterschap',
    sourceType: 'contract',
    sourceRef: 'Overeenkomst WGZ-2024-118',
    paraphrase: 'Een certificaat voor 1 juli 2026, en elk jaar een gesprek over beveiliging.',
    owner: 'marit',
    answeredBy: ['5.1', '5.19', '5.31'],
  },
  {
    key: 'bijlage3',
    title: 'Contract waterschap, bijlage 3',
    party: 'waterschap',
    sourceType: 'contract',
    sourceRef: 'Overeenkomst WGZ-2024-118, bijlage 3',
    paraphrase: 'Screening van wie bij gegevens kan; ernstige kwetsbaarheden snel verholpen.',
    owner: 'ruben',
    answeredBy: ['6.1', '8.8'],
  },
  {
    key: 'cloud',
    title: 'Voorwaarden van de cloudhost',
    party: 'leveranciers',
    sourceType: 'contract',
    sourceRef: 'Voorwaarden Polderwolk 2025',
    paraphrase: 'Wij beheren accounts, versleuteling en back-ups binnen onze omgeving zelf.',
    owner: 'youssef',
    answeredBy: ['8.5', '8.13'],
  },
  {
    key: 'sla',
    title: 'Klanten: de dienst is er',
    party: 'klanten',
    sourceType: 'contract',
    sourceRef: 'Algemene voorwaarden, artikel 7',
    paraphrase: 'Bereikbaar op 99,8 procent van de uren, en binnen vier uur terug na een storing.',
    owner: 'ruben',
    answeredBy: ['8.6', '8.14'],
  },
]

export const ALL_REQUIREMENTS = idsOf('requirement', ...DEMANDS.map(({ key }) => key))

/** Which of them are law, by key. */
export const LAWS: ReadonlySet<string> = new Set(
  DEMANDS.filter(({ sourceType }) => sourceType === 'law').map(({ key }) => key),
)

export const partySteps: readonly Step[] = [
  on(
    '2025-10-09 15:00',
    'fenna',
    ...PARTIES.map(({ key, ...rest }) =>
      create(interestedParty, key, { ...rest, owner: idOf('person', 'marit'), lastReviewedAt: '2025-10-09' }),
    ),
    ...PARTIES.map(({ key }) => act(interestedParty, key, 'activate')),
  ),
  on(
    '2025-10-15 11:00',
    'fenna',
    ...DEMANDS.map(({ key, party, owner, answeredBy, ...rest }) =>
      create(requirement, key, {
        ...rest,
        party: idOf('interested_party', party),
        owner: idOf('person', owner),
        addressedByIsms: true,
        prescribesControl: false,
        answeredBy: answeredBy.map(control),
      }),
    ),
    ...DEMANDS.map(({ key }) => act(requirement, key, 'activate')),
  ),
  on('2025-10-24 10:00', 'fenna', ...DEMANDS.map(({ key }) => act(requirement, key, 'verify'))),
]
