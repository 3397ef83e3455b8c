/** What version 0.9 of the statement says about each of the 93 controls. */
import type { Actor } from './cast.ts'

interface Stated {
  /** Number in Annex A. */
  readonly ref: string
  readonly owner: Actor
}

export interface Running extends Stated {
  readonly is: 'implemented'
  /** Risks by number, requirements by key, decisions by number. */
  readonly why: readonly string[]
  /** Days between the newest accepted proof and 2 March 2026; null where there is none: a deviation from stage 2 on. */
  readonly proof: number | null
}

export interface Coming extends Stated {
  readonly is: 'partly' | 'not'
  readonly why: readonly string[]
  readonly due: string
  readonly task: string
  readonly means: string
}

export interface Left extends Stated {
  readonly is: 'excluded'
  readonly because: string
}

export type Line = Running | Coming | Left

/** Running, with proof so many days old. */
const runs = (ref: string, owner: Actor, why: string, proof: number | null): Running => ({
  is: 'implemented',
  ref,
  owner,
  why: why.split(' '),
  proof,
})
const coming = (
  ref: string,
  owner: Actor,
  why: string,
  rest: Pick<Coming, 'is' | 'due' | 'task' | 'means'>,
): Coming => ({
  ref,
  owner,
  why: why.split(' '),
  ...rest,
})
const out = (ref: string, owner: Actor, because: string): Left => ({ is: 'excluded', ref, owner, because })

const ORGANISATIONAL: readonly Line[] = [
  runs('5.1', 'marit', 'avg24 waterschap', null),
  runs('5.2', 'marit', 'B-1', 103),
  runs('5.3', 'fenna', 'R-14', 113),
  runs('5.4', 'marit', 'B-3', 21),
  runs('5.5', 'fenna', 'B-4', null),
  runs('5.6', 'youssef', 'B-2', 62),
  coming('5.7', 'youssef', 'R-8', {
    is: 'partly',
    due: '2026-03-15',
    task: 'Wekelijkse melding over dreigingen naar het ontwikkelteam',
    means: 'Eén uur per week',
  }),
  runs('5.8', 'ruben', 'R-9', null),
  runs('5.9', 'youssef', 'R-4', null),
  runs('5.10', 'anouk', 'B-3', null),
  runs('5.11', 'anouk', 'R-6 R-4', 59),
  runs('5.12', 'fenna', 'R-17', null),
  runs('5.13', 'fenna', 'B-3', null),
  runs('5.14', 'noor', 'R-17', 78),
  runs('5.15', 'youssef', 'R-14 R-6', 31),
  runs('5.16', 'youssef', 'R-2 R-14', null),
  runs('5.17', 'youssef', 'R-2', null),
  runs('5.18', 'youssef', 'R-6', 46),
  runs('5.19', 'fenna', 'R-11 waterschap', 26),
  runs('5.20', 'fenna', 'R-11 avg28', null),
  runs('5.21', 'tijs', 'R-8', 36),
  runs('5.22', 'fenna', 'R-11 R-3', 136),
  out('5.23', 'ruben', 'Wij hebben geen eigen servers'),
  runs('5.24', 'youssef', 'R-13', 90),
  runs('5.25', 'youssef', 'R-13', 8),
  runs('5.26', 'youssef', 'R-13 avg33', 146),
  runs('5.27', 'youssef', 'R-13', 70),
  coming('5.28', 'youssef', 'B-3', {
    is: 'not',
    due: '2026-04-24',
    task: 'Beschrijven hoe wij bewijs van een incident veiligstellen',
    means: 'Vier uur',
  }),
  coming('5.29', 'youssef', 'R-3', {
    is: 'not',
    due: '2026-04-30',
    task: 'Noodstand beschrijven en aan tafel oefenen',
    means: 'Een dagdeel met vier mensen',
  }),
  coming('5.30', 'youssef', 'R-3 R-5', {
    is: 'partly',
    due: '2026-03-24',
    task: 'Back-up terugzetten in een lege omgeving en de tijd meten',
    means: 'Een dag en € 200 aan cloud',
  }),
  runs('5.31', 'fenna', 'avg waterschap', 127),
  runs('5.32', 'ruben', 'B-4', null),
  runs('5.33', 'anouk', 'awr52', null),
  runs('5.34', 'anouk', 'avg R-10', 59),
  coming('5.35', 'marit', 'B-4', {
    is: 'not',
    due: '2026-04-30',
    task: 'Interne audit door Terpstra laten doen',
    means: '€ 3.200',
  }),
  runs('5.36', 'fenna', 'B-2', null),
  runs('5.37', 'youssef', 'R-7', 46),
]

const PEOPLE: readonly Line[] = [
  runs('6.1', 'anouk', 'bijlage3', null),
  runs('6.2', 'anouk', 'B-4', null),
  coming('6.3', 'anouk', 'R-2 R-17', {
    is: 'partly',
    due: '2026-04-24',
    task: 'Uitleg van drie kwartier aan alle twaalf mensen',
    means: 'Een uur per persoon',
  }),
  runs('6.4', 'marit', 'B-3', 60),
  runs('6.5', 'anouk', 'R-6', null),
  runs('6.6', 'anouk', 'B-2', 144),
  runs('6.7', 'anouk', 'R-4', null),
  runs('6.8', 'youssef', 'R-13', 127),
]

