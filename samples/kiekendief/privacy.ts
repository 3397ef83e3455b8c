/** Which personal data is processed for what, and what that means for the people it is about. */
import { dpia } from '../../src/modules/privacy/registers/dpia.ts'
import { type ProcessingRecord, processingRecord } from '../../src/modules/privacy/registers/processing-record.ts'
import type { Actor } from './cast.ts'
import { act, create, idOf, idsOf, on, type Step, update } from './story.ts'

interface Processing {
  readonly key: string
  readonly title: string
  readonly role: NonNullable<ProcessingRecord['role']>
  readonly ground: NonNullable<ProcessingRecord['legalBasis']>
  readonly purpose: string
  readonly owner: Actor
  readonly subjects: string
  readonly what: string
  readonly processors: readonly string[]
  readonly systems: readonly string[]
  readonly kept: string
  readonly isHighRisk: boolean
  readonly because: string
}

const PROCESSINGS: readonly Processing[] = [
  {
    key: 'roosters',
    title: 'Roosters van klanten',
    role: 'processor',
    ground: 'contract',
    purpose: 'Klanten laten vastleggen wie wanneer werkt.',
    owner: 'ruben',
    subjects: 'Medewerkers van klanten',
    what: 'Naam, functie, rooster, verlof, telefoonnummer',
    processors: ['cloudhost'],
    systems: ['webdienst', 'database', 'backup'],
    kept: 'Zolang de klant wil; drie maanden na het contract gewist.',
    isHighRisk: true,
    because: 'Duizenden mensen, en over wie waar is en wanneer.',
  },
  {
    key: 'vragen',
    title: 'Vragen van klanten',
    role: 'controller',
    ground: 'legitimate_interest',
    purpose: 'Vragen beantwoorden en kunnen teruglezen wat is afgesproken.',
    owner: 'noor',
    subjects: 'Contactpersonen van klanten',
    what: 'Naam, mailadres, vraag, soms een schermafdruk',
    processors: ['tickets'],
    systems: ['tickets'],
    kept: 'Twee jaar; daarna zonder namen.',
    isHighRisk: false,
    because: 'Klein, zakelijk en zonder gevoelige gegevens.',
  },
  {
    key: 'personeel',
    title: 'Personeel en salaris',
    role: 'controller',
    ground: 'legal_obligation',
    purpose: 'Mensen in dienst hebben en betalen.',
    owner: 'anouk',
    subjects: 'Eigen medewerkers',
    what: 'Naam, adres, burgerservicenummer, salaris, verzuim',
    processors: ['administratie'],
    systems: ['boekhouding'],
    kept: 'Twee jaar na vertrek; de loonadministratie zeven jaar.',
    isHighRisk: false,
    because: 'Twaalf mensen en een gewone administratie.',
  },
  {
    key: 'werving',
    title: 'Sollicitanten',
    role: 'controller',
    ground: 'legitimate_interest',
    purpose: 'Kiezen wie er komt werken.',
    owner: 'anouk',
    subjects: 'Sollicitanten',
    what: 'Naam, brief, cv',
    processors: ['identiteit'],
    systems: ['identiteit'],
    kept: 'Vier weken na de keuze.',
    isHighRisk: false,
    because: 'Enkele mensen per jaar.',
  },
  {
    key: 'logs',
    title: 'Logbestanden van de webdienst',
    role: 'processor',
    ground: 'contract',
    purpose: 'Misbruik en storingen kunnen nagaan.',
    owner: 'youssef',
    subjects: 'Gebruikers van de webdienst',
    what: 'Account, tijd, adres van het apparaat',
    processors: ['cloudhost'],
    systems: ['webdienst'],
    kept: 'Een jaar.',
    isHighRisk: false,
    because: 'Alleen het beheer kijkt erin, en alleen bij een aanleiding.',
  },
]

/** Noor Willemse answers for the questions since Sem Dekker left. */
const FIRST_OWNER: Readonly<Record<string, Actor>> = { vragen: 'sem' }

const recorded = (of: Processing) =>
  create(processingRecord, of.key, {
    title: of.title,
    role: of.role,
    purpose: of.purpose,
    legalBasis: of.ground,
    owner: idOf('person', FIRST_OWNER[of.key] ?? of.owner),
    subjects: of.subjects,
    dataCategories: of.what,
    specialCategories: of.key === 'personeel',
    processors: idsOf('supplier', ...of.processors),
    systems: idsOf('information_system', ...of.systems),
    outsideEea: false,
    retention: of.kept,
    security: 'Zie de maatregelen in de verklaring van toepasselijkheid.',
    highRisk: of.isHighRisk,
    highRiskReason: of.because,
  })

export const privacySteps: readonly Step[] = [
  on('2025-10-28 10:00', 'anouk', ...PROCESSINGS.map(recorded)),
  on(
    '2025-11-03 13:30',
    'anouk',
    create(dpia, 'roosters', {
      title: 'DPIA van de roosterdienst, met het waterschap',
      processing: idsOf('processing_record', 'roosters'),
      owner: idOf('person', 'anouk'),
      startedAt: '2025-11-03',
      description: 'Klanten leggen vast wie wanneer werkt; planners zien hun eigen afdeling.',
      necessity: 'Zonder namen is er geen rooster. Verlof is zichtbaar zonder de reden.',
      measures: 'Scheiding tussen klanten, rechten per afdeling, wissen na drie maanden.',
    }),
  ),
  on(
    '2025-12-04 15:00',
    'anouk',
    act(dpia, 'roosters', 'complete', { set: { conclusion: 'with_measures', reviewAt: '2026-12-04' } }),
  ),
  on('2025-12-10 11:00', 'marit', act(dpia, 'roosters', 'approve')),
  on('2026-01-02 11:30', 'anouk', ...PROCESSINGS.map(({ key }) => act(processingRecord, key, 'verify'))),
  on(
    '2026-02-02 09:50',
    'anouk',
    update(processingRecord, 'vragen', { owner: idOf('person', 'noor') }, 'Noor Willemse leidt het klantteam'),
  ),
]
