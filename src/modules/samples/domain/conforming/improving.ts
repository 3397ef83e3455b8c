import { addDays } from '../../../../kernel/calendar.ts'
import type { CalendarDate, InputOf, RecordId } from '../../../../kernel/register.ts'
import { action } from '../../../actions/register.ts'
import { complaint } from '../../../complaints/register.ts'
import { evidence } from '../../../evidence/register.ts'
import { improvement } from '../../../improvements/register.ts'
import { nonconformity } from '../../../nonconformities/register.ts'
import type { Builder } from '../builder.ts'
import { addDocument } from './documents.ts'
import type { Incidents } from './incidents.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'

export interface Improving {
  readonly nonconformityProcedure: RecordId
  readonly nonconformityProcedureVersion: RecordId
  /** Closed as effective; the last one is the organisation's own observation. */
  readonly nonconformities: readonly RecordId[]
  /** Of each of them, in order. */
  readonly correctiveActions: readonly RecordId[]
  readonly improvements: readonly RecordId[]
  /** Answered; null before the certificate. */
  readonly complaint: RecordId | null
}

const IMPROVEMENTS = [
  [
    'Nieuwe mensen krijgen hun rechten uit een vaste lijst',
    'Een halve dag minder wachten, en geen losse verzoeken meer.',
  ],
  ['Meldknop in de mail', 'Het aantal meldingen is verdubbeld.'],
  ['Risicosessie per team in plaats van één grote', 'Meer mensen doen mee, en de sessie duurt een uur.'],
  ['Vaste agenda voor het overleg over beveiliging', 'Besluiten zijn terug te vinden.'],
] as const

/** What went wrong, and what takes the cause away. */
interface Handled {
  readonly key: string
  readonly detectedAt: CalendarDate
  readonly set: InputOf<typeof nonconformity>
  readonly reaction: InputOf<typeof nonconformity>
  readonly analysis: InputOf<typeof nonconformity>
  readonly action: string
  /** What the action changed in the ISMS. */
  readonly changed: RecordId
}

interface Made {
  readonly nonconformity: RecordId
  readonly action: RecordId
}

/** Corrected within a week, done within six weeks, and looked at again by somebody else ten weeks later. */
function addHandled(build: Builder, { owners, officer, outsider }: People, handled: Handled): Made {
  const [owner] = owners
  const reviewer = owner === officer ? outsider : officer
  const day = (after: number): CalendarDate => addDays(handled.detectedAt, after)
  const made = build.add(
    nonconformity,
    { grade: 'minor', owner, detectedAt: day(0), due: day(60), ...handled.set },
    { key: handled.key, validFrom: day(0) },
  )
  const change = (after: number, fields: InputOf<typeof nonconformity> & { readonly state: string }): void =>
    build.change(nonconformity, made, day(after), fields)
  change(5, { ...handled.reaction, correctedAt: day(5), state: 'corrected' })
  change(12, { ...handled.analysis, causeStatedBy: officer, state: 'cause_analysed' })
  const corrective = build.add(
    action,
    { title: handled.action, kind: 'corrective', subject: made, owner, due: day(60), effectivenessDue: day(130) },
    { key: `${handled.key}.action`, validFrom: day(14) },
  )
  change(14, { actions: [corrective], state: 'action_planned' })
  const proof = build.add(
    evidence,
    {
      title: `Bewijs bij: ${handled.action}`,
      kind: 'record',
      proves: [made],
      url: 'https://voorbeeld.invalid/bewijs',
      collectedAt: day(40),
      collectedBy: owner,
      acceptedBy: officer,
      acceptedAt: day(40),
    },
    { state: 'accepted', validFrom: day(40) },
  )
  build.change(action, corrective, day(40), { doneAt: day(40), evidence: [proof], state: 'done' })
  change(40, { state: 'implemented' })
  build.change(action, corrective, day(104), {
    effectivenessReviewedBy: reviewer,
    effectivenessReviewedAt: day(104),
    effectivenessResult: 'effective',
    effectivenessNote: 'Tien gevallen van na de maatregel bekeken; het kwam niet meer voor.',
    ismsChange: handled.changed,
    state: 'verified',
  })
  const result = 'De oorzaak is weg: in tien latere gevallen kwam het niet meer voor.'
  change(104, { effectiveAt: day(104), result, evidence: [proof], state: 'effective' })
  change(106, { closedBy: officer, closedAt: day(106), state: 'closed' })
  return { nonconformity: made, action: corrective }
}

