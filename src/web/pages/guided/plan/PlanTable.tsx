import type { ReactNode } from 'react'
import { Go } from '../../../Go.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import { useSpeech } from '../../../text.ts'
import { Tick } from '../Tick.tsx'
import type { PartProps, PlanLine } from './plan.ts'

interface PlanTableProps extends PartProps {
  readonly caption: string
  readonly lines: readonly PlanLine[]
  /** The lines that are chosen; null where none can be. */
  readonly picked: ReadonlySet<string> | null
  readonly onPick: (ids: readonly string[], isOn: boolean) => void
}

/** The plan line by line. What is missing stands in the cell where it is missing. */
export function PlanTable(props: PlanTableProps): ReactNode {
  const { caption, lines, picked, onPick } = props
  const { words } = useSpeech()
  return (
    <table className="list stack soa planlines">
      <caption className="hide">{caption}</caption>
      <thead>
        <tr>
          {picked === null ? null : (
            <th scope="col">
              <Tick
                label={words('guide.plan.every')}
                isOn={lines.every(({ risk }) => picked.has(risk))}
                onChange={(isOn) =>
                  onPick(
                    lines.map(({ risk }) => risk),
                    isOn,
                  )
                }
              />
            </th>
          )}
          {(['risk', 'what', 'who', 'when', 'means'] as const).map((column) => (
            <th key={column} scope="col">
              {words(`guide.plan.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LineRow key={line.risk} {...props} line={line} />
        ))}
      </tbody>
    </table>
  )
}

/** A line without an action. */
const NOTHING = { due: null, resources: null, owner: null } as const

interface LineRowProps extends PlanTableProps {
  readonly line: PlanLine
}

function LineRow(props: LineRowProps): ReactNode {
  const { reply, line, people, picked, onPick } = props
  const { words, day } = useSpeech()
  const { number, title, risk } = line
  const { due, resources, owner: by } = line.actions[0] ?? NOTHING
  const owner = by === null ? null : (people[by]?.title ?? null)
  return (
    <tr aria-selected={picked?.has(risk)}>
      {picked === null ? null : (
        <td>
          <Tick
            label={words('guide.plan.choose', { number, title })}
            isOn={picked.has(risk)}
            onChange={(isOn) => onPick([risk], isOn)}
          />
        </td>
      )}
      <td className="name">
        <Go to={`registers/risk/${risk}`}>{number}</Go> {title}
        {picked === null ? <Changed reply={reply} risk={risk} /> : null}
      </td>
      <td data-l={words('guide.plan.column.what')}>
        <What {...props} />
      </td>
      <td data-l={words('guide.plan.column.who')}>{owner ?? <Missing />}</td>
      <td data-l={words('guide.plan.column.when')}>{due === null ? <Missing /> : day(due)}</td>
      <td data-l={words('guide.plan.column.means')}>{resources ?? <Missing />}</td>
    </tr>
  )
}

function Changed({
  reply: { published, changed },
  risk,
}: Pick<PartProps, 'reply'> & Readonly<{ risk: string }>): ReactNode {
  const { words } = useSpeech()
  if (published === null || !changed.includes(risk)) return null
  const version = published.versionLabel ?? ''
  return <span className="quiet">{` ${words('guide.plan.whole.changed', { version })}`}</span>
}

/** The action with the way to it, else the controls that the decision counts on. */
function What({ line, nameOf }: LineRowProps): ReactNode {
  const { words } = useSpeech()
  const [action] = line.actions
  if (action === undefined) return <span className="soft">{line.treatment?.controls.map(nameOf).join(' · ')}</span>
  return (
    <>
      <Go to={`registers/action/${action.id}`}>{action.title}</Go>
      {action.shared.length === 0 ? null : (
        <span className="quiet">{` ${words('guide.plan.shared', { n: action.shared.length })}`}</span>
      )}
    </>
  )
}

function Missing(): ReactNode {
  const { words } = useSpeech()
  return (
    <span className="fault">
      <Mark severity="minor" isNamed={false} /> {words('guide.plan.missing')}
    </span>
  )
}
