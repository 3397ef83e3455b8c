import type { ReactNode } from 'react'
import type { Severity } from '../../kit/Mark.tsx'
import { useSpeech } from '../../text.ts'
import { type PlotShape, rowsOf, scaleOf, spread, stepPath, type TrendAudit, type TrendPoint } from './trend.ts'

interface TrendPlotProps {
  readonly steps: readonly TrendPoint[]
  readonly from: string
  readonly to: string
  /** Where what was known ends and what is foreseen begins: today, or the day that is looked back at. */
  readonly today: string
  readonly isNow: boolean
  readonly audits: readonly TrendAudit[]
  readonly shape: PlotShape
  readonly className: string
}

/** Room that the word beside the line of today needs. */
const LABEL = 70
/** From one row of names to the next. */
const ROW = 14

/** Step lines by severity, labelled at their ends; what has yet to happen is dashed. */
export function TrendPlot({ steps, from, to, today, isNow, audits, shape, className }: TrendPlotProps): ReactNode {
  const { words, month, shortDay } = useSpeech()
  const scale = scaleOf(steps, from, to, shape)
  const line = (severity: Severity, count: (step: TrendPoint) => number) => {
    const points = steps.map((step) => ({ at: step.at, count: count(step) }))
    return { severity, points, last: points.at(-1)?.count ?? 0 }
  }
  const lines = [
    line('improve', (step) => step.ofi),
    line('minor', (step) => step.minor),
    line('major', (step) => step.major),
  ]
  const isEarly = scale.x(today) - shape.left < LABEL
  const rows = rowsOf(
    audits.map(({ at }) => scale.x(at)),
    LABEL,
  )
  const rowY = (index: number): number => shape.top - (rows[index] ?? 0) * ROW
  const labels = spread(lines.map(({ last }) => scale.y(last) + 4))
  return (
    <svg
      viewBox={`0 0 ${shape.width} ${shape.height}`}
      role="img"
      aria-label={words('trend.label')}
      className={className}
    >
      {scale.lines.map((count) => (
        <g key={count}>
          <path className={count === 0 ? 'ax' : 'gr'} d={`M${shape.left} ${scale.y(count)}H${shape.right}`} />
          <text className="q" x={shape.left - 8} y={scale.y(count) + 4} textAnchor="end">
            {count}
          </text>
        </g>
      ))}
      {scale.months.map((first, index) => (
        <g key={first}>
          <path className="ax" d={`M${scale.x(first)} ${shape.bottom}v5`} />
          <text className="q" x={scale.x(first) + 3} y={shape.bottom + 18}>
            {month(first, index === 0 || first.slice(0, 4) !== scale.months[index - 1]?.slice(0, 4))}
          </text>
        </g>
      ))}
      {audits.map(({ at, name }, index) => (
        <g key={`${at}${name}`}>
          <path className="ax" d={`M${scale.x(at)} ${rowY(index) - 10}V${shape.bottom}`} />
          <text className="q" x={scale.x(at) + 4} y={rowY(index)}>
            {name}
          </text>
        </g>
      ))}
      <path className="nowline" d={`M${scale.x(today)} ${shape.top - 38}V${shape.bottom}`} />
      <text
        className="nowtext"
        x={scale.x(today) + (isEarly ? 6 : -6)}
        y={shape.top - 2 * ROW}
        textAnchor={isEarly ? 'start' : 'end'}
      >
        {isNow ? words('when.now') : shortDay(today, steps.at(-1)?.at ?? today)}
      </text>
      {lines.map(({ severity, points, last }, index) => (
        <g key={severity}>
          <path className={`st ${severity}`} d={stepPath(points, { from, to: today }, scale)} />
          <path className={`st fc ${severity}`} d={stepPath(points, { from: today, to }, scale)} />
          <text className={severity} x={shape.right + 8} y={labels[index]}>
            {shape.isWorded ? `${last} ${words(`severity.${severity}.many`, { n: last })}` : last}
          </text>
        </g>
      ))}
    </svg>
  )
}
