import type { Overview, Proposed, Work } from './recurring.ts'

/** What somebody gives a piece of work: a name, a rhythm and a first day. */
export interface Arranged {
  readonly owner: string | null
  readonly every: number | null
  readonly unit: Work['unit']
  readonly startsOn: string | null
}

/** One line to be arranged: work that is there, or work that a rule asks for and that nobody has. */
export interface ArrangeRow extends Arranged {
  readonly key: string
  readonly title: string
  readonly work: Work | null
  readonly proposed: Proposed | null
}

/** What lacks a name or a first day, then what is proposed; all work where somebody wants to change more. */
export function arrangeRows({ works, proposed }: Overview, isWhole: boolean): readonly ArrangeRow[] {
  const active = works.filter(({ state }) => state === 'active')
  const lacking = active.filter(({ doer, startsOn, every, unit }) => [doer, startsOn, every, unit].includes(null))
  return [
    ...(isWhole ? active : lacking).map(
      (work): ArrangeRow => ({
        key: work.id,
        title: work.title,
        work,
        proposed: null,
        owner: (work.owner ?? work.doer)?.id ?? null,
        every: work.every,
        unit: work.unit,
        startsOn: work.startsOn ?? work.suggested,
      }),
    ),
    ...proposed.map(
      (one): ArrangeRow => ({
        key: one.key,
        title: one.title,
        work: null,
        proposed: one,
        owner: one.owner?.id ?? null,
        every: one.every,
        unit: one.unit,
        startsOn: one.first,
      }),
    ),
  ]
}

/** Whether a line can be put in the calendar: it has a rhythm and a first day. A name may come later. */
export function isWhole({ every, unit, startsOn }: Arranged): boolean {
  return every !== null && unit !== null && startsOn !== null && startsOn !== ''
}

/** The lines as the server takes them. */
export function arrangedBody(rows: readonly ArrangeRow[]): object {
  return {
    works: rows.flatMap(({ work, owner, every, unit, startsOn }) =>
      work === null ? [] : [{ id: work.id, version: work.version, owner, every, unit, startsOn }],
    ),
    proposed: rows.flatMap(({ proposed, owner, every, unit, startsOn }) =>
      proposed === null ? [] : [{ key: proposed.key, owner, every, unit, startsOn }],
    ),
  }
}
