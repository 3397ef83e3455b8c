import { addMonths, daysBetween, firstOfMonth } from '../../days.ts'

/** A day with how many findings of each severity were, or will be, expected. */
export interface TrendPoint {
  readonly at: string
  readonly major: number
  readonly minor: number
  readonly ofi: number
}

/** An audit that is planned: a line across the plot, with its name. */
export interface TrendAudit {
  readonly at: string
  readonly name: string
}

/** The step plot of the trend, in the units of its own drawing. */
export interface TrendScale {
  readonly x: (day: string) => number
  readonly y: (count: number) => number
  /** Counts at which a line is drawn across. */
  readonly lines: readonly number[]
  readonly months: readonly string[]
}

/** Where the lines run within the drawing; right of them stand the labels. */
export interface PlotShape {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly width: number
  readonly height: number
  /** As many names of months as fit below. */
  readonly months: number
  /** Whether there is room for words at the ends of the lines; else only the counts stand there. */
  readonly isWorded: boolean
}

export const WIDE: PlotShape = {
  left: 28,
  right: 590,
  top: 46,
  bottom: 216,
  width: 760,
  height: 246,
  months: 8,
  isWorded: true,
}
export const NARROW: PlotShape = {
  left: 22,
  right: 300,
  top: 46,
  bottom: 196,
  width: 330,
  height: 226,
  months: 3,
  isWorded: false,
}
/** As many lines as help the eye, at counts that one reckons with easily. */
const LINES = 4
const STEPS = [1, 2, 5, 10, 20, 50, 100] as const

export function scaleOf(steps: readonly TrendPoint[], from: string, to: string, shape: PlotShape): TrendScale {
  const most = Math.max(1, ...steps.flatMap(({ major, minor, ofi }) => [major, minor, ofi]))
  const step = STEPS.find((each) => each >= most / LINES) ?? Math.ceil(most / LINES)
  const rows = Math.ceil(most / step)
  const span = Math.max(1, daysBetween(from, to))
  const months: string[] = []
  for (let at = addMonths(firstOfMonth(from), 1); at < to; at = addMonths(at, 1)) months.push(at)
  const apart = [1, 2, 3, 6].find((each) => months.length / each <= shape.months) ?? 12
  return {
    x: (day) => shape.left + (daysBetween(from, day) / span) * (shape.right - shape.left),
    y: (count) => shape.bottom - (count / (step * rows)) * (shape.bottom - shape.top),
    lines: Array.from({ length: rows + 1 }, (_, index) => index * step),
    months: months.filter((_, index) => index % apart === 0),
  }
}

/** A line of steps between two days: level until the day on which the count changes. */
export function stepPath(
  points: readonly { readonly at: string; readonly count: number }[],
  between: { readonly from: string; readonly to: string },
  { x, y }: TrendScale,
): string {
  const before = points.filter(({ at }) => at <= between.from).at(-1)
  const within = points.filter(({ at }) => at > between.from && at <= between.to)
  const first = before ?? within[0]
  if (first === undefined) return ''
  const start = before === undefined ? first.at : between.from
  const moves = within.map(({ at, count }) => `H${round(x(at))}V${round(y(count))}`)
  return `M${round(x(start))} ${round(y(first.count))}${moves.join('')}H${round(x(between.to))}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

const APART = 15

/** Heights of labels at the end of lines, moved apart where two lines end at nearly the same height. */
export function spread(heights: readonly number[]): readonly number[] {
  const order = heights.map((height, index) => ({ height, index })).toSorted((a, b) => a.height - b.height)
  const placed = [...heights]
  let lowest = Number.NEGATIVE_INFINITY
  for (const { height, index } of order) {
    lowest = Math.max(height, lowest + APART)
    placed[index] = lowest
  }
  return placed
}

/** The row in which each label of a line across stands: one whose neighbour is too near goes a row up. */
export function rowsOf(places: readonly number[], room: number): readonly number[] {
  const rows: number[] = []
  for (const [index, x] of places.entries()) {
    const before = places[index - 1]
    rows.push(before !== undefined && x - before < room && rows[index - 1] === 0 ? 1 : 0)
  }
  return rows
}
