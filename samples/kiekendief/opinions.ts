/** What each thought of the risks on 11 December before the table decided. Where they lay far apart, it was talked through. */
import { riskOpinion } from '../../src/modules/workshops/register.ts'
import type { Actor } from './cast.ts'
import { create, idOf, on, type Step } from './story.ts'

interface Opinion {
  readonly of: string
  readonly values: readonly [number, number]
  readonly note?: string
}

const opinion = (of: string, likelihood: number, consequence: number, note?: string): Opinion => ({
  of,
  values: [likelihood, consequence],
  ...(note !== undefined && { note }),
})

/** In the order in which they sat round the table. */
const OPINIONS: readonly (readonly [Actor, readonly Opinion[]])[] = [
  [
    'marit',
    [
      opinion('R-5', 3, 5, 'Wij hebben het nog nooit gedaan, dus ik ga van het ergste uit.'),
      opinion('R-12', 1, 2),
      opinion('R-13', 2, 3),
      opinion('R-14', 4, 5, 'Bij een collega-bedrijf gebeurde het vorig jaar.'),
      opinion('R-16', 3, 2),
      opinion('R-18', 1, 5),
    ],
  ],
  ['fenna', [opinion('R-2', 4, 3), opinion('R-11', 2, 2), opinion('R-13', 3, 3), opinion('R-16', 2, 2)]],
  [
    'ruben',
    [
      opinion('R-1', 3, 5),
      opinion('R-3', 3, 4),
      opinion('R-5', 1, 5, 'De controle op fouten is nog nooit rood geweest.'),
      opinion('R-7', 2, 3, 'Tijs heeft er ook al eens in gewerkt.'),
      opinion('R-8', 4, 4),
      opinion('R-9', 3, 3),
      opinion('R-10', 2, 4),
      opinion('R-15', 2, 3),
    ],
  ],
  [
    'youssef',
    [
      opinion('R-2', 5, 3, 'Ik zie er elke maand een.'),
      opinion('R-3', 3, 4),
      opinion('R-5', 2, 5),
      opinion('R-6', 2, 3),
      opinion('R-8', 5, 5),
      opinion('R-14', 2, 5),
      opinion('R-18', 1, 4),
    ],
  ],
  [
    'tijs',
    [
      opinion('R-1', 3, 4),
      opinion('R-7', 3, 3, 'Ik durf het niet alleen te herstellen.'),
      opinion('R-8', 5, 4),
      opinion('R-14', 2, 5),
      opinion('R-15', 2, 4),
    ],
  ],
  ['dewi', [opinion('R-1', 2, 5), opinion('R-9', 3, 2), opinion('R-10', 3, 4)]],
  [
    'anouk',
    [
      opinion('R-2', 3, 3, 'Bij ons op kantoor trapt er niemand meer in.'),
      opinion('R-4', 2, 3),
      opinion('R-6', 3, 3),
      opinion('R-12', 2, 2),
      opinion('R-17', 3, 3),
    ],
  ],
  ['sem', [opinion('R-3', 4, 4), opinion('R-4', 3, 3), opinion('R-11', 2, 3), opinion('R-17', 4, 2)]],
]

const DAY = '2025-12-11'

export const opinionSteps: readonly Step[] = OPINIONS.map(([who, opinions]) =>
  on(
    `${DAY} 10:10`,
    who,
    ...opinions.map(({ of, values: [likelihood, consequence], note }) =>
      create(riskOpinion, `${of} ${who}`, {
        risk: idOf('risk', of),
        by: idOf('person', who),
        likelihood,
        consequence,
        note: note ?? null,
        at: DAY,
      }),
    ),
  ),
)
