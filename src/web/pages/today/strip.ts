interface Label {
  readonly date: string
  readonly label: string
  readonly x: number
}

const TOP = 14
const STEP = 25
const LOWEST = 114

/** Labels of a time line, each a line lower than the one before it, so that none runs over its neighbour. */
export function placedLabels<L extends Label>(labels: readonly L[]): readonly (L & { readonly y: number })[] {
  const sorted = labels.toSorted((a, b) => a.x - b.x)
  return sorted.map((label, index) => ({ ...label, y: Math.min(TOP + index * STEP, LOWEST) }))
}
