/**
 * The state of a large organisation on past days, from a ledger that is filled up to so many entries, of which one in
 * so many is entered late: `node bench/past.ts [ENTRIES] [LATE]`. Floor, in the same run: the bare select of the newest entry
 * of each record up to that day, with its JSON parsed.
 */
import { z } from 'zod'
import { BEGINS, fillHistory } from './history.ts'
import { fillIsms } from './isms.ts'
import { figuresOf, line, report } from './measure.ts'
import { openPlace } from './place.ts'
import { answerOf } from './process.ts'

const several = z.array(z.number())
const measured = z.object({
  entries: z.number(),
  days: z.array(
    z.object({
      day: z.string(),
      mode: z.string(),
      loads: several,
      floors: several,
      again: z.number(),
      cold: z.number(),
    }),
  ),
})

const place = await openPlace({ now: () => new Date(BEGINS) })
try {
  const organisation = await fillIsms(place)
  const [, , size = '1000000', late = '400'] = process.argv
  await fillHistory(place, organisation, { entries: Number(size), late: Number(late) })
  const { entries, days } = measured.parse(await answerOf('past-once.ts', place.folder, organisation))
  for (const { day, mode, loads, floors, again, cold } of days) {
    const what = `state on ${day} as ${mode} then, ${entries.toLocaleString('en')} entries`
    console.log(report(what, figuresOf(loads), figuresOf(floors), '≤ 3,000 ms'))
    console.log(line('… asked again', figuresOf([again]), ''))
    console.log(line('… with nothing at hand', figuresOf([cold]), ''))
  }
} finally {
  await place.close()
}
