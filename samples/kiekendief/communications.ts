/** What is told to whom, inside and out, and what top management gives the ISMS for its first year. */
import { communicationLine } from '../../src/modules/communications/register.ts'
import { resourceDecision } from '../../src/modules/resources/register.ts'
import type { Actor } from './cast.ts'
import { act, create, idOf, on, type Step, update } from './story.ts'

const person = (key: string) => idOf('person', key)

const lines = [
  create(communicationLine, 'kwartaal', {
    what: 'Doelen, meldingen en besluiten over beveiliging',
    direction: 'internal',
    when: 'Elk kwartaal',
    withWhom: 'Alle medewerkers en ingehuurden',
    how: 'In het teamoverleg, door de directie',
    toEverybody: true,
    owner: person('marit'),
    firstDue: '2025-10-27',
    frequencyMonths: 3,
  }),
  create(communicationLine, 'directie', {
    what: 'Hoe het ervoor staat met het ISMS',
    direction: 'internal',
    when: 'Aan het eind van elk kwartaal',
    withWhom: 'De directie',
    how: 'Eén bladzijde, met een gesprek',
    owner: person('fenna'),
    firstDue: '2025-12-22',
    frequencyMonths: 3,
  }),
  create(communicationLine, 'incident', {
    what: 'Wat er bij een incident speelt en wat ieder moet doen',
    direction: 'internal',
    when: 'Zodra een incident is vastgesteld',
    withWhom: 'Wie het raakt, en de directie',
    how: 'Telefonisch, daarna een bericht aan allen',
    owner: person('youssef'),
  }),
  create(communicationLine, 'storing', {
    what: 'Een storing of datalek bij de roosterdienst',
    direction: 'external',
    when: 'Binnen een uur na vaststelling, en daarna elk uur',
    withWhom: 'Contactpersonen van de klanten die het raakt',
    how: 'Statuspagina en mail; bij een datalek ook telefonisch',
    owner: person('noor'),
  }),
  create(communicationLine, 'ap', {
    what: 'Een datalek in gegevens waarvoor wij zelf verantwoordelijk zijn',
    direction: 'external',
    when: 'Binnen 72 uur na ontdekking',
    withWhom: 'Autoriteit Persoonsgegevens',
    how: 'Meldformulier, na overleg met de directie',
    owner: person('anouk'),
  }),
  create(communicationLine, 'waterschap', {
    what: 'Het jaarlijkse gesprek over beveiliging',
    direction: 'external',
    when: 'Elk jaar in juni',
    withWhom: 'Waterschap Grote Zijl',
    how: 'Op bezoek, met een verslag van twee bladzijden',
    owner: person('marit'),
    firstDue: '2026-06-15',
    frequencyMonths: 12,
  }),
]

interface Told {
  readonly at: string
  readonly note: string
}

/** Each message is added to those that were given before. */
const told = (key: string, by: Actor, given: readonly Told[]): readonly Step[] =>
  given.map(({ at, note }, index) =>
    on(
      `${at} 17:10`,
      by,
      update(
        communicationLine,
        key,
        { done: given.slice(0, index + 1).map((one) => ({ at: one.at, by: person(by), note: one.note })) },
        note,
      ),
    ),
  )

export const communicationSteps: readonly Step[] = [
  on('2025-10-23 11:00', 'anouk', ...lines),
  ...told('kwartaal', 'marit', [
    { at: '2025-10-27', note: 'Teamoverleg: waarom wij dit doen, en wat ieder ervan merkt' },
    { at: '2026-01-26', note: 'Teamoverleg: doelstellingen van 2026 en het nieuwe beleid op het prikbord' },
  ]),
  ...told('directie', 'fenna', [{ at: '2025-12-22', note: 'Kwartaalbericht besproken met Marit Kuipers' }]),
  on(
    '2025-10-06 11:00',
    'fenna',
    create(resourceDecision, 'jaar-1', {
      title: 'Middelen voor het eerste jaar van het ISMS',
      fromDate: '2025-10-01',
      untilDate: '2026-09-30',
      hours: 1_700,
      budget: 18_000,
      people: 'Twee dagen per week voor de coördinator, twee uur per week voor elke eigenaar.',
      means: 'Opleiding van de coördinator, een auditor van buiten, een tester van buiten.',
      reason: 'Nodig om het waterschap voor 1 juli een certificaat te laten zien.',
      preparedBy: person('fenna'),
    }),
  ),
  on('2025-10-06 16:05', 'marit', act(resourceDecision, 'jaar-1', 'decide')),
]
