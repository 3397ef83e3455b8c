/**
 * Who read what. The rules by topic went round in November and everybody read them; the policy of January was only put on
 * the notice board, so four of twelve people read it: that is a deviation from stage 2 on.
 */
import { acknowledgement } from '../../src/modules/documents/registers/acknowledgement.ts'
import type { Actor } from './cast.ts'
import { create, idOf, on, type Step } from './story.ts'

const read = (at: string, who: Actor, ...versions: readonly string[]): Step =>
  on(
    at,
    who,
    ...versions.map((version) =>
      create(acknowledgement, `${version} ${who}`, {
        person: idOf('person', who),
        documentVersion: idOf('document_version', version),
        acknowledgedAt: at.slice(0, 10),
        channel: 'waarborg',
      }),
    ),
  )

const TOPICS = ['toegang/1', 'thuiswerken/1']

const topics: readonly Step[] = [
  read('2025-11-10 16:05', 'youssef', ...TOPICS),
  read('2025-11-11 09:10', 'fenna', ...TOPICS),
  read('2025-11-11 13:35', 'anouk', ...TOPICS),
  read('2025-11-12 10:05', 'tijs', ...TOPICS),
  read('2025-11-13 09:20', 'noor', ...TOPICS),
  read('2025-11-13 11:50', 'ruben', ...TOPICS),
  read('2025-11-14 08:40', 'marit', ...TOPICS),
  read('2025-11-17 09:15', 'sem', ...TOPICS),
  read('2025-11-18 15:30', 'dewi', ...TOPICS),
  read('2025-11-20 14:10', 'bas', ...TOPICS),
  read('2025-11-24 11:05', 'sanne', ...TOPICS),
  read('2025-11-24 11:20', 'lieke', ...TOPICS),
  read('2025-11-27 16:45', 'joost', ...TOPICS),
]

export const readerSteps: readonly Step[] = [
  read('2025-10-21 09:10', 'fenna', 'beleid/1'),
  read('2025-10-21 12:45', 'ruben', 'beleid/1'),
  read('2025-10-23 16:20', 'youssef', 'beleid/1'),
  ...topics,
  read('2025-11-20 11:40', 'dewi', 'ontwikkelen/1'),
  read('2025-11-21 10:10', 'tijs', 'ontwikkelen/1'),
  read('2026-01-20 13:30', 'marit', 'beleid/2'),
  read('2026-01-22 09:15', 'fenna', 'beleid/2'),
  read('2026-02-09 15:50', 'anouk', 'beleid/2'),
  read('2026-02-26 14:35', 'noor', 'beleid/2'),
]
