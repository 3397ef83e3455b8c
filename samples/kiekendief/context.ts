/** Where Kiekendief stands: issues, parties and what they ask. Whether climate change matters is not decided: that is a deviation. */
import { contextDetermination } from '../../src/modules/context/registers/context-determination.ts'
import { type ContextIssue, contextIssue } from '../../src/modules/context/registers/context-issue.ts'
import { act, create, idOf, idsOf, on, type Step } from './story.ts'

interface Issue {
  readonly key: string
  readonly kind: 'internal' | 'external'
  readonly topic: NonNullable<ContextIssue['topic']>
  readonly title: string
  readonly effect: string
  readonly owner: string
}

const ISSUES: readonly Issue[] = [
  {
    key: 'klein',
    kind: 'internal',
    topic: 'people',
    title: 'Klein team, veel kennis bij één persoon',
    effect: 'Ziekte of vertrek raakt meteen de dienst en het ISMS.',
    owner: 'marit',
  },
  {
    key: 'groei',
    kind: 'internal',
    topic: 'strategy',
    title: 'Groei van vier naar zes grote klanten in 2026',
    effect: 'Meer gegevens, strengere contracten, meer werk aan vragenlijsten.',
    owner: 'marit',
  },
  {
    key: 'techniek',
    kind: 'internal',
    topic: 'technology',
    title: 'Eén webdienst op één cloudhost',
    effect: 'Een storing of stop van de host legt alles stil.',
    owner: 'youssef',
  },
  {
    key: 'thuis',
    kind: 'internal',
    topic: 'people',
    title: 'Thuiswerken is de gewoonte',
    effect: 'Laptops en verbindingen staan buiten het kantoor.',
    owner: 'anouk',
  },
  {
    key: 'klanten',
    kind: 'external',
    topic: 'customers',
    title: 'Overheidsklanten vragen een certificaat',
    effect: 'Zonder certificaat voor de zomer geen verlenging met het waterschap.',
    owner: 'marit',
  },
  {
    key: 'aanvallen',
    kind: 'external',
    topic: 'threats',
    title: 'Aanvallen op leveranciers van software',
    effect: 'Bibliotheken en bouwstraat zijn een doelwit.',
    owner: 'tijs',
  },
  {
    key: 'wetten',
    kind: 'external',
    topic: 'law',
    title: 'AVG en de Cyberbeveiligingswet bij klanten',
    effect: 'Klanten geven hun plichten door in het contract.',
    owner: 'fenna',
  },
  {
    key: 'aanbod',
    kind: 'external',
    topic: 'supply',
    title: 'Afhankelijk van grote aanbieders van cloud en identiteit',
    effect: 'Voorwaarden en prijzen liggen buiten onze invloed.',
    owner: 'youssef',
  },
]

const ISSUE_KEYS = ISSUES.map(({ key }) => key)
export const ALL_ISSUES = idsOf('context_issue', ...ISSUE_KEYS)

export const contextSteps: readonly Step[] = [
  on(
    '2025-10-08 10:00',
    'fenna',
    ...ISSUES.map(({ key, owner, ...rest }) => create(contextIssue, key, { ...rest, owner: idOf('person', owner) })),
  ),
  on(
    '2025-10-09 14:00',
    'fenna',
    ...ISSUE_KEYS.flatMap((key) => [act(contextIssue, key, 'activate'), act(contextIssue, key, 'review')]),
  ),
  on(
    '2025-10-09 14:30',
    'fenna',
    create(contextDetermination, 'cbw', {
      title: 'Valt Kiekendief zelf onder de Cyberbeveiligingswet?',
      topic: 'other',
      relevant: false,
      rationale:
        'Met twaalf mensen en een omzet onder de grens zijn wij geen belangrijke of essentiële entiteit. Onze klanten soms wel; hun eisen staan als contract in het register.',
      linked: idsOf('context_issue', 'wetten'),
    }),
  ),
  on('2025-10-14 09:30', 'marit', act(contextDetermination, 'cbw', 'decide')),
]
