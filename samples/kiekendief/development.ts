/** What is built: two projects, and every version that customers got since the rules for secure development hold. */
import { addDays } from '../../src/kernel/calendar.ts'
import { project } from '../../src/modules/development/registers/project.ts'
import { release } from '../../src/modules/development/registers/release.ts'
import type { Actor } from './cast.ts'
import { act, create, idOf, idsOf, on, type Step, update } from './story.ts'

const person = (key: string) => idOf('person', key)

const projects: readonly Step[] = [
  on(
    '2025-11-17 10:20',
    'ruben',
    create(project, 'delen', {
      title: 'Roosters delen met een link',
      description: 'Een planner deelt een rooster met mensen zonder account.',
      owner: person('ruben'),
      touchesInformation: true,
      touchesInformationStatedBy: person('ruben'),
      securityRequirements:
        'Een link verloopt na zeven dagen, is niet te raden, toont geen verlof of telefoonnummers en is in te trekken.',
      securityAgreedAt: '2025-11-14',
      systems: idsOf('information_system', 'webdienst'),
      startsOn: '2025-11-03',
      buildStartsOn: '2025-12-15',
    }),
  ),
  on(
    '2025-12-12 14:10',
    'ruben',
    update(
      project,
      'delen',
      { risks: idsOf('risk', 'R-1') },
      'De eerste risicobeoordeling is klaar; R-1 geldt ook hier',
    ),
  ),
  on('2026-02-20 16:20', 'ruben', act(project, 'delen', 'close')),
  on(
    '2026-02-23 15:30',
    'ruben',
    create(project, 'koppeling', {
      title: 'Koppeling met het personeelssysteem van het waterschap',
      description: 'Namen en contracturen komen elke nacht binnen in plaats van met de hand.',
      owner: person('ruben'),
      touchesInformation: true,
      touchesInformationStatedBy: person('ruben'),
      securityRequirements:
        'Eigen sleutel per klant, alleen de velden die een rooster nodig heeft, en een alarm als een nacht uitblijft.',
      securityAgreedAt: '2026-02-23',
      risks: idsOf('risk', 'R-1', 'R-15'),
      systems: idsOf('information_system', 'webdienst', 'database'),
      startsOn: '2026-02-16',
      buildStartsOn: '2026-04-07',
      endsOn: '2026-06-26',
    }),
  ),
]

interface Version {
  readonly label: string
  readonly on: string
  readonly by: readonly Actor[]
  readonly seenBy: Actor
  /** What the test still showed, and somebody found acceptable. */
  readonly left?: string
}

/** Every Tuesday, but for the week of Christmas and the one after it. */
const VERSIONS: readonly Version[] = [
  { label: '2025.48', on: '2025-11-25', by: ['bas', 'dewi'], seenBy: 'tijs' },
  { label: '2025.49', on: '2025-12-02', by: ['joost'], seenBy: 'bas' },
  { label: '2025.50', on: '2025-12-09', by: ['tijs', 'bas'], seenBy: 'ruben' },
  { label: '2025.51', on: '2025-12-16', by: ['lieke', 'joost'], seenBy: 'dewi' },
  { label: '2026.02', on: '2026-01-06', by: ['bas'], seenBy: 'tijs' },
  { label: '2026.03', on: '2026-01-13', by: ['dewi', 'joost'], seenBy: 'ruben' },
  { label: '2026.04', on: '2026-01-20', by: ['ruben'], seenBy: 'bas' },
  {
    label: '2026.05',
    on: '2026-01-27',
    by: ['bas', 'lieke'],
    seenBy: 'tijs',
    left: 'Een waarschuwing over een hulpmiddel dat alleen in de bouwstraat draait; volgt in 2026.06.',
  },
  { label: '2026.06', on: '2026-02-03', by: ['tijs'], seenBy: 'dewi' },
  { label: '2026.07', on: '2026-02-10', by: ['joost', 'bas'], seenBy: 'ruben' },
  { label: '2026.08', on: '2026-02-17', by: ['ruben', 'dewi'], seenBy: 'tijs' },
  { label: '2026.09', on: '2026-02-24', by: ['bas'], seenBy: 'dewi' },
]

/** Rolled out by whoever looked at it, on the day itself. */
const rolledOut = ({ label, on: day, by, seenBy, left }: Version): Step =>
  on(
    `${day} 10:50`,
    seenBy,
    create(release, label, {
      title: `Roosterdienst ${label}`,
      product: idOf('service', 'roosterdienst'),
      versionLabel: label,
      owner: person('ruben'),
      madeBy: idsOf('person', ...by),
      reviewedBy: person(seenBy),
      reviewedAt: addDays(day, -1),
      securityTest: left === undefined ? 'passed' : 'accepted',
      securityTestedAt: addDays(day, -1),
      testNote: left ?? 'Proeven en scan van de bouwstraat zonder bevindingen.',
      plannedFor: day,
    }),
    act(release, label, 'release'),
  )

export const developmentSteps: readonly Step[] = [...projects, ...VERSIONS.map(rolledOut)]
