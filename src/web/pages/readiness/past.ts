import { useQueries } from '@tanstack/react-query'
import { useApi } from '../../api.ts'
import { addMonths, firstOfMonth } from '../../days.ts'
import type { ReadinessReply, Stage } from '../../readiness.ts'

/** A day with how many findings of each severity were, or will be, expected. */
export interface TrendPoint {
  readonly at: string
  readonly major: number
  readonly minor: number
  readonly ofi: number
}

/** The first of every month between two days. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = []
  for (let at = firstOfMonth(from); at < to; at = addMonths(at, 1)) if (at >= from) months.push(at)
  return months
}

/** What was expected on the first of each month, as known then: every point is the answer for that day. */
export function usePast(stage: Stage, from: string, today: string): readonly TrendPoint[] {
  const api = useApi()
  return useQueries({
    queries: monthsBetween(from, today).map((at) => ({
      ...api.read<ReadinessReply>('readiness', { stage }, { at }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) =>
      results.flatMap(({ data }) =>
        data === undefined
          ? []
          : [{ at: data.at, major: data.major.length, minor: data.minor.length, ofi: data.ofi.length }],
      ),
  })
}
