/** Who may do what where: asked, approved by another, given. Going through it all is planned for the first of April. */
import { accessGrant } from '../../src/modules/access/register.ts'
import { accessReview } from '../../src/modules/access/registers/access-review.ts'
import type { Actor } from './cast.ts'
import { act, create, idOf, on, type Step } from './story.ts'

interface Right {
  readonly who: string
  readonly system: string
  readonly as: string
  readonly isPrivileged?: true
}

const EVERYBODY = [
  'marit',
  'fenna',
  'ruben',
  'youssef',
  'tijs',
  'dewi',
  'anouk',
  'noor',
  'bas',
  'joost',
  'lieke',
  'sem',
  'sanne',
]
const BUILDERS = ['ruben', 'tijs', 'dewi', 'bas', 'joost', 'lieke']
const HELPERS = ['noor', 'sem', 'sanne', 'fenna']

const RIGHTS: readonly Right[] = [
  ...EVERYBODY.map((who): Right => ({ who, system: 'identiteit', as: 'Medewerker' })),
  ...BUILDERS.map((who): Right => ({ who, system: 'bouwstraat', as: 'Ontwikkelaar' })),
  ...HELPERS.map((who): Right => ({ who, system: 'tickets', as: 'Behandelaar' })),
  { who: 'youssef', system: 'webdienst', as: 'Beheerder', isPrivileged: true },
  { who: 'ruben', system: 'webdienst', as: 'Beheerder', isPrivileged: true },
  { who: 'youssef', system: 'database', as: 'Beheerder', isPrivileged: true },
  { who: 'youssef', system: 'backup', as: 'Beheerder', isPrivileged: true },
  { who: 'tijs', system: 'bouwstraat', as: 'Beheerder', isPrivileged: true },
  { who: 'youssef', system: 'identiteit', as: 'Beheerder', isPrivileged: true },
]

const keyOf = ({ who, system, as }: Right): string => `${who} ${system} ${as}`

const asked = (right: Right) =>
  create(accessGrant, keyOf(right), {
    person: idOf('person', right.who),
    system: idOf('information_system', right.system),
    accessRole: right.as,
    privileged: right.isPrivileged === true,
    account: right.isPrivileged === true ? `${right.who}-beheer` : right.who,
    separateAccount: right.isPrivileged === true,
    reason: right.isPrivileged === true ? 'Nodig om de dienst draaiend te houden' : 'Nodig voor het werk',
  })

/** Ruben approves, and Marit what is Ruben's own. */
const approverOf = ({ who }: Right): Actor => (who === 'ruben' ? 'marit' : 'ruben')
const doing = (rights: readonly Right[], name: string) => rights.map((right) => act(accessGrant, keyOf(right), name))

const privileged = RIGHTS.filter(({ isPrivileged }) => isPrivileged)
const leaving = RIGHTS.filter(({ who }) => who === 'sem')

/** Who goes through the rights of which system: never whoever gives them. */
const LOOKS: readonly { readonly system: string; readonly by: Actor }[] = [
  { system: 'webdienst', by: 'ruben' },
  { system: 'database', by: 'ruben' },
  { system: 'backup', by: 'ruben' },
  { system: 'bouwstraat', by: 'tijs' },
  { system: 'tickets', by: 'noor' },
]

const planned = ({ system, by }: (typeof LOOKS)[number]) =>
  create(accessReview, `${system} april`, {
    system: idOf('information_system', system),
    plannedAt: '2026-04-01',
    reviewer: idOf('person', by),
    population: 'Lijst van alle accounts, uit het systeem zelf',
  })

export const accessSteps: readonly Step[] = [
  on('2025-10-14 10:00', 'youssef', ...RIGHTS.map(asked)),
  on(
    '2025-10-14 13:30',
    'ruben',
    ...doing(
      RIGHTS.filter((right) => approverOf(right) === 'ruben'),
      'approve',
    ),
  ),
  on(
    '2025-10-14 14:30',
    'marit',
    ...doing(
      RIGHTS.filter((right) => approverOf(right) === 'marit'),
      'approve',
    ),
  ),
  on('2025-10-14 15:30', 'youssef', ...doing(RIGHTS, 'grant')),
  on('2026-01-30 16:45', 'youssef', ...doing(leaving, 'revoke')),
  on(
    '2026-02-02 11:00',
    'ruben',
    ...doing(
      privileged.filter(({ who }) => who !== 'ruben'),
      'review',
    ),
  ),
  on(
    '2026-02-02 11:20',
    'marit',
    ...doing(
      privileged.filter(({ who }) => who === 'ruben'),
      'review',
    ),
  ),
  on('2026-02-23 11:30', 'youssef', ...LOOKS.map(planned)),
]