function ownObservation(changed: RecordId, detectedAt: CalendarDate): Handled {
  return {
    key: 'nonconformity.observed',
    detectedAt,
    action: 'Werkinstructie aangevuld en met het team besproken',
    changed,
    set: {
      title: 'Twee apparaten stonden niet op de lijst van bedrijfsmiddelen',
      description: 'Bij een rondgang bleken twee laptops in gebruik die niet op de lijst stonden (A.5.9).',
      source: 'observation',
      requirementRef: 'A.5.9',
    },
    reaction: {
      correction: 'Beide laptops zijn opgenomen en nagekeken.',
      consequences: 'Geen: de schijven waren versleuteld.',
    },
    analysis: {
      rootCause: 'Een bestelling buiten de inkoper om kwam nergens binnen.',
      causeClass: 'handover',
      similarCheck: 'Alle bestellingen van het afgelopen jaar nagelopen; verder niets gevonden.',
    },
  }
}

function afterBreach(changed: RecordId, breach: RecordId, detectedAt: CalendarDate): Handled {
  return {
    key: 'nonconformity.breach',
    detectedAt,
    action: 'Het adres komt uit het klantdossier en is niet meer te typen',
    changed,
    set: {
      title: 'Gegevens verzonden zonder controle van het adres',
      description: 'De afspraak om het adres door een ander te laten nakijken werd niet gevolgd (A.5.14).',
      source: 'incident',
      requirementRef: 'A.5.14',
      objects: [breach],
    },
    reaction: {
      correction: 'De ontvanger heeft het bestand verwijderd.',
      consequences: 'Een melding bij de toezichthouder; de klant is ingelicht.',
    },
    analysis: {
      rootCause: 'Het hulpmiddel vult het adres niet in, zodat iedereen typt.',
      causeClass: 'tooling',
      similarCheck: 'De andere drie verzendingen werken al met het dossier.',
    },
  }
}

function addComplaint(build: Builder, { officer }: People, day: CalendarDate): RecordId {
  return build.add(
    complaint,
    {
      title: 'Klant kreeg tweemaal dezelfde uitnodiging om aan te melden',
      complainant: 'Inkoop van een klant (voorbeeld)',
      channel: 'mail',
      receivedAt: day,
      owner: officer,
      due: addDays(day, 14),
      upheld: false,
      upheldStatedBy: officer,
      judgedAt: addDays(day, 2),
      judgement: 'De tweede uitnodiging was door de klant zelf aangevraagd.',
      answer: 'Uitgelegd en excuses voor het ongemak.',
      answeredAt: addDays(day, 3),
    },
    { state: 'closed', validFrom: addDays(day, 3) },
  )
}

function addImprovements(build: Builder, { officer }: People, scheme: Scheme): readonly RecordId[] {
  return scheme.turns({ months: 4 }, { months: 1 }).map((day, index) => {
    const [title, result] = IMPROVEMENTS[index % IMPROVEMENTS.length] ?? IMPROVEMENTS[0]
    return build.add(
      improvement,
      { title, source: 'staff', proposedBy: officer, owner: officer, doneAt: day, result },
      { state: 'done', validFrom: day },
    )
  })
}

/** What an organisation has that learns: nonconformities with an end, improvements, a complaint (clause 10). */
export function addImproving(build: Builder, org: People & Incidents, scheme: Scheme): Improving {
  const procedure = addDocument(build, scheme, {
    title: 'Omgaan met afwijkingen',
    type: 'nonconformity_procedure',
    owner: org.officer,
    approver: org.approver,
    key: 'document.nonconformity_procedure',
    text: '<p>Herstellen, de oorzaak zoeken, elders kijken, een maatregel nemen en later nagaan of die werkte.</p>',
    also: { docCode: 'D-15' },
  })
  const observed = ownObservation(procedure.document, scheme.ago({ months: scheme.phase === 'initial' ? 4 : 14 }))
  const { incident } = org
  const handled =
    incident === null
      ? [observed]
      : [afterBreach(org.incidentProcedure, incident, addDays(scheme.ago({ months: 9 }), 3)), observed]
  const made = handled.map((one) => addHandled(build, org, one))
  return {
    nonconformityProcedure: procedure.document,
    nonconformityProcedureVersion: procedure.version,
    nonconformities: made.map((one) => one.nonconformity),
    correctiveActions: made.map((one) => one.action),
    improvements: addImprovements(build, org, scheme),
    complaint: incident === null ? null : addComplaint(build, org, scheme.ago({ months: 8 })),
  }
}