const PHYSICAL: readonly Line[] = [
  runs('7.1', 'anouk', 'R-12', 9),
  runs('7.2', 'anouk', 'R-12', 131),
  runs('7.3', 'anouk', 'R-12', 9),
  coming('7.4', 'anouk', 'B-3', {
    is: 'partly',
    due: '2026-03-30',
    task: 'Alarm aansluiten op de meldkamer van de verhuurder',
    means: '€ 450',
  }),
  runs('7.5', 'anouk', 'B-4', 100),
  runs('7.6', 'anouk', 'B-2', null),
  runs('7.7', 'anouk', 'B-3', 20),
  runs('7.8', 'anouk', 'B-4', null),
  runs('7.9', 'youssef', 'R-4', null),
  runs('7.10', 'youssef', 'B-3', 104),
  out('7.11', 'anouk', 'Kantoor huurt nutsvoorzieningen van de verhuurder; er staan geen servers'),
  out('7.12', 'anouk', 'Geen eigen bekabeling, alleen draadloos van de verhuurder'),
  runs('7.13', 'youssef', 'B-3', null),
  runs('7.14', 'youssef', 'B-4', null),
]

const TECHNICAL: readonly Line[] = [
  runs('8.1', 'youssef', 'R-4', 48),
  runs('8.2', 'youssef', 'R-14', 58),
  runs('8.3', 'ruben', 'R-1 R-17', null),
  runs('8.4', 'tijs', 'R-15', null),
  runs('8.5', 'youssef', 'R-2 R-14', 88),
  coming('8.6', 'youssef', 'R-3', {
    is: 'partly',
    due: '2026-03-30',
    task: 'Grenzen en waarschuwing voor rekenkracht en opslag instellen',
    means: 'Een dag',
  }),
  runs('8.7', 'youssef', 'R-2', null),
  coming('8.8', 'tijs', 'R-8', {
    is: 'partly',
    due: '2026-04-15',
    task: 'Termijnen per ernst afdwingen in de bouwstraat',
    means: 'Drie dagen ontwikkelaar',
  }),
  runs('8.9', 'youssef', 'R-14', 34),
  runs('8.10', 'youssef', 'avg17', 32),
  out(
    '8.11',
    'dewi',
    'Wij maskeren niet: in test staan verzonnen gegevens (A.8.33), in productie ziet elke klant alleen de eigen gegevens',
  ),
  coming('8.12', 'noor', 'R-17', {
    is: 'not',
    due: '2026-03-24',
    task: 'Waarschuwing bij mail met een export aan een adres van buiten',
    means: 'Een halve dag',
  }),
  runs('8.13', 'youssef', 'R-5', 135),
  coming('8.14', 'youssef', 'R-3', {
    is: 'partly',
    due: '2026-04-15',
    task: 'Webdienst over twee zones van de host verdelen',
    means: 'Vier dagen en € 90 per maand',
  }),
  runs('8.15', 'youssef', 'R-14 R-1', 0),
  coming('8.16', 'youssef', 'R-14', {
    is: 'partly',
    due: '2026-03-15',
    task: 'Alarm bij aanmelden als beheerder buiten kantoortijd',
    means: 'Een dag',
  }),
  runs('8.17', 'youssef', 'B-4', 25),
  out('8.18', 'youssef', 'Besturingssysteem wordt door de cloudhost beheerd'),
  runs('8.19', 'youssef', 'B-3', 82),
  out('8.20', 'youssef', 'Geen eigen netwerkapparatuur'),
  out('8.21', 'youssef', 'Geen eigen netwerkdiensten'),
  out('8.22', 'youssef', 'Geen eigen netwerk om te scheiden'),
  coming('8.23', 'youssef', 'R-2', {
    is: 'partly',
    due: '2026-04-15',
    task: 'Bekende valse sites blokkeren op alle laptops',
    means: 'Een halve dag',
  }),
  runs('8.24', 'youssef', 'R-4 avg32', null),
  runs('8.25', 'ruben', 'R-1 R-8', null),
  runs('8.26', 'ruben', 'R-1', 107),
  runs('8.27', 'ruben', 'R-1', 144),
  runs('8.28', 'ruben', 'R-8 R-15', 131),
  runs('8.29', 'dewi', 'R-1 R-9', null),
  out('8.30', 'ruben', 'Ontwikkeling wordt niet uitbesteed'),
  runs('8.31', 'tijs', 'R-10 R-9', null),
  runs('8.32', 'ruben', 'R-9', 5),
  runs('8.33', 'dewi', 'R-10', null),
  coming('8.34', 'ruben', 'B-3', {
    is: 'not',
    due: '2026-04-24',
    task: 'Afspraken voor toetsen in productie vastleggen met de auditor',
    means: 'Twee uur',
  }),
]

export const LINES: readonly Line[] = [...ORGANISATIONAL, ...PEOPLE, ...PHYSICAL, ...TECHNICAL]
export const COMING: readonly Coming[] = LINES.filter(
  (line): line is Coming => line.is === 'partly' || line.is === 'not',
)
