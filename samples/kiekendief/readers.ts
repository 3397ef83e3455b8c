/** Who read what. Of the policy in force four of twelve people: that is a deviation from stage 2 on. */
import { acknowledgement } from '../../src/modules/documents/registers/acknowledgement.ts'
import type { Actor } from './cast.ts'
import { create, idOf, on, type Step } from './story.ts'

const read = (at: string, who: Actor, version: string): Step =>
  on(
    at,
    who,
    create(acknowledgement, `${version} ${who}`, {
      person: idOf('person', who),
      documentVersion: idOf('document_version', version),
      acknowledgedAt: at.slice(0, 10),
      channel: 'waarborg',
    }),
  )

export const readerSteps: readonly Step[] = [
  read('2025-10-21 09:10', 'fenna', 'beleid/1'),
  read('2025-10-21 12:45', 'ruben', 'beleid/1'),
  read('2025-10-23 16:20', 'youssef', 'beleid/1'),
  read('2025-11-12 10:05', 'tijs', 'thuiswerken/1'),
  read('2025-11-13 09:20', 'noor', 'thuiswerken/1'),
  read('2025-11-20 11:40', 'dewi', 'ontwikkelen/1'),
  read('2025-11-21 10:10', 'tijs', 'ontwikkelen/1'),
  read('2026-01-20 13:30', 'marit', 'beleid/2'),
  read('2026-01-22 09:15', 'fenna', 'beleid/2'),
  read('2026-02-09 15:50', 'anouk', 'beleid/2'),
  read('2026-02-18 08:55', 'sanne', 'thuiswerken/1'),
  read('2026-02-26 14:35', 'noor', 'beleid/2'),
]
