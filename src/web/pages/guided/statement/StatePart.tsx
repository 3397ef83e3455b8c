import { type ReactNode, useState } from 'react'
import { Mark } from '../../../kit/Mark.tsx'
import { useText } from '../../../text.ts'
import { usePicked } from '../picked.ts'
import { Tick } from '../Tick.tsx'
import { type GuideLine, isUnsettled, type PartProps } from './guide-lines.ts'
import { StateBar } from './StateBar.tsx'

/** How far each control is that is in, and who answers for it: said of many at once. */
export function StatePart({ lines, titles, titleOf, canEdit }: PartProps): ReactNode {
  const words = useText()
  const picked = usePicked()
  const [isAll, setAll] = useState(false)
  const open = lines.filter(isUnsettled)
  const shown = isAll ? lines : open
  const chosen = shown.filter(({ id }) => picked.ids.has(id))
  if (lines.length === 0) return <p className="empty">{words('guide.statement.state.none')}</p>
  return (
    <>
      <p className="text partwhy">{words('guide.statement.state.why')}</p>
      <p className="checks">
        <label>
          <input type="checkbox" checked={isAll} onChange={(event) => setAll(event.target.checked)} />
          {words('guide.statement.state.all', { n: lines.length - open.length })}
        </label>
      </p>
      {shown.length === 0 ? <p className="empty">{words('guide.statement.state.done')}</p> : null}
      {shown.length > 0 && canEdit ? <StateBar chosen={chosen} onDone={picked.clear} /> : null}
      {shown.length === 0 ? null : (
        <table className="list stack soa">
          <caption className="hide">{words('guide.statement.state.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">
                {canEdit ? (
                  <Tick
                    label={words('guide.statement.state.every')}
                    isOn={chosen.length === shown.length}
                    onChange={(isOn) =>
                      picked.pick(
                        shown.map(({ id }) => id),
                        isOn,
                      )
                    }
                  />
                ) : null}
              </th>
              <th scope="col">{words('soa.column.control')}</th>
              <th scope="col">{words('soa.column.status')}</th>
              <th scope="col">{words('statement_line.owner')}</th>
              <th scope="col">{words('guide.statement.state.plan')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={line.id} aria-selected={picked.ids.has(line.id)}>
                <td>
                  {canEdit ? (
                    <Tick
                      label={`${line.ref} ${titleOf(line)}`}
                      isOn={picked.ids.has(line.id)}
                      onChange={(isOn) => picked.pick([line.id], isOn)}
                    />
                  ) : null}
                </td>
                <td className="name">
                  <span className="id">{line.ref}</span> {titleOf(line)}
                </td>
                <td data-l={words('soa.column.status')}>
                  {line.implementationStatus === null ? (
                    <Missing />
                  ) : (
                    words(`statement_line.implementationStatus.${line.implementationStatus}`)
                  )}
                </td>
                <td data-l={words('statement_line.owner')}>
                  {titles[line.owner ?? line.ownerRole ?? '']?.title ?? <Missing />}
                </td>
                <td data-l={words('guide.statement.state.plan')}>
                  <Plan line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Missing(): ReactNode {
  const words = useText()
  return (
    <span className="fault">
      <Mark severity="minor" isNamed={false} /> {words('guide.statement.state.missing')}
    </span>
  )
}

function Plan({ line }: { readonly line: GuideLine }): ReactNode {
  const words = useText()
  if (line.implementationStatus !== 'partly' && line.implementationStatus !== 'not') return null
  return line.follows.isPlanned ? words('guide.statement.state.planned') : <Missing />
}
