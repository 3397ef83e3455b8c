import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import { useSpeech } from '../../text.ts'
import { type Checkpoint, hashStart } from './ledger.ts'

const SHOWN = 12

/** Signed tree heads: who keeps one can show later that the past before it was not changed. */
export function CheckpointSection(): ReactNode {
  const { words, moment, number } = useSpeech()
  const api = useApi()
  const kept = useQuery(
    api.read<{ readonly checkpoints: readonly Checkpoint[]; readonly publicKey: string }>('ledger/checkpoints'),
  )
  return (
    <section className="sect" aria-labelledby="checkpoints">
      <h2 id="checkpoints">{words('ledgerPage.checkpoints')}</h2>
      <p className="small soft after">{words('ledgerPage.checkpoints.why')}</p>
      {kept.isError ? <ListError error={kept.error} onRetry={() => void kept.refetch()} /> : null}
      <ul className="lines small">
        {kept.data?.checkpoints.slice(0, SHOWN).map((checkpoint) => (
          <li key={checkpoint.size}>
            <details>
              <summary>
                {words('ledgerPage.checkpoint', { n: number(checkpoint.size), when: moment(checkpoint.at) })}
                <br />
                <span className="hash">{hashStart(checkpoint.root, 4)}</span>
              </summary>
              <pre className="hash signed">{checkpoint.note}</pre>
            </details>
          </li>
        ))}
        {kept.isSuccess && kept.data.checkpoints.length === 0 ? (
          <li className="quiet">{words('ledgerPage.noCheckpoint')}</li>
        ) : null}
      </ul>
      {kept.isSuccess ? (
        <p className="small quiet after">
          {words('ledgerPage.publicKey')}
          <br />
          <span className="hash">{kept.data.publicKey}</span>
        </p>
      ) : null}
    </section>
  )
}
