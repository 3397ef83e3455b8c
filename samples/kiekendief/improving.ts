/** What was not as agreed and what was done about it; a complaint; and what became better without any of that. */
import { action } from '../../src/modules/actions/register.ts'
import { complaint } from '../../src/modules/complaints/register.ts'
import { improvement } from '../../src/modules/improvements/register.ts'
import { nonconformity } from '../../src/modules/nonconformities/register.ts'
import { control } from './controls.ts'
import { act, create, idOf, idsOf, on, type Step } from './story.ts'

const person = (key: string) => idOf('person', key)

/** From the round along the keys: found, mended, and looked at again after three months. */
const keys: readonly Step[] = [
  on(
    '2025-10-22 16:10',
    'anouk',
    create(nonconformity, 'sleutel', {
      title: 'Een sleutel van de schoonmaak stond niet op de lijst',
      description: 'Bij het nalopen van de sleutels bleek de schoonmaak er een te hebben waarvan niemand wist.',
      source: 'observation',
      requirementRef: 'A.7.2',
      control: control('7.2'),
      grade: 'minor',
      detectedAt: '2025-10-22',
      owner: person('anouk'),
      due: '2025-12-05',
    }),
  ),
  on(
    '2025-10-24 10:00',
    'anouk',
    act(nonconformity, 'sleutel', 'correct', {
      set: {
        correction: 'Sleutel op de lijst gezet en de naam van de houder nagevraagd.',
        consequences: 'Geen: de schoonmaak mag in het kantoor zijn en de kasten zijn op slot.',
      },
    }),
  ),
  on(
    '2025-10-31 11:00',
    'anouk',
    act(nonconformity, 'sleutel', 'analyse', {
      set: {
        rootCause: 'De verhuurder gaf de sleutel zelf af; dat hoorden wij niet.',
        causeClass: 'handover',
        causeStatedBy: person('anouk'),
        similarCheck: 'Ook gevraagd naar de sleutels van de meterkast en de fietsenstalling: die kloppen.',
      },
    }),
    create(action, 'sleutelafspraak', {
      title: 'Met de verhuurder afspreken dat sleutels alleen via ons gaan',
      kind: 'corrective',
      subject: idOf('nonconformity', 'sleutel'),
      owner: person('anouk'),
      due: '2025-11-28',
      effectivenessDue: '2026-02-06',
    }),
    act(nonconformity, 'sleutel', 'plan', { set: { actions: idsOf('action', 'sleutelafspraak') } }),
  ),
  on(
    '2025-11-07 09:40',
    'anouk',
    act(action, 'sleutelafspraak', 'finish', {
      set: { result: 'Per mail bevestigd door de verhuurder.' },
    }),
    act(nonconformity, 'sleutel', 'implement'),
    act(nonconformity, 'sleutel', 'awaitEffect'),
  ),
  on(
    '2026-02-03 10:10',
    'fenna',
    act(action, 'sleutelafspraak', 'reviewEffectiveness', {
      set: {
        effectivenessResult: 'effective',
        effectivenessNote: 'Lijst naast de sleutels van de verhuurder gelegd, na twee wisselingen: alles klopt.',
        noChangeNeeded: true,
      },
    }),
    act(nonconformity, 'sleutel', 'confirm', {
      set: {
        result: 'De lijst klopt na twee wisselingen van de schoonmaak.',
        evidence: idsOf('evidence', '7.2'),
      },
    }),
  ),
  on('2026-02-05 15:00', 'marit', act(nonconformity, 'sleutel', 'close')),
]

