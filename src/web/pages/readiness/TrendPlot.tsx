import type { ReactNode } from 'react'
import type { Severity } from '../../kit/Mark.tsx'
import { useSpeech } from '../../text.ts'
import { useWhenMark } from '../../when.ts'
import { PLOT, scaleOf, spread, stepPath, type TrendAudit, type TrendPoint } from './trend.ts'

interface TrendPlotProps {
  readonly steps: readonly TrendPoint[]
  readonly from: string
  readonly to: string
  readonly today: string
  readonly audits: readonly TrendAudit[]
}

/** Room that the word beside the line of today needs. */
const LABEL = 70

/** Step lines by severity, labelled at their ends; what has yet to happen is dashed. */
export function TrendPlot({ steps, from, to, today, audits }: TrendPlotProps): ReactNode {
  const { words, month } = useSpeech()
  const mark = useWhenMark()
  const scale = scaleOf(steps, from, to)
  const line = (severity: Severity, count: (step: TrendPoint) => number) => {
    const points = steps.map((step) => ({ at: step.at, count: count(step) }))
    return { severity, points, last: points.at(-1)?.count ?? 0 }
  }
  const lines = [
    line('improve', (step) => step.ofi),
    line('minor', (step) => step.minor),
    line('major', (step) => step.major),
  ]
  const isEarly = scale.x(today) - PLOT.left < LABEL
  const labels = spread(lines.map(({ last }) => scale.y(last) + 4))
  return (
    <svg viewBox={`0 0 ${PLOT.width} ${PLOT.height}`} role="img" aria-label={words('trend.label')} className="trend">
      {scale.lines.map((count) => (
        <g key={count}>
          <path className={count === 0 ? 'ax' : 'gr'} d={`M${PLOT.left} ${scale.y(count)}H${PLOT.right}`} />
          <text className="q" x={PLOT.left - 8} y={scale.y(count) + 4} textAnchor="end">
            {count}
          </text>
        </g>
      ))}
      {scale.months.map((first, index) => (
        <g key={first}>
          <path className="ax" d={`M${scale.x(first)} ${PLOT.bottom}v5`} />
          <text className="q" x={scale.x(first) + 3} y={PLOT.bottom + 18}>
            {month(first, index === 0 || first.slice(0, 4) !== scale.months[index - 1]?.slice(0, 4))}
          </text>
        </g>
      ))}
      {audits.map(({ at, name }) => (
        <g key={`${at}${name}`}>
          <path className="ax" d={`M${scale.x(at)} ${PLOT.top - 10}V${PLOT.bottom}`} />
          <text className="q" x={scale.x(at) + 4} y={PLOT.top}>
            {name}
          </text>
        </g>
      ))}
      <path className="nowline" d={`M${scale.x(today)} ${PLOT.top - 10}V${PLOT.bottom}`} />
      <text
        className="nowtext"
        x={scale.x(today) + (isEarly ? 6 : -6)}
        y={PLOT.top}
        textAnchor={isEarly ? 'start' : 'end'}
      >
        {mark}
      </text>
      {lines.map(({ severity, points, last }, index) => (
        <g key={severity}>
          <path className={`st ${severity}`} d={stepPath(points, { from, to: today }, scale)} />
          <path className={`st fc ${severity}`} d={stepPath(points, { from: today, to }, scale)} />
          <text className={severity} x={PLOT.right + 8} y={labels[index]}>
            {`${last} ${words(`severity.${severity}.many`, { n: last })}`}
          </text>
        </g>
      ))}
    </svg>
  )
}
