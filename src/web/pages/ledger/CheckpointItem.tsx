import type { ReactNode } from 'react'
import { CopyButton } from '../../kit/CopyButton.tsx'
import { useSpeech } from '../../text.ts'
import { type Checkpoints, hashStart } from './ledger.ts'

interface CheckpointItemProps {
  readonly checkpoint: Checkpoints['checkpoints'][number]
}

/** One signed head; opened, the note itself to copy or to keep as a file. */
export function CheckpointItem({ checkpoint }: CheckpointItemProps): ReactNode {
  const { words, moment, number } = useSpeech()
  const { size, root, note, signedAt } = checkpoint
  const label = words('ledgerPage.checkpoint', { n: size, shown: number(size), when: moment(signedAt) })
  return (
    <li>
      <details className="checkpoint">
        <summary>
          {label} <span className="hash">{hashStart(root, 2)}</span>
        </summary>
        <pre className="hash signed" tabIndex={0} aria-label={label}>
          {note}
        </pre>
        <p className="btns">
          <CopyButton value={note} label={label} />
          <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(note)}`} download={`checkpoint-${size}.txt`}>
            {words('ledgerPage.keep')}
          </a>
        </p>
      </details>
    </li>
  )
}
