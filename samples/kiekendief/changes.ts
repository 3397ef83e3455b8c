/** Changes to systems since October, one of them in haste; and one change to the ISMS. */
import { type ChangeRecord, changeRecord } from '../../src/modules/changes/registers/change-record.ts'
import { ismsChange } from '../../src/modules/changes/registers/isms-change.ts'
import type { Actor } from './cast.ts'
import { act, create, idOf, idsOf, on, type Step, update } from './story.ts'

const person = (key: string) => idOf('person', key)

/** The outage of 3 October: enlarged first, approved and looked back at after the weekend. */
const emergency: readonly Step[] = [
  on(
    '2025-10-03 11:35',
    'youssef',
    create(changeRecord, 'opslag', {
      title: 'Opslag van de klantdatabase vergroot',
      kind: 'infrastructure',
      description: 'De opslag was vol en de database stopte met schrijven.',
      significant: false,
      significantStatedBy: person('youssef'),
      emergency: true,
      fallback: 'Terugzetten van de back-up van die nacht',
      owner: person('youssef'),
    }),
    act(changeRecord, 'opslag', 'implement', {
      set: {
        testedAt: '2025-10-03',
        testedBy: person('ruben'),
        testResult: 'Drie klanten maakten weer een rooster; geen fouten in de logs.',
      },
    }),
  ),
  on(
    '2025-10-06 10:20',
    'ruben',
    act(changeRecord, 'opslag', 'approveAfterwards', { reason: 'Er was geen tijd; de keuze was juist' }),
  ),
  on(
    '2025-10-07 14:00',
    'ruben',
    act(changeRecord, 'opslag', 'review', {
      set: { reviewResult: 'Had voorkomen kunnen worden met een waarschuwing bij tachtig procent vol.' },
    }),
  ),
  on(
    '2025-10-13 09:20',
    'youssef',
    update(
      changeRecord,
      'opslag',
      { systems: idsOf('information_system', 'database') },
      'De database staat nu in het register',
    ),
  ),
]

interface Planned {
  readonly key: string
  readonly title: string
  readonly kind: NonNullable<ChangeRecord['kind']>
  readonly systems: readonly string[]
  readonly description: string
  readonly fallback: string
  readonly owner: Actor
  readonly tester: Actor
  readonly test: string
  readonly asked: string
  readonly made: string
}

const PLANNED: readonly Planned[] = [
  {
    key: 'tweede-stap',
    title: 'Tweede stap bij het inloggen verplicht op alle systemen',
    kind: 'configuration',
    systems: ['identiteit', 'bouwstraat', 'tickets', 'webdienst'],
    description: 'Voor beheer was het al zo; nu ook voor alle andere accounts.',
    fallback: 'Instelling terugzetten; twee noodaccounts blijven erbuiten.',
    owner: 'youssef',
    tester: 'noor',
    test: 'Met vier proefaccounts geprobeerd; zonder tweede stap komt niemand binnen.',
    asked: '2025-11-24',
    made: '2025-12-03',
  },
  {
    key: 'meldingen',
    title: 'Bouwstraat meldt kwetsbare bibliotheken dezelfde dag als ticket',
    kind: 'application',
    systems: ['bouwstraat'],
    description: 'Meldingen gingen per mail naar wie toevallig dienst had.',
    fallback: 'Terug naar mail',
    owner: 'tijs',
    tester: 'dewi',
    test: 'Een oude versie geplaatst; het ticket stond er binnen tien minuten.',
    asked: '2025-12-17',
    made: '2026-01-14',
  },
  {
    key: 'uitgangsinstellingen',
    title: 'Cloudomgeving teruggebracht op de uitgangsinstellingen',
    kind: 'configuration',
    systems: ['database', 'backup'],
    description: 'Eén oude opslagruimte stond open voor het hele platformteam.',
    fallback: 'Vorige instelling terugzetten',
    owner: 'youssef',
    tester: 'tijs',
    test: 'Vergelijking opnieuw gedraaid: geen verschillen.',
    asked: '2026-01-27',
    made: '2026-01-28',
  },
  {
    key: 'database',
    title: 'Klantdatabase naar een nieuwe versie',
    kind: 'infrastructure',
    systems: ['database'],
    description: 'De oude versie krijgt vanaf de zomer geen herstel meer.',
    fallback: 'Kopie van vlak voor de wijziging blijft een week staan.',
    owner: 'youssef',
    tester: 'dewi',
    test: 'Alle proeven van de bouwstraat gedraaid op een kopie met verzonnen gegevens.',
    asked: '2026-02-12',
    made: '2026-02-24',
  },
]