/** The two libraries of last year. Whether the action helped is looked at in April. */
const libraries: readonly Step[] = [
  on(
    '2025-12-08 11:00',
    'fenna',
    create(nonconformity, 'bibliotheken', {
      title: 'Twee ernstige kwetsbaarheden stonden langer dan dertig dagen open',
      description: 'De regels voor veilig ontwikkelen zeggen dertig dagen; het werden er 43 en 40.',
      source: 'monitoring',
      requirementRef: 'A.8.8',
      control: control('8.8'),
      objects: idsOf('vulnerability', 'pdf', 'inlogmodule'),
      grade: 'minor',
      detectedAt: '2025-12-08',
      owner: person('tijs'),
      due: '2026-04-30',
    }),
  ),
  on(
    '2025-12-09 17:00',
    'tijs',
    act(nonconformity, 'bibliotheken', 'correct', {
      set: {
        correction: 'Beide bibliotheken zijn bijgewerkt en uitgerold.',
        consequences: 'In de logs van die weken is geen misbruik te zien.',
      },
    }),
  ),
  on(
    '2025-12-16 15:10',
    'tijs',
    act(nonconformity, 'bibliotheken', 'analyse', {
      set: {
        rootCause: 'Meldingen kwamen per mail bij wie toevallig dienst had, en niemand hoefde ze af te handelen.',
        causeClass: 'unclear_agreement',
        causeStatedBy: person('ruben'),
        similarCheck: 'Meldingen van de cloudhost en van Heldermail komen wel als ticket binnen.',
      },
    }),
    create(action, 'bibliotheekmelding', {
      title: 'Bouwstraat laat elke kwetsbaarheid dezelfde dag als ticket zien',
      kind: 'corrective',
      subject: idOf('nonconformity', 'bibliotheken'),
      owner: person('tijs'),
      due: '2026-01-30',
      resources: 'Twee dagen ontwikkelaar',
      effectivenessDue: '2026-04-14',
    }),
    act(nonconformity, 'bibliotheken', 'plan', { set: { actions: idsOf('action', 'bibliotheekmelding') } }),
  ),
  on(
    '2026-01-14 12:30',
    'tijs',
    act(action, 'bibliotheekmelding', 'finish', {
      set: { result: 'Staat aan sinds vandaag; de eerste melding stond er binnen tien minuten.' },
    }),
    act(nonconformity, 'bibliotheken', 'implement'),
    act(nonconformity, 'bibliotheken', 'awaitEffect'),
  ),
]

const complaints: readonly Step[] = [
  on(
    '2025-11-25 09:30',
    'noor',
    create(complaint, 'afdeling', {
      title: 'Planner zag het rooster van een andere afdeling',
      description: 'Een planner van een klant kon een afdeling inzien die niet de zijne is.',
      complainant: 'Planner van Waterschap Grote Zijl (voorbeeld)',
      party: idOf('interested_party', 'waterschap'),
      channel: 'phone',
      objects: idsOf('information_system', 'webdienst'),
      receivedAt: '2025-11-25',
      owner: person('noor'),
      due: '2025-12-05',
    }),
  ),
  on(
    '2025-11-26 14:20',
    'ruben',
    act(complaint, 'afdeling', 'judge', {
      set: {
        upheld: false,
        judgement: 'De beheerder van de klant had de planner zelf aan beide afdelingen gekoppeld.',
      },
    }),
  ),
  on(
    '2025-11-27 10:00',
    'noor',
    act(complaint, 'afdeling', 'answer', {
      set: { answer: 'Uitgelegd en samen met de beheerder rechtgezet; de planner was tevreden.' },
    }),
    act(complaint, 'afdeling', 'close'),
  ),
]

const better: readonly Step[] = [
  on(
    '2025-11-17 16:00',
    'noor',
    create(improvement, 'knop', {
      title: 'Een knop om iets te melden op ieders beginscherm',
      idea: 'Melden kost nu te veel stappen.',
      source: 'staff',
      proposedBy: person('noor'),
      owner: person('youssef'),
    }),
  ),
  on(
    '2025-11-20 15:45',
    'youssef',
    act(improvement, 'knop', 'finish', { set: { result: 'Op alle laptops; een melding kost nu twee klikken.' } }),
  ),
  on(
    '2026-01-29 16:15',
    'tijs',
    create(improvement, 'cijfers', {
      title: 'Maandcijfers over kwetsbaarheden komen vanzelf uit de bouwstraat',
      source: 'measurement',
      objects: idsOf('isms_process', 'meten'),
      proposedBy: person('tijs'),
      owner: person('tijs'),
    }),
    act(improvement, 'cijfers', 'finish', { set: { result: 'Scheelt vier uur per maand.' } }),
  ),
  on(
    '2026-02-23 11:00',
    'bas',
    create(improvement, 'inwerkmap', {
      title: 'Eén inwerkmap voor nieuwe ontwikkelaars, met de regels erin',
      source: 'staff',
      proposedBy: person('bas'),
      owner: person('ruben'),
      due: '2026-05-01',
    }),
  ),
]

export const improvingSteps: readonly Step[] = [...keys, ...libraries, ...complaints, ...better]
