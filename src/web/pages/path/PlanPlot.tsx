import type { ReactNode } from 'react'
import { addMonths, daysBetween, firstOfMonth } from '../../days.ts'
import { useSpeech } from '../../text.ts'
import { PlanHelp } from './PlanHelp.tsx'
import { namesOf, type PathReply, type PathStep, verdictOf } from './path.ts'

const WIDTH = 1160
const LABELS = 250
const ROW = 19
const TOP = 26

/** What is left, as bars over the months: those on which the finish hangs are dark. A table behind it. */
export function PlanPlot({ path }: { readonly path: PathReply }): ReactNode {
  const { words, day, month } = useSpeech()
  const rows = path.steps.filter((step) => step.planned !== null).toSorted(byStart)
  if (rows.length === 0) return null
  const { finish, target, slack } = path.plan
  const first = firstOfMonth(path.at)
  const end = lastShown(finish, target)
  const x = (date: string): number => LABELS + (daysBetween(first, date) / daysBetween(first, end)) * (WIDTH - LABELS)
  const count = monthsBetween(first, end)
  const apart = Math.ceil((count * LEAST_LABEL) / (WIDTH - LABELS))
  const months = Array.from({ length: Math.ceil(count / apart) }, (_, index) => addMonths(first, index * apart))
  const bottom = TOP + rows.length * ROW
  return (
    <section className="sect" aria-labelledby="plan">
      <h2 id="plan">
        {words(`pathPage.plan.${verdictOf(path)}`, {
          finish: day(finish),
          target: target === null ? '' : day(target),
          days: Math.abs(slack ?? 0),
        })}
      </h2>
      <PlanHelp path={path} />
      <figure className="plot swap">
        <figcaption>
          {words(path.certificate === null ? 'pathPage.plan.caption' : 'pathPage.plan.caption.upkeep')}
        </figcaption>
        <svg
          viewBox={`0 0 ${WIDTH} ${bottom + 8}`}
          role="img"
          aria-label={words('pathPage.plan.label')}
          className="gantt"
        >
          {months.map((each, index) => (
            <g key={each}>
              <path className="gr" d={`M${x(each)} ${TOP - 8}V${bottom}`} />
              <text className="q" x={x(each) + 4} y={12}>
                {month(each, months[index - 1]?.slice(0, 4) !== each.slice(0, 4))}
              </text>
            </g>
          ))}
          {rows.map((step, index) => (
            <PlanRow key={step.number} step={step} y={TOP + index * ROW} x={x} />
          ))}
          {target === null || target < first || target > end ? null : (
            <path className="nowline" d={`M${x(target)} ${TOP - 8}V${bottom}`} />
          )}
        </svg>
        <PlanTable rows={rows} day={path.at} className="narrow" />
        <details className="behind wide">
          <summary>{words('pathPage.plan.behind')}</summary>
          <PlanTable rows={rows} day={path.at} titles={path.titles} />
        </details>
      </figure>
    </section>
  )
}

/** So wide is the name of a month with its year. */
const LEAST_LABEL = 66
/** A target further away than this after the finish would leave no room for the bars. */
const FURTHEST_MONTHS = 12

function lastShown(finish: string, target: string | null): string {
  const furthest = addMonths(firstOfMonth(finish), FURTHEST_MONTHS)
  const wanted = target !== null && target > finish ? target : finish
  return addMonths(firstOfMonth(wanted < furthest ? wanted : furthest), 1)
}

interface PlanTableProps {
  readonly rows: readonly PathStep[]
  readonly day: string
  /** Names of who does it; left out where there is no room for them. */
  readonly titles?: PathReply['titles']
  readonly className?: string
}

/** The dates behind the bars. */
function PlanTable({ rows, day, titles, className }: PlanTableProps): ReactNode {
  const { words, shortDay, list } = useSpeech()
  return (
    <table className={className}>
      <thead>
        <tr>
          <th scope="col">{words('pathPage.plan.step')}</th>
          {titles === undefined ? null : <th scope="col">{words('pathPage.who')}</th>}
          <th scope="col">{words('pathPage.plan.start')}</th>
          <th scope="col">{words('pathPage.plan.end')}</th>
          {titles === undefined ? null : <th scope="col">{words('pathPage.plan.critical')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((step) => (
          <tr key={step.number}>
            <td className={step.planned?.isCritical === true ? 'strong' : undefined}>
              {`${step.number} ${words(`path.step.${step.number}.title`)}`}
            </td>
            {titles === undefined ? null : <td>{list(namesOf(step, titles))}</td>}
            <td className="nowrap">{step.planned === null ? '' : shortDay(step.planned.start, day)}</td>
            <td className="nowrap">{step.planned === null ? '' : shortDay(step.planned.end, day)}</td>
            {titles === undefined ? null : (
              <td>{step.planned?.isCritical === true ? words('pathPage.plan.yes') : ''}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface PlanRowProps {
  readonly step: PathStep
  readonly y: number
  readonly x: (date: string) => number
}

function PlanRow({ step, y, x }: PlanRowProps): ReactNode {
  const { words } = useSpeech()
  const { planned, number } = step
  if (planned === null) return null
  const width = Math.max(3, x(planned.end) - x(planned.start))
  return (
    <g>
      <text className={planned.isCritical ? 'b' : undefined} x={0} y={y + 11}>
        {`${number} ${words(`path.step.${number}.title`)}`}
      </text>
      <rect
        className={planned.isCritical ? 'span critical' : 'span'}
        x={x(planned.start)}
        y={y + 3}
        width={width}
        height={9}
      />
    </g>
  )
}

function byStart(a: PathStep, b: PathStep): number {
  const [left, right] = [a.planned?.start ?? '', b.planned?.start ?? '']
  return left === right ? a.number - b.number : left < right ? -1 : 1
}

function monthsBetween(from: string, to: string): number {
  const index = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return index(to) - index(from)
}
