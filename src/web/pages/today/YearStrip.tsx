import type { ReactNode } from 'react'
import { addMonths, daysBetween, firstOfMonth } from '../../days.ts'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'
import { useWhenMark } from '../../when.ts'
import { placedLabels } from './strip.ts'
import type { Audit, Due, Milestone, Month } from './today.ts'

interface YearStripProps {
  readonly due: readonly Due[]
  readonly audits: readonly Audit[]
  readonly milestones: readonly Milestone[]
  readonly day: string
}

const MONTHS = 12
const WIDTH = 1160
const AXIS = 150
const COLUMN = WIDTH / MONTHS
const BAR_MOST = 60
const HEIGHT = 212
/** Where the drawing begins when no audit stands above the axis. */
const LOW_TOP = AXIS - 20

/** Twelve months ahead: audits by name, everything else that falls due as a bar per month. A table behind it for phones. */
export function YearStrip({ due, audits, milestones, day }: YearStripProps): ReactNode {
  const { words, month, shortDay } = useSpeech()
  const mark = useWhenMark()
  const first = firstOfMonth(day)
  const last = addMonths(first, MONTHS)
  const months: readonly Month[] = Array.from({ length: MONTHS }, (_, index) => {
    const from = addMonths(first, index)
    const until = addMonths(first, index + 1)
    return { first: from, count: due.filter((one) => one.due >= from && one.due < until).length }
  })
  const late = due.filter((one) => one.due < day).length
  const total = months.reduce((sum, { count }) => sum + count, 0)
  const most = Math.max(1, ...months.map(({ count }) => count))
  const x = (date: string): number => (daysBetween(first, date) / daysBetween(first, last)) * WIDTH
  const marks = [
    ...audits.map(({ stage, date }) => ({ date, label: words(`stage.${stage}`), isAudit: true })),
    ...milestones.map(({ kind, date }) => ({ date, label: words(`today.${kind}`), isAudit: false })),
  ]
    .filter(({ date }) => date >= day && date < last)
    .map((mark) => ({ ...mark, x: x(mark.date) }))
  const top = marks.length === 0 ? LOW_TOP : 0
  return (
    <section className="sect" aria-labelledby="year">
      <h2 id="year">{words('strip.title', { n: total, late })}</h2>
      <figure className="plot swap">
        <figcaption>{words('strip.caption')}</figcaption>
        <svg
          viewBox={`0 ${top} ${WIDTH} ${HEIGHT - top}`}
          role="img"
          aria-label={words('strip.title', { n: total, late })}
        >
          {months.map(({ first: from, count }, index) => (
            <g key={from}>
              <path className="gr" d={`M${index * COLUMN + 2} ${AXIS}v46`} />
              <text className="q" x={index * COLUMN + 10} y={AXIS + 18}>
                {month(from, index > 0 && from.endsWith('-01-01'))}
              </text>
              <rect
                className="bar1"
                x={index * COLUMN + 10}
                y={AXIS + 28}
                width={(count / most) * BAR_MOST}
                height="9"
              />
              <text x={index * COLUMN + 15 + (count / most) * BAR_MOST} y={AXIS + 37}>
                {count}
              </text>
            </g>
          ))}
          <path className="ax" d={`M2 ${AXIS}H${WIDTH}`} />
          {placedLabels(marks).map(({ date, label, isAudit, x: at, y }) => (
            <g key={`${date}${label}`}>
              <path className="ax" d={`M${at} ${y - 10}V${AXIS}`} />
              <circle className={isAudit ? 'dot' : 'dot2'} cx={at} cy={AXIS} r="5" />
              <text x={at + 7} y={y}>
                <tspan className="q">{shortDay(date, day)}</tspan>
                <tspan className={isAudit ? 'b' : undefined} dx="6">
                  {label}
                </tspan>
              </text>
            </g>
          ))}
          <path className="nowline" d={`M${x(day) + 2} ${AXIS - 14}v60`} />
          <text className="nowtext" x={x(day)} y={AXIS + 60}>
            {mark}
          </text>
        </svg>
        <details className="behind">
          <summary>{words('strip.behind')}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{words('strip.due')}</th>
                <th scope="col">{words('strip.what')}</th>
                <th scope="col">{words('strip.who')}</th>
              </tr>
            </thead>
            <tbody>
              {due.map((one) => (
                <tr key={one.id}>
                  <td className="nowrap">{shortDay(one.due, day)}</td>
                  <td>
                    <Go to={`registers/${one.register}/${one.id}`}>{`${one.number} ${one.title}`}</Go>
                  </td>
                  <td>{one.owner?.title ?? <span className="quiet">{words('strip.nobody')}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figure>
    </section>
  )
}
