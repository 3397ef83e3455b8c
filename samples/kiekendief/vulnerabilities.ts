/** Weaknesses that risks name, the scans, and what they found. What stood open too long last year is mended since. */
import type { MAPGOOD_GROUPS } from '../../src/kernel/mapgood.ts'
import { type ScanRun, scanRun } from '../../src/modules/vulnerabilities/registers/scan-run.ts'
import { type Vulnerability, vulnerability } from '../../src/modules/vulnerabilities/registers/vulnerability.ts'
import { weakness } from '../../src/modules/vulnerabilities/registers/weakness.ts'
import { act, create, idOf, idsOf, on, type Step } from './story.ts'

const person = (key: string) => idOf('person', key)

interface Weak {
  readonly key: string
  readonly title: string
  readonly group: (typeof MAPGOOD_GROUPS)[number]
  readonly risks: readonly string[]
}

const WEAK: readonly Weak[] = [
  { key: 'kennis', title: 'Kennis zit bij één persoon', group: 'people', risks: ['R-7', 'R-16'] },
  { key: 'haast', title: 'Haast en vergissingen bij gewoon werk', group: 'people', risks: ['R-2', 'R-9', 'R-17'] },
  { key: 'meedragen', title: 'Apparaten gaan mee de deur uit', group: 'equipment', risks: ['R-4', 'R-12'] },
  { key: 'bibliotheken', title: 'Veel code van anderen', group: 'software', risks: ['R-8', 'R-15'] },
  { key: 'scheiding', title: 'Klanten delen één omgeving', group: 'software', risks: ['R-1', 'R-10'] },
  { key: 'ongeoefend', title: 'Herstel is nooit geoefend', group: 'data', risks: ['R-5'] },
  { key: 'rechten', title: 'Ruime rechten, weinig controle', group: 'organisation', risks: ['R-6', 'R-14'] },
  { key: 'bereikbaar', title: 'Wie beslist is niet altijd bereikbaar', group: 'organisation', risks: ['R-13'] },
  { key: 'aanbieder', title: 'Afhankelijk van één aanbieder', group: 'services', risks: ['R-3', 'R-11', 'R-18'] },
]

/** Weaknesses of a risk, for `risks.ts`. */
export const weaknessesOf = (risk: string) =>
  idsOf('weakness', ...WEAK.filter(({ risks }) => risks.includes(risk)).map(({ key }) => key))

interface Scan {
  readonly key: string
  readonly on: string
  readonly title: string
  readonly kind: NonNullable<ScanRun['kind']>
  readonly classes: ScanRun['systemClasses']
  readonly systems: readonly string[]
  readonly high: number
  readonly medium: number
}

const outside = (day: string, high: number, medium: number): Scan => ({
  key: `buiten ${day}`,
  on: day,
  title: 'Maandelijkse scan van de webdienst, van buiten',
  kind: 'external',
  classes: ['internet_facing'],
  systems: [],
  high,
  medium,
})
const inside = (day: string, medium: number): Scan => ({
  key: `binnen ${day}`,
  on: day,
  title: 'Kwartaalscan van de cloudomgeving',
  kind: 'internal',
  classes: ['cloud_platform'],
  systems: [],
  high: 0,
  medium,
})
/** Of the build street, monthly since January. */
const libraries = (day: string, high: number): Scan => ({
  key: `bibliotheken ${day}`,
  on: day,
  title: 'Bibliotheken van de webdienst, uit de bouwstraat',
  kind: 'code',
  classes: [],
  systems: ['webdienst', 'bouwstraat'],
  high,
  medium: 0,
})

const SCANS: readonly Scan[] = [
  outside('2025-10-30', 1, 0),
  outside('2025-11-27', 0, 0),
  inside('2025-11-27', 0),
  outside('2025-12-23', 0, 1),
  outside('2026-01-22', 0, 0),
  libraries('2026-01-30', 1),
  outside('2026-02-20', 0, 1),
  inside('2026-02-20', 0),
  libraries('2026-02-27', 1),
]

const TOOLS: Readonly<Record<string, string>> = { external: 'Scanner van buiten', code: 'Bouwstraat' }

