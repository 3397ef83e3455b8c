import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { localDay } from '../../formats.ts'
import type { HistoryEntry, Titles } from '../../replies.ts'
import { useSpeech } from '../../text.ts'
import { changesBetween, isNothing } from '../difference.ts'
import { Value } from '../Value.tsx'

interface HistoryItemProps {
  readonly register: Register
  readonly entry: HistoryEntry
  /** The version before it; null for the first. */
  readonly before: HistoryEntry | null
  readonly titles: Titles
}

const PREFIX = 4

/** One version: who made it and when, why, what it was and what it became, and where it stands in the ledger. */
export function HistoryItem({ register, entry, before, titles }: HistoryItemProps): ReactNode {
  const { words, has, moment, day } = useSpeech()
  const { record } = entry
  const changes =
    record === null || before === null || before.record === null
      ? []
      : changesBetween(register.fields, before.record, record)
  const isBackDated = entry.validFrom < localDay(entry.recordedAt)
  const act = `${register.name}.act.${entry.act}`
  return (
    <li>
      <b>{words('history.version', { version: entry.version })}</b>
      {`, ${moment(entry.recordedAt)}, ${entry.actor.name}`}
      {has(act) ? <span className="quiet">{`, ${words(act).toLocaleLowerCase()}`}</span> : null}
      {entry.act === 'create' ? <span className="quiet">{`, ${words('history.made')}`}</span> : null}
      {entry.reason === null || entry.reason === '' ? null : (
        <>
          <br />
          <span className="quiet">{words('history.reason', { reason: entry.reason })}</span>
        </>
      )}
      {isBackDated || entry.validFrom > localDay(entry.recordedAt) ? (
        <>
          <br />
          <span className="quiet">{words('history.validFrom', { day: day(entry.validFrom) })}</span>
        </>
      ) : null}
      {record === null ? <p className="quiet">{words('history.erased')}</p> : null}
      {changes.length > 0 ? (
        <dl className="facts">
          {changes.map(({ path, field, before: was, after }) => (
            <div key={path} className="fact">
              <dt>{words(`${register.name}.${path}`)}</dt>
              <dd>
                {isNothing(was) ? null : (
                  <del>
                    <Value field={field} text={`${register.name}.${path}`} value={was} titles={titles} />
                  </del>
                )}{' '}
                {isNothing(after) ? null : (
                  <ins>
                    <Value field={field} text={`${register.name}.${path}`} value={after} titles={titles} />
                  </ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <span className="hash">
        {words('history.ledger', {
          sequence: entry.sequence,
          hash: `${entry.hash.slice(0, PREFIX)} ${entry.hash.slice(PREFIX, 2 * PREFIX)}`,
        })}
      </span>
    </li>
  )
}
