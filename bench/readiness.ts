/**
 * Loading the state of a large organisation, putting the rules to it, again after a change, and ahead. Floors, in the same
 * run: of the load the bare select of the same rows with their JSON parsed; of the rules one walk over every field of every
 * record.
 */
import { z } from 'zod'
import { fillIsms } from './isms.ts'
import { figuresOf, line, report } from './measure.ts'
import { openPlace } from './place.ts'
import { answerOf } from './process.ts'

const several = z.array(z.number())
const measured = z.object({
  records: z.number(),
  first: z.object({ floor: z.number(), load: z.number(), evaluate: z.number() }),
  floors: several,
  loads: several,
  walks: several,
  evaluations: several,
  changes: z.record(z.string(), several),
  forecasts: several,
  trends: several,
})

const place = await openPlace()
try {
  const organisation = await fillIsms(place)
  const { records, first, floors, loads, walks, evaluations, changes, forecasts, trends } = measured.parse(
    await answerOf('readiness-once.ts', place.folder, organisation),
  )
  const count = records.toLocaleString('en')
  const one = (value: number) => figuresOf([value])
  console.log(report(`state of ${count} records, new process`, one(first.load), one(first.floor), '≤ 2,000 ms'))
  console.log(report(`state of ${count} records, once warm`, figuresOf(loads), figuresOf(floors), '≤ 2,000 ms'))
  console.log(line('rules of surveillance, new process', one(first.evaluate), '≤ 200 ms'))
  console.log(report('rules of surveillance, once warm', figuresOf(evaluations), figuresOf(walks), '≤ 200 ms'))
  for (const [register, took] of Object.entries(changes)) {
    console.log(report(`… again after a change of one ${register}`, figuresOf(took), figuresOf(evaluations), '≤ 10 ms'))
  }
  console.log(report('forecast of twelve months', figuresOf(forecasts), figuresOf(evaluations), '≤ 3,000 ms'))
  console.log(report('trend of the past year', figuresOf(trends), figuresOf(evaluations), ''))
} finally {
  await place.close()
}
