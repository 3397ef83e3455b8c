import type { CalendarDate, InputOf, RecordId, Register } from '../../../../kernel/register.ts'
import type { Builder, Told } from '../builder.ts'

/** What is there from the first day on and looked at again on each of the later ones. */
export interface Reviewing<R extends Register> {
  readonly first: CalendarDate
  readonly turns: readonly CalendarDate[]
  /** What each looking adds, the first included. */
  readonly on: (day: CalendarDate) => InputOf<R>
}

/** Adds a living record with one version for each time that somebody went over it. */
export function addReviewed<R extends Register>(
  build: Builder,
  register: R,
  set: InputOf<R>,
  { first, turns, on, ...told }: Reviewing<R> & Told,
): RecordId {
  const id = build.add(register, { ...set, ...on(first) }, { validFrom: first, ...told })
  for (const day of turns) if (day > first) build.change(register, id, day, on(day))
  return id
}
