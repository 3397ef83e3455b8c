import type { ReactNode } from 'react'
import { Sentence } from '../../Sentence.tsx'
import { useSpeech } from '../../text.ts'
import { EntryItem } from './EntryItem.tsx'
import { countRegisters, type LedgerEntry } from './ledger.ts'

interface BatchItemProps {
  /** Entries of one import, newest first, as far as they were loaded. */
  readonly entries: readonly LedgerEntry[]
  readonly statedUntil: number
}

/** An import as one line that opens: its hundreds of entries would hide everything else of that day. */
export function BatchItem({ entries, statedUntil }: BatchItemProps): ReactNode {
  const { words, time, number, list } = useSpeech()
  const [first] = entries
  const last = entries.at(-1)
  if (first === undefined || last === undefined) return null
  const counted = countRegisters(entries).map(([register, count]) =>
    count === 1 ? `1 ${words(register)}` : `${number(count)} ${words(`${register}.plural`)}`,
  )
  return (
    <li>
      <details className="batch">
        <summary className="entry">
          <time className="quiet num" dateTime={first.recordedAt}>
            {time(first.recordedAt)}
          </time>
          <span>
            <Sentence
              id="ledgerPage.batch"
              values={{ name: first.actor.name, records: list(counted) }}
              parts={{ b: <b className="who" /> }}
            />
          </span>
          <span className="hash num">
            {words('ledgerPage.entries.range', { from: number(last.sequence), to: number(first.sequence) })}
          </span>
        </summary>
        <ol className="entries">
          {entries.map((entry) => (
            <EntryItem key={entry.sequence} entry={entry} statedUntil={statedUntil} />
          ))}
        </ol>
      </details>
    </li>
  )
}
