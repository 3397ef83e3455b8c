import { performance } from 'node:perf_hooks'

export interface Figures {
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
}

/** Runs the work some times to warm up, then `times` times, and gives the middle and the slow end in milliseconds. */
export async function measure(times: number, work: (index: number) => Promise<unknown>): Promise<Figures> {
  const warmUp = Math.ceil(times / 10)
  for (let index = 0; index < warmUp; index += 1) await work(index)
  const took: number[] = []
  for (let index = 0; index < times; index += 1) {
    const start = performance.now()
    await work(warmUp + index)
    took.push(performance.now() - start)
  }
  return figuresOf(took)
}

/**
 * Measures two works turn by turn, so that a busy moment of the machine falls on both.
 * Gives the figures of each.
 */
export async function compare(
  times: number,
  ours: (index: number) => Promise<unknown>,
  floor: (index: number) => Promise<unknown>,
): Promise<{ readonly ours: Figures; readonly floor: Figures }> {
  const took = { ours: [] as number[], floor: [] as number[] }
  for (let index = 0; index < times * 1.1; index += 1) {
    took.ours.push(await timed(() => ours(index)))
    took.floor.push(await timed(() => floor(index)))
  }
  const isWarm = (_: number, index: number): boolean => index >= times * 0.1
  return { ours: figuresOf(took.ours.filter(isWarm)), floor: figuresOf(took.floor.filter(isWarm)) }
}

/** Milliseconds that the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Milliseconds of processor time that the work took: of what only computes, a busy machine stretches these less. */
export function busy(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

export function figuresOf(took: readonly number[]): Figures {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

/** One line of the report: what, ours, the floor, how many times the floor, and the aim. */
export function report(what: string, ours: Figures, floor: Figures, aim: string): string {
  const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2))
  const ratio = (ours.p50 / floor.p50).toFixed(2)
  return `| ${what} | ${ms(ours.p50)} / ${ms(ours.p95)} | ${ms(floor.p50)} / ${ms(floor.p95)} | ${ratio} | ${aim} |`
}

/** As `report`, for what has no floor but a time. */
export function line(what: string, ours: Figures, aim: string): string {
  const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2))
  return `| ${what} | ${ms(ours.p50)} / ${ms(ours.p95)} | | | ${aim} |`
}
