import type { addReading, readMeasureGuide, writeEvaluation } from '../../../../modules/guides/contract/measure.ts'
import type { BodyOf, ReplyOf } from '../../../client.ts'

export type MeasureReply = ReplyOf<typeof readMeasureGuide>
export type Measured = MeasureReply['metrics'][number]
export type Reading = Measured['readings'][number]
export type ReadingBody = BodyOf<typeof addReading>
export type EvaluationBody = BodyOf<typeof writeEvaluation>

export const PARTS = ['readings', 'report', 'share'] as const
export type Part = (typeof PARTS)[number]

export function leftIn(part: Part, { metrics, report, objectives }: MeasureReply): number {
  switch (part) {
    case 'readings':
      return metrics.length === 0 ? 1 : metrics.filter(({ asks }) => asks !== null).length
    case 'report':
      return report?.isFresh === true ? 0 : 1
    case 'share':
      return objectives.filter(({ isTold, isReviewLate }) => !isTold || isReviewLate).length
  }
}

/** The same limits that the record has: outside them something is asked. */
export function isOut({ limitLow, limitHigh }: Measured, value: number): boolean {
  return (limitLow !== null && value < limitLow) || (limitHigh !== null && value > limitHigh)
}
