/** What people noticed and what became of it: an outage in the first week, false mails, a door, an old password. */
import { incident } from '../../src/modules/incidents/registers/incident.ts'
import { type SecurityEvent, securityEvent } from '../../src/modules/incidents/registers/security-event.ts'
import { type ThreatIntelItem, threatIntelItem } from '../../src/modules/threats/register.ts'
import type { Actor } from './cast.ts'
import { act, create, idOf, idsOf, on, type Step, timeOf, update } from './story.ts'

const person = (key: string) => idOf('person', key)

const NOTICED = '2025-10-03 09:42'
const OVER = '2025-10-03 11:31'

const outage: readonly Step[] = [
  on(
    '2025-10-03 09:50',
    'youssef',
    create(securityEvent, 'storing', {
      title: 'Webdienst geeft fouten bij het opslaan',
      reportedAt: timeOf(NOTICED),
      reportedBy: person('youssef'),
      channel: 'monitoring',
      owner: person('youssef'),
    }),
    create(incident, 'storing', {
      title: 'Webdienst bijna twee uur onbereikbaar',
      description: 'De opslag van de klantdatabase was vol; klanten konden geen roosters opslaan.',
      owner: person('youssef'),
      occurredAt: timeOf('2025-10-03 09:38'),
      awareAt: timeOf(NOTICED),
    }),
    act(securityEvent, 'storing', 'classify', {
      set: {
        kind: 'incident',
        assessment: 'Alle klanten hebben er last van; er is niets gelekt.',
        incident: idOf('incident', 'storing'),
      },
    }),
    act(incident, 'storing', 'assess', {
      set: { incidentClass: 'availability/outage', severity: 'medium', personalDataBreach: false },
    }),
    act(incident, 'storing', 'confirm', { set: { reportable: false, reportableStatedBy: person('youssef') } }),
  ),
  on(
    '2025-10-03 11:40',
    'youssef',
    act(incident, 'storing', 'contain', { set: { containedAt: timeOf('2025-10-03 11:05') } }),
    act(incident, 'storing', 'recover', {
      set: {
        recoveredAt: timeOf(OVER),
        effects: 'Eén uur en drieënvijftig minuten geen roosters; geen gegevens verloren.',
        steps: [
          { step: 'Klanten ingelicht op de statuspagina', doneAt: timeOf('2025-10-03 10:10'), by: person('noor') },
          { step: 'Opslag vergroot', doneAt: timeOf('2025-10-03 11:05'), by: person('youssef') },
          { step: 'Dienst gecontroleerd en klanten bericht', doneAt: timeOf(OVER), by: person('ruben') },
        ],
      },
    }),
  ),
  on('2025-10-06 09:15', 'youssef', act(securityEvent, 'storing', 'close')),
  on(
    '2025-10-20 15:30',
    'youssef',
    act(incident, 'storing', 'learn', {
      set: {
        objects: idsOf('information_system', 'webdienst', 'database'),
        lessons: 'Een waarschuwing bij tachtig procent vol had de storing voorkomen; die ontbrak.',
        // There was no control that could have failed: that is the lesson.
        controlFailure: false,
        controlFailureStatedBy: person('fenna'),
      },
    }),
  ),
  on(
    '2025-10-22 09:00',
    'fenna',
    act(incident, 'storing', 'close', { set: { stepsDone: true, stepsStatedBy: person('fenna') } }),
  ),
  on(
    '2025-12-12 13:30',
    'fenna',
    update(incident, 'storing', { risks: idsOf('risk', 'R-3') }, 'Meegewogen bij de score van R-3'),
  ),
]

interface Noticed {
  readonly key: string
  readonly title: string
  readonly at: string
  readonly by: Actor
  readonly channel: NonNullable<SecurityEvent['channel']>
  readonly kind: NonNullable<SecurityEvent['kind']>
  readonly judged: string
  readonly assessment: string
}