/** Ruben approves, as his role says. */
const planned = (of: Planned): readonly Step[] => [
  on(
    `${of.asked} 10:10`,
    of.owner,
    create(changeRecord, of.key, {
      title: of.title,
      kind: of.kind,
      systems: idsOf('information_system', ...of.systems),
      description: of.description,
      significant: false,
      significantStatedBy: person('ruben'),
      emergency: false,
      riskChecked: true,
      fallback: of.fallback,
      owner: person(of.owner),
      plannedFor: of.made,
    }),
  ),
  on(`${of.asked} 15:40`, 'ruben', act(changeRecord, of.key, 'approve')),
  on(
    `${of.made} 12:15`,
    of.owner,
    act(changeRecord, of.key, 'implement', {
      set: { testedAt: of.made, testedBy: person(of.tester), testResult: of.test },
    }),
  ),
]

/** Significant, weighed and approved; it is made in April. */
const zones: readonly Step[] = [
  on(
    '2026-02-17 11:00',
    'youssef',
    create(changeRecord, 'zones', {
      title: 'Webdienst over twee zones van de cloudhost verdelen',
      kind: 'infrastructure',
      systems: idsOf('information_system', 'webdienst', 'database'),
      description: 'Maatregel uit het behandelplan voor R-3.',
      significant: true,
      significantStatedBy: person('ruben'),
      emergency: false,
      riskChecked: true,
      consequences: 'Gegevens staan op twee plaatsen bij dezelfde host; de kosten stijgen met € 90 per maand.',
      fallback: 'Terug naar één zone; de oude inrichting blijft twee weken staan.',
      owner: person('youssef'),
      plannedFor: '2026-04-08',
    }),
  ),
  on('2026-02-19 16:10', 'ruben', act(changeRecord, 'zones', 'approve')),
]

/** Not significant, so that nothing more follows from it. */
const team: readonly Step[] = [
  on(
    '2026-01-26 10:00',
    'fenna',
    create(ismsChange, 'klantteam', {
      title: 'Noor Willemse leidt het klantteam',
      description: 'Sem Dekker vertrekt; zijn taken en systemen gaan over.',
      significant: false,
      significantStatedBy: person('fenna'),
      purpose: 'Het klantteam houdt één aanspreekpunt.',
      consequences: 'Ticketsysteem en twee risico’s krijgen een andere eigenaar; de risico’s volgen nog.',
      resources: 'Een dag overdracht',
      responsibilities: 'Noor Willemse neemt over, Anouk Meijer regelt rechten en laptop.',
      owner: person('marit'),
      affects: [...idsOf('unit', 'klantteam'), ...idsOf('information_system', 'tickets')],
      plannedFor: '2026-02-02',
    }),
    act(ismsChange, 'klantteam', 'plan'),
  ),
  on('2026-01-27 09:00', 'marit', act(ismsChange, 'klantteam', 'approve')),
  on('2026-02-02 08:45', 'fenna', act(ismsChange, 'klantteam', 'putIntoEffect')),
  on(
    '2026-02-16 15:00',
    'fenna',
    act(ismsChange, 'klantteam', 'review', {
      set: { reviewResult: 'Overgang liep goed; R-4 en R-11 hebben nog geen eigenaar.' },
    }),
  ),
]

export const changeSteps: readonly Step[] = [...emergency, ...PLANNED.flatMap(planned), ...zones, ...team]