const scanned = ({ key, on: day, title, kind, classes, systems, high, medium }: Scan): Step =>
  on(
    `${day} 13:20`,
    'tijs',
    create(scanRun, key, {
      title,
      kind,
      systemClasses: classes,
      systems: idsOf('information_system', ...systems),
      tool: TOOLS[kind] ?? 'Hulpmiddel van de cloudhost',
      critical: 0,
      high,
      medium,
    }),
    act(scanRun, key, 'finish'),
  )

interface Found {
  readonly key: string
  readonly title: string
  readonly severity: NonNullable<Vulnerability['severity']>
  readonly at: string
  readonly by: NonNullable<Vulnerability['foundBy']>
  readonly scan?: string
  readonly entered: string
  readonly due: string
  readonly fixed?: { readonly at: string; readonly verified: string; readonly how: string }
}

const FOUND: readonly Found[] = [
  {
    key: 'pdf',
    title: 'Bibliotheek voor pdf voert vreemde code uit',
    severity: 'high',
    at: '2025-10-08',
    by: 'advisory',
    entered: '2025-10-30 13:40',
    due: '2025-11-07',
    fixed: { at: '2025-11-20', verified: '2025-11-27', how: 'Bijgewerkt; 43 dagen na de melding.' },
  },
  {
    key: 'inlogmodule',
    title: 'Inlogmodule laat eindeloos proberen toe',
    severity: 'high',
    at: '2025-10-30',
    by: 'scan',
    scan: 'buiten 2025-10-30',
    entered: '2025-10-30 13:45',
    due: '2025-11-29',
    fixed: { at: '2025-12-09', verified: '2025-12-23', how: 'Bijgewerkt en begrensd op vijf pogingen; 40 dagen.' },
  },
  {
    key: 'koptekst',
    title: 'Ontbrekende koptekst tegen meekijken',
    severity: 'medium',
    at: '2025-12-23',
    by: 'scan',
    scan: 'buiten 2025-12-23',
    entered: '2025-12-23 14:00',
    due: '2026-03-23',
    fixed: { at: '2026-01-20', verified: '2026-01-22', how: 'Uitgerold met versie 2026.04.' },
  },
  {
    key: 'datumkiezer',
    title: 'Datumkiezer toont ongecontroleerde invoer',
    severity: 'high',
    at: '2026-01-30',
    by: 'scan',
    scan: 'bibliotheken 2026-01-30',
    entered: '2026-01-30 13:35',
    due: '2026-03-01',
    fixed: { at: '2026-02-03', verified: '2026-02-10', how: 'Vervangen in versie 2026.06.' },
  },
  {
    key: 'afbeelding',
    title: 'Verouderde bibliotheek voor afbeeldingen',
    severity: 'medium',
    at: '2026-02-20',
    by: 'scan',
    scan: 'buiten 2026-02-20',
    entered: '2026-02-20 13:50',
    due: '2026-05-21',
  },
  {
    key: 'rekenblad',
    title: 'Bibliotheek voor rekenbladen leest te veel geheugen',
    severity: 'high',
    at: '2026-02-27',
    by: 'scan',
    scan: 'bibliotheken 2026-02-27',
    entered: '2026-02-27 13:30',
    due: '2026-03-29',
  },
]

const found = (of: Found): readonly Step[] => [
  on(
    of.entered,
    'tijs',
    create(vulnerability, of.key, {
      title: of.title,
      severity: of.severity,
      systems: idsOf('information_system', 'webdienst'),
      foundAt: of.at,
      foundBy: of.by,
      scan: of.scan === undefined ? null : idOf('scan_run', of.scan),
      owner: person('tijs'),
      dueAt: of.due,
      // The first assessment of risks was in December.
      risks: of.at < '2025-12-03' ? [] : idsOf('risk', 'R-8'),
    }),
  ),
  ...(of.fixed === undefined
    ? []
    : [
        on(`${of.fixed.at} 15:50`, 'tijs', act(vulnerability, of.key, 'fix', { set: { solution: of.fixed.how } })),
        on(`${of.fixed.verified} 14:10`, 'dewi', act(vulnerability, of.key, 'verify')),
      ]),
]

export const vulnerabilitySteps: readonly Step[] = [
  on(
    '2025-12-02 15:30',
    'fenna',
    ...WEAK.map(({ key, title, group }) =>
      create(weakness, key, { title, category: group, source: 'Werksessie over de methode, 2 december 2025' }),
    ),
  ),
  ...SCANS.map(scanned),
  ...FOUND.flatMap(found),
]
