import type { ReactNode } from 'react'
import { Go } from '../../../Go.tsx'
import { useSpeech } from '../../../text.ts'
import { Tick } from '../Tick.tsx'
import type { Asked } from './consent.ts'

interface AskedTableProps {
  readonly kind: Asked['kind']
  readonly risks: Asked['risks']
  /** The risks that are chosen; null where all are answered together. */
  readonly picked: ReadonlySet<string> | null
  readonly onPick: (ids: readonly string[], isOn: boolean) => void
}

/** What an owner has to know: what is done about each risk, how large it is, and how large it will be. */
export function AskedTable({ kind, risks, picked, onPick }: AskedTableProps): ReactNode {
  const { words } = useSpeech()
  return (
    <table className="list stack soa planlines">
      <caption className="hide">{words(`guide.consent.caption.${kind}`)}</caption>
      <thead>
        <tr>
          {picked === null ? null : (
            <th scope="col">
              <Tick
                label={words('guide.consent.all')}
                isOn={risks.every(({ id }) => picked.has(id))}
                onChange={(isOn) =>
                  onPick(
                    risks.map(({ id }) => id),
                    isOn,
                  )
                }
              />
            </th>
          )}
          {(['risk', 'done', 'now', 'after'] as const).map((column) => (
            <th key={column} scope="col">
              {words(`guide.consent.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {risks.map(({ id, number, title, option, controls, now, after }) => (
          <tr key={id} aria-selected={picked?.has(id)}>
            {picked === null ? null : (
              <td>
                <Tick
                  label={words('guide.consent.choose', { number, title })}
                  isOn={picked.has(id)}
                  onChange={(isOn) => onPick([id], isOn)}
                />
              </td>
            )}
            <td className="name">
              <Go to={`registers/risk/${id}`}>{number}</Go> {title}
            </td>
            <td data-l={words('guide.consent.column.done')}>
              {option === null ? null : <b>{words(`treatment.option.${option}`)}</b>} {controls.join(' · ')}
            </td>
            <td data-l={words('guide.consent.column.now')}>{now}</td>
            <td data-l={words('guide.consent.column.after')}>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
