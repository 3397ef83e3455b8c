import { addDays } from '../../../../kernel/calendar.ts'
import type { CalendarDate, RecordId } from '../../../../kernel/register.ts'
import { incident } from '../../../incidents/registers/incident.ts'
import { securityEvent } from '../../../incidents/registers/security-event.ts'
import { organisation } from '../../../organisation/registers/organisation.ts'
import { threatIntelItem } from '../../../threats/register.ts'
import type { Builder } from '../builder.ts'
import { addDocument } from './documents.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'

export interface Incidents {
  readonly incidentProcedure: RecordId
  readonly incidentProcedureVersion: RecordId
  readonly threatItems: readonly RecordId[]
  readonly securityEvents: readonly RecordId[]
  /** A breach that was notified in time; null before the certificate. */
  readonly incident: RecordId | null
}

const THREATS = [
  ['ncsc', 'tactical', 'Phishing met nagemaakte aanmeldpagina’s', 'Raakt ons: wij gebruiken dezelfde aanmelddienst.'],
  [
    'supplier',
    'operational',
    'Kwetsbaarheid in een veelgebruikte bibliotheek',
    'Raakt ons niet: wij gebruiken een nieuwere versie.',
  ],
  [
    'sector',
    'strategic',
    'Meer afpersing bij leveranciers van software',
    'Raakt ons: de terugzettest is naar voren gehaald.',
  ],
  [
    'ncsc',
    'operational',
    'Misbruik van apparatuur voor thuiswerken',
    'Raakt ons niet: wij hebben die apparatuur niet.',
  ],
] as const

const EVENTS = [
  ['Verdachte mail met een factuur', 'event', 'De bijlage is niet geopend; de afzender is geblokkeerd.'],
  ['Laptop onbeheerd in de trein', 'event', 'Binnen een uur terug; de schijf is versleuteld.'],
  ['Deur van het archief stond open', 'weakness', 'De deurdranger is hersteld.'],
  ['Melding van de virusscanner', 'false_alarm', 'Een bekend hulpprogramma van de beheerder.'],
] as const

/** People from whom on reports come in every week. */
const MANY_PEOPLE = 250

function addThreats(build: Builder, { officer }: People, scheme: Scheme): readonly RecordId[] {
  return scheme.turns({ days: 30 }, { days: 3 }).map((day, index) => {
    const [source, level, title, conclusion] = THREATS[index % THREATS.length] ?? THREATS[0]
    return build.add(
      threatIntelItem,
      {
        title,
        source,
        level,
        receivedAt: day,
        owner: officer,
        conclusion,
        analysedBy: officer,
        analysedAt: day,
      },
      { state: 'analysed', validFrom: day },
    )
  })
}

function addEvents(build: Builder, { officer, people }: People, scheme: Scheme): readonly RecordId[] {
  const every = scheme.people < MANY_PEOPLE ? { months: 2 } : { days: 7 }
  return scheme.turns(every, { days: 20 }).map((day, index) => {
    const [title, kind, assessment] = EVENTS[index % EVENTS.length] ?? EVENTS[0]
    return build.add(
      securityEvent,
      {
        title,
        reportedAt: `${day}T08:40:00.000Z`,
        reportedBy: people[(index * 7) % people.length] ?? officer,
        channel: 'mail',
        owner: officer,
        kind,
        classifiedAt: `${day}T10:15:00.000Z`,
        classifiedBy: officer,
        assessment,
      },
      { state: 'closed', validFrom: day },
    )
  })
}

function clock(day: CalendarDate): (time: string, after?: number) => string {
  return (time, after = 0) => `${addDays(day, after)}T${time}:00.000Z`
}

/** A mail that went to the wrong customer: notified the next day, closed within a fortnight. */
function addBreach(build: Builder, people: People, day: CalendarDate): RecordId {
  const { officer, owners } = people
  const at = clock(day)
  const event = build.add(
    securityEvent,
    {
      title: 'Overzicht naar de verkeerde klant gemaild',
      reportedAt: at('09:05'),
      reportedBy: owners[0],
      channel: 'person',
      owner: officer,
    },
    { validFrom: day, key: 'security_event.breach' },
  )
  const made = build.add(
    incident,
    {
      title: 'Klantgegevens naar de verkeerde klant gemaild',
      description: 'Een overzicht met namen en mailadressen van 14 mensen ging naar een andere klant.',
      owner: officer,
      occurredAt: at('08:50'),
      awareAt: at('09:05'),
    },
    { validFrom: day, key: 'incident.breach' },
  )
  build.change(securityEvent, event, day, {
    kind: 'incident',
    classifiedAt: at('09:40'),
    classifiedBy: officer,
    assessment: 'Er zijn persoonsgegevens bij een ander terechtgekomen.',
    incident: made,
    state: 'classified',
  })
  handleBreach(build, people, made, day)
  build.change(securityEvent, event, addDays(day, 12), { state: 'closed' })
  return made
}

function handleBreach(build: Builder, { officer, owners }: People, made: RecordId, day: CalendarDate): void {
  const at = clock(day)
  build.change(incident, made, day, {
    incidentClass: 'information-content-security/data-leak',
    severity: 'medium',
    personalDataBreach: true,
    state: 'assessed',
  })
  build.change(incident, made, day, { reportable: true, reportableStatedBy: officer, state: 'incident' })
  build.change(incident, made, day, { containedAt: at('11:00'), state: 'contained' })
  build.change(incident, made, addDays(day, 1), {
    notifiedAt: at('10:30', 1),
    authority: 'ap',
    effects: 'De ontvanger heeft het bestand verwijderd en dat bevestigd.',
    steps: [
      { step: 'Ontvanger gevraagd te verwijderen', doneAt: at('11:00'), by: officer, skippedReason: null },
      { step: 'Gemeld bij de toezichthouder', doneAt: at('10:30', 1), by: officer, skippedReason: null },
      { step: 'Klant ingelicht', doneAt: at('14:00', 1), by: owners[0], skippedReason: null },
    ],
    recoveredAt: at('14:00', 1),
    state: 'recovered',
  })
  build.change(incident, made, addDays(day, 10), {
    lessons: 'Het adres wordt voortaan uit het klantdossier gehaald en niet meer getypt.',
    controlFailure: true,
    controlFailureStatedBy: officer,
    controlFailureAt: addDays(day, 3),
    state: 'lessons',
  })
  build.change(incident, made, addDays(day, 12), {
    stepsDone: true,
    stepsStatedBy: officer,
    closedAt: addDays(day, 12),
    state: 'closed',
  })
}

/** What an organisation has that is ready for incidents and handles them (A.5.7, A.5.24 to A.5.28, A.6.8). */
export function addIncidents(
  build: Builder,
  org: People & { readonly organisation: RecordId },
  scheme: Scheme,
): Incidents {
  const procedure = addDocument(build, scheme, {
    title: 'Incidentprocedure',
    type: 'incident_procedure',
    owner: org.officer,
    approver: org.approver,
    key: 'document.incident_procedure',
    text: '<p>Melden, beoordelen, indammen, herstellen en leren. Een datalek meldt de functionaris binnen 72 uur.</p>',
  })
  for (const day of scheme.turns({ months: 12 }, { months: 7 })) {
    build.change(organisation, org.organisation, day, { contactListCheckedAt: day })
  }
  return {
    incidentProcedure: procedure.document,
    incidentProcedureVersion: procedure.version,
    threatItems: addThreats(build, org, scheme),
    securityEvents: addEvents(build, org, scheme),
    incident: scheme.phase === 'certified' ? addBreach(build, org, scheme.ago({ months: 9 })) : null,
  }
}
