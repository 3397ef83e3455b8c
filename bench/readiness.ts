/**
 * Loading the state of a large organisation and putting the rules to it. The floor of the load is the bare select of the
 * same rows with their JSON parsed; the rules have none, their aim is a time.
 */
import { z } from 'zod'
import { fillIsms } from './isms.ts'
import { figuresOf, line, report } from './measure.ts'
import { openPlace } from './place.ts'
import { answerOf } from './process.ts'

const measured = z.object({
  records: z.number(),
  first: z.object({ floor: z.number(), load: z.number(), evaluate: z.number() }),
  floors: z.array(z.number()),
  loads: z.array(z.number()),
  evaluations: z.array(z.number()),
})

const place = await openPlace()
try {
  await fillIsms(place)
  const { records, first, floors, loads, evaluations } = measured.parse(
    await answerOf('readiness-once.ts', place.folder, place.organisation.id),
  )
  const count = records.toLocaleString('en')
  const one = (value: number) => figuresOf([value])
  console.log(report(`state of ${count} records, new process`, one(first.load), one(first.floor), '≤ 2,000 ms'))
  console.log(report(`state of ${count} records, once warm`, figuresOf(loads), figuresOf(floors), '≤ 2,000 ms'))
  console.log(line('rules of stage 2, new process', one(first.evaluate), '≤ 200 ms'))
  console.log(line('rules of stage 2, once warm', figuresOf(evaluations), '≤ 200 ms'))
} finally {
  await place.close()
}
