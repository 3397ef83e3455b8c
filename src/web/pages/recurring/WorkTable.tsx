import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'
import type { Work } from './recurring.ts'

interface WorkTableProps {
  readonly works: readonly Work[]
  /** Opens one to say what became of it; null where nothing can be said. */
  readonly onDo: ((work: string) => void) | null
}

/** All recurring work, what waits first. */
export function WorkTable({ works, onDo }: WorkTableProps): ReactNode {
  const { words } = useSpeech()
  return (
    <section className="sect" aria-labelledby="works">
      <h2 id="works">{words('recurring.all')}</h2>
      {works.length === 0 ? (
        <p className="empty">
          {words('recurring.none')} <Go to="registers/recurring_task/new">{words('recurring.add')}</Go>
        </p>
      ) : (
        <table className="list stack">
          <thead>
            <tr>
              <th scope="col">{words('recurring.column.what')}</th>
              <th scope="col">{words('recurring.column.who')}</th>
              <th scope="col">{words('recurring.column.rhythm')}</th>
              <th scope="col">{words('recurring.column.next')}</th>
              <th scope="col">{words('recurring.column.last')}</th>
              <th scope="col">
                <span className="hide">{words('recurring.do')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {works.map((work) => (
              <WorkRow key={work.id} work={work} onDo={onDo} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function WorkRow({ work, onDo }: { readonly work: Work } & Pick<WorkTableProps, 'onDo'>): ReactNode {
  const { words } = useSpeech()
  const { id, number, title, control, doer, every, unit, waits, lastDone, state } = work
  return (
    <tr>
      <td className="name">
        <Go to={`registers/recurring_task/${id}`}>{title}</Go>
        <br />
        <span className="quiet small">
          {number}
          {control === null ? '' : `, ${control.title}`}
          {state === 'active' ? '' : `, ${words(`recurring_task.state.${state}`)}`}
        </span>
      </td>
      <td>{(waits?.who ?? doer)?.title ?? <span className="fault">{words('recurring.nobody')}</span>}</td>
      <td>{every === null || unit === null ? '' : words(`rhythmPlan.every.${unit}`, { n: every })}</td>
      <td>
        <NextDay work={work} />
      </td>
      <td>
        <LastDone lastDone={lastDone} />
      </td>
      <td className="r">
        {onDo === null || (waits === null && work.next === null) ? null : (
          <button type="button" className="ghost do" onClick={() => onDo(id)}>
            {words('recurring.do')} <span className="hide">{title}</span>
          </button>
        )}
      </td>
    </tr>
  )
}

function LastDone({ lastDone }: Pick<Work, 'lastDone'>): ReactNode {
  const { words, day } = useSpeech()
  if (lastDone === null || lastDone.at === null) return <span className="quiet">{words('recurring.never')}</span>
  return <Go to={`registers/occurrence/${lastDone.id}`}>{day(lastDone.at)}</Go>
}

function NextDay({ work: { waits, next, startsOn, state } }: { readonly work: Work }): ReactNode {
  const { words, day } = useSpeech()
  if (waits !== null) {
    return (
      <>
        <span className={waits.isLate ? 'fault' : undefined}>
          {words(waits.isLate ? 'recurring.waits.late' : 'recurring.waits', { day: day(waits.due) })}
        </span>
        {waits.earlier === 0 ? null : (
          <>
            <br />
            <span className="quiet small">{words('recurring.earlier', { n: waits.earlier })}</span>
          </>
        )}
      </>
    )
  }
  if (next !== null) return day(next)
  if (startsOn !== null || state !== 'active') return ''
  return <span className="fault">{words('recurring.noFirst')}</span>
}
