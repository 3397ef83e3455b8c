/**
 * Loading the state of a large organisation and putting the rules to it. The floor of the load is the bare select of the
 * same rows with their JSON parsed; the rules have none, their aim is a time.
 */
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { fillIsms } from './isms.ts'
import { figuresOf, line, report } from './measure.ts'
import { openPlace } from './place.ts'

const measured = z.object({
  records: z.number(),
  first: z.object({ floor: z.number(), load: z.number(), evaluate: z.number() }),
  floors: z.array(z.number()),
  loads: z.array(z.number()),
  evaluations: z.array(z.number()),
})

/** Asks a process of its own, so that nothing is warm of having made the organisation. */
async function inNewProcess(folder: string, organisation: string): Promise<z.infer<typeof measured>> {
  const script = fileURLToPath(new URL('readiness-once.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder, organisation], { stdio: ['ignore', 'pipe', 'inherit'] })
  return measured.parse(JSON.parse(await text(child.stdout)))
}

const place = await openPlace()
try {
  await fillIsms(place)
  const { records, first, floors, loads, evaluations } = await inNewProcess(place.folder, place.organisation.id)
  const count = records.toLocaleString('en')
  const one = (value: number) => figuresOf([value])
  console.log(report(`state of ${count} records, new process`, one(first.load), one(first.floor), '≤ 2,000 ms'))
  console.log(report(`state of ${count} records, once warm`, figuresOf(loads), figuresOf(floors), '≤ 2,000 ms'))
  console.log(line('rules of stage 2, new process', one(first.evaluate), '≤ 200 ms'))
  console.log(line('rules of stage 2, once warm', figuresOf(evaluations), '≤ 200 ms'))
} finally {
  await place.close()
}
