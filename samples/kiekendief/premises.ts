/** Who holds a key of the office, and who came by. */
import { entryRightsReview } from '../../src/modules/premises/registers/entry-rights-review.ts'
import { visitorLog } from '../../src/modules/premises/registers/visitor-log.ts'
import type { Actor } from './cast.ts'
import { create, idOf, on, type Step, update } from './story.ts'

const office = idOf('location', 'kantoor')
const person = (key: string) => idOf('person', key)

interface Look {
  readonly at: string
  readonly holders: number
  readonly withdrawn: number
  readonly findings: string
  readonly followedUpAt?: string
}

const looked = ({ at, ...seen }: Look): Step =>
  on(
    `${at} 15:30`,
    'anouk',
    create(entryRightsReview, at, {
      location: office,
      doneAt: at,
      by: person('anouk'),
      badgesReturned: true,
      ...seen,
    }),
  )

interface Visit {
  readonly at: string
  readonly visitor: string
  readonly company: string
  readonly host: Actor
  readonly purpose: string
}

const VISITS: readonly Visit[] = [
  {
    at: '2025-10-29 10:00',
    visitor: 'Twee planners (voorbeeld)',
    company: 'Waterschap Grote Zijl',
    host: 'sem',
    purpose: 'Uitleg van de roosterdienst',
  },
  {
    at: '2025-11-21 09:15',
    visitor: 'Keurmeester brandmelders (voorbeeld)',
    company: 'In opdracht van de verhuurder',
    host: 'anouk',
    purpose: 'Jaarlijkse keuring',
  },
  {
    at: '2026-01-08 13:30',
    visitor: 'Jelle Terpstra',
    company: 'Terpstra Audit',
    host: 'fenna',
    purpose: 'Kennismaking en auditprogramma',
  },
  {
    at: '2026-01-22 14:00',
    visitor: 'Ilse Kraan (voorbeeld)',
    company: 'Keurhof Certificatie',
    host: 'marit',
    purpose: 'Kennismaking voor fase 1',
  },
  {
    at: '2026-02-25 11:00',
    visitor: 'Sollicitant (voorbeeld)',
    company: '',
    host: 'noor',
    purpose: 'Gesprek voor het klantteam',
  },
]

const visited = ({ at, visitor, company, host, purpose }: Visit): Step =>
  on(
    at,
    host,
    create(visitorLog, at, {
      visitor,
      company: company === '' ? null : company,
      location: office,
      visitedAt: at.slice(0, 10),
      host: person(host),
      purpose,
      accompanied: true,
    }),
  )

export const premisesSteps: readonly Step[] = [
  looked({
    at: '2025-10-22',
    holders: 14,
    withdrawn: 0,
    findings: 'De schoonmaak had een sleutel die niet op de lijst stond.',
  }),
  on(
    '2025-10-24 10:15',
    'anouk',
    update(entryRightsReview, '2025-10-22', { followedUpAt: '2025-10-24' }, 'Sleutel staat op de lijst'),
  ),
  looked({
    at: '2026-02-02',
    holders: 13,
    withdrawn: 1,
    findings: 'Sleutel van Sem Dekker is terug; de lijst klopt.',
    followedUpAt: '2026-02-02',
  }),
  ...VISITS.map(visited),
]
