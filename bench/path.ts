/**
 * The path and its plan asked again after a change, in an organisation of 200 on its way to a target that cannot be met: then it
 * is planned again and again to see whose hours would do. `node bench/path.ts`
 */

import { path } from '../src/modules/path/service.ts'
import { person } from '../src/modules/people/registers/person.ts'
import { figuresOf, line, timed } from './measure.ts'
import { openPlace } from './place.ts'

const PEOPLE = 200
const CHANGES = 40
const WARM_UP = 10

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

const place = await openPlace()
try {
  const [people, owners] = await place.run(async (ctx) => [
    Array.from({ length: PEOPLE }, () => ctx.newId()),
    ctx.newId(),
  ])
  const today = await place.run(async (ctx) => ctx.today())
  const absences = [{ from: dayAfter(today, 30), until: dayAfter(today, 50) }]
  await place.create([
    ...people.map((id, index) => ({ register: 'person', act: 'create', id, set: { name: `Mens ${index}` } })),
    { register: 'role', act: 'create', id: owners, set: { title: 'Eigenaar', duties: ['risk_ownership'] } },
    ...people.map((id) => ({ register: 'role_assignment', act: 'create', set: { role: owners, person: id } })),
    ...people.map((id) => ({
      register: 'available_hours',
      act: 'create',
      set: { person: id, hoursPerWeek: 1, absences },
    })),
  ])
  const asked = () => place.run((ctx) => path(ctx, { mode: 'known' }))
  const { finish } = (await asked()).plan
  const own = await place.run(async (ctx) => {
    const { rows } = await ctx.tx.query<{ id: string }>(`select id from record where register = 'organisation'`)
    return rows[0]?.id ?? ''
  })
  const targetDate = dayAfter(finish, -20)
  await place.create([
    { register: 'organisation', act: 'update', id: own, set: { headcount: PEOPLE, pathPlan: { targetDate } } },
  ])
  const took: number[] = []
  for (let round = 0; round < CHANGES + WARM_UP; round += 1) {
    const id = people[round % people.length] ?? ''
    await place.create([{ register: person.name, act: 'update', id, set: { jobTitle: `Werk ${round}` } }])
    const ms = await timed(asked)
    if (round >= WARM_UP) took.push(ms)
  }
  console.log(line(`path and plan after a change, ${PEOPLE} people, target out of reach`, figuresOf(took), '≤ 100 ms'))
} finally {
  await place.close()
}