const NOTICES: readonly Noticed[] = [
  {
    key: 'factuur',
    title: 'Mail met een nagemaakte factuur',
    at: '2025-10-14 10:20',
    by: 'anouk',
    channel: 'person',
    kind: 'event',
    judged: '2025-10-14 11:05',
    assessment: 'Niet geopend; afzender geblokkeerd en iedereen gewaarschuwd.',
  },
  {
    key: 'deur',
    title: 'Deur naar de gang stond open na sluitingstijd',
    at: '2025-10-22 18:10',
    by: 'noor',
    channel: 'phone',
    kind: 'weakness',
    judged: '2025-10-23 09:05',
    assessment: 'De dranger sloot niet; verhuurder heeft hem vervangen.',
  },
  {
    key: 'inlogpagina',
    title: 'Valse inlogpagina voor de mail',
    at: '2025-11-18 14:25',
    by: 'sem',
    channel: 'mail',
    kind: 'event',
    judged: '2025-11-18 15:40',
    assessment: 'Geen wachtwoord ingevuld; pagina gemeld en geblokkeerd.',
  },
  {
    key: 'pakket',
    title: 'Sms over een pakket, met een link',
    at: '2025-12-09 08:55',
    by: 'lieke',
    channel: 'person',
    kind: 'event',
    judged: '2025-12-09 10:30',
    assessment: 'Op een eigen telefoon, niet geopend; nagevraagd of anderen hem kregen.',
  },
  {
    key: 'directeur',
    title: 'Mail uit naam van de directeur die om een betaling vraagt',
    at: '2026-01-20 11:15',
    by: 'anouk',
    channel: 'person',
    kind: 'event',
    judged: '2026-01-20 11:40',
    assessment: 'Gebeld met Marit Kuipers, dus niet betaald; afzender geblokkeerd.',
  },
  {
    key: 'wachtwoord',
    title: 'Eenendertig geweigerde aanmeldingen op één dag',
    at: '2026-02-10 16:50',
    by: 'youssef',
    channel: 'monitoring',
    kind: 'false_alarm',
    judged: '2026-02-11 09:20',
    assessment: 'Een klant probeerde een oud wachtwoord; nagebeld.',
  },
  {
    key: 'scherm',
    title: 'Scherm met een klantrooster zichtbaar vanaf de gang',
    at: '2026-02-19 13:10',
    by: 'dewi',
    channel: 'person',
    kind: 'weakness',
    judged: '2026-02-19 15:00',
    assessment: 'Bureau gedraaid en een folie op het raam gezet.',
  },
]

const noticed = (of: Noticed): readonly Step[] => [
  on(
    of.at,
    of.by,
    create(securityEvent, of.key, {
      title: of.title,
      reportedAt: timeOf(of.at),
      reportedBy: person(of.by),
      channel: of.channel,
      owner: person('youssef'),
    }),
  ),
  on(
    of.judged,
    'youssef',
    act(securityEvent, of.key, 'classify', { set: { kind: of.kind, assessment: of.assessment } }),
    act(securityEvent, of.key, 'close'),
  ),
]

interface News {
  readonly key: string
  readonly title: string
  readonly source: NonNullable<ThreatIntelItem['source']>
  readonly level: NonNullable<ThreatIntelItem['level']>
  readonly threat: string
  readonly received: string
  readonly judged?: string
  readonly conclusion?: string
  readonly risks?: readonly string[]
}

const NEWS: readonly News[] = [
  {
    key: 'pakketten',
    title: 'Besmette pakketten in openbare bibliotheken van code',
    source: 'ncsc',
    level: 'tactical',
    threat: 'TH13',
    received: '2025-11-10',
    judged: '2025-11-12',
    conclusion: 'Raakt ons: versies staan sindsdien vast en nieuwe pakketten bekijkt een tweede persoon.',
  },
  {
    key: 'identiteit',
    title: 'Overgenomen aanmeldingen bij mail- en identiteitsdiensten',
    source: 'supplier',
    level: 'operational',
    threat: 'TH08',
    received: '2025-12-11',
    judged: '2025-12-12',
    conclusion: 'Raakt ons minder sinds de tweede stap verplicht is; aanmeldingen duren nu ten hoogste een dag.',
    risks: ['R-2', 'R-14'],
  },
  {
    key: 'afpersing',
    title: 'Afpersing van leveranciers aan waterschappen en gemeenten',
    source: 'sector',
    level: 'strategic',
    threat: 'TH02',
    received: '2026-01-15',
    judged: '2026-01-16',
    conclusion: 'Raakt ons: het terugzetten van een back-up is als actie in het behandelplan gekomen.',
    risks: ['R-5'],
  },
  {
    key: 'webserver',
    title: 'Ernstige kwetsbaarheid in een veelgebruikte webserver',
    source: 'ncsc',
    level: 'operational',
    threat: 'TH14',
    received: '2026-02-16',
    judged: '2026-02-16',
    conclusion: 'Raakt ons niet: wij gebruiken een andere webserver.',
    risks: ['R-8'],
  },
  {
    key: 'stemmen',
    title: 'Oplichting met nagemaakte stemmen',
    source: 'press',
    level: 'tactical',
    threat: 'TH02',
    received: '2026-02-27',
  },
]

const news = (of: News): readonly Step[] => [
  on(
    `${of.received} 08:50`,
    'youssef',
    create(threatIntelItem, of.key, {
      title: of.title,
      source: of.source,
      level: of.level,
      threat: of.threat,
      receivedAt: of.received,
      owner: person('youssef'),
    }),
  ),
  ...(of.judged === undefined || of.conclusion === undefined
    ? []
    : [
        on(
          `${of.judged} 16:15`,
          'youssef',
          act(threatIntelItem, of.key, 'analyse', {
            set: { conclusion: of.conclusion, risks: idsOf('risk', ...(of.risks ?? [])) },
          }),
        ),
      ]),
]

export const incidentSteps: readonly Step[] = [...outage, ...NOTICES.flatMap(noticed), ...NEWS.flatMap(news)]
